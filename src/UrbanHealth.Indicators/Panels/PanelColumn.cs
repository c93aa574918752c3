namespace UrbanHealth.Indicators;

/// <summary>One indicator's figures in one year, one an area, and what is known of them.</summary>
/// <param name="Values">The figures; NaN is none.</param>
/// <param name="States">The states; null when the values alone tell them.</param>
/// <param name="Scopes">1-based places in the panel's table of scopes, 0 for none; null when no figure states one.</param>
internal sealed record PanelColumn(ReadOnlyMemory<double> Values, ObservationState[]? States = null, int[]? Scopes = null)
{
    public ObservationState StateAt(int area) =>
        States is not null ? States[area] : double.IsNaN(Values.Span[area]) ? ObservationState.Missing : ObservationState.Observed;

    public int ScopeAt(int area) => Scopes is null ? 0 : Scopes[area];
}
