namespace UrbanHealth.Indicators;

/// <summary>What a column of a CSV text holds, apart from the indicators of the wide form.</summary>
internal enum PanelField
{
    None, Area, AreaName, Year, Indicator, Value, Unit, Status, Coverage, DataDate, Source, CarriedOverFrom, DefinitionVersion, StandardError, Parts, Note, Level, Parent, Size, Class,
}
