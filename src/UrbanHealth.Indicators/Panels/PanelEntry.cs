namespace UrbanHealth.Indicators;

/// <summary>One figure on its way into a panel.</summary>
/// <param name="Area">The place of the area.</param>
/// <param name="Year">The year itself.</param>
/// <param name="Code">The place of the column.</param>
/// <param name="Value">The figure; NaN for none.</param>
/// <param name="State">What is known of it.</param>
/// <param name="Scope">1-based place in the table of scopes; 0 for none.</param>
/// <param name="Line">The line it stands on, or its number among the observations.</param>
internal readonly record struct PanelEntry(int Area, int Year, int Code, double Value, ObservationState State, int Scope, long Line);
