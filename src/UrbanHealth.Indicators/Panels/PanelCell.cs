namespace UrbanHealth.Indicators;

/// <summary>A cell by its places: of the area, the year and the column.</summary>
internal readonly record struct PanelCell(int Area, int Year, int Code);
