namespace UrbanHealth.Indicators;

/// <summary>One figure: of an area, in a year, for an indicator, component or quantity (观测值).</summary>
/// <param name="Area">The code of the area.</param>
/// <param name="Year">The year.</param>
/// <param name="Indicator">The code of the indicator, component or quantity.</param>
/// <param name="Value">The figure in the indicator's unit; NaN when there is none.</param>
public sealed record Observation(string Area, int Year, string Indicator, double Value)
{
    /// <summary>What the figure covers and where it comes from; null when not stated.</summary>
    public ObservationScope? Scope { get; init; }

    /// <summary>What is known of it; observed, or missing for NaN, by default.</summary>
    public ObservationState State { get => field == default ? (double.IsNaN(Value) ? ObservationState.Missing : ObservationState.Observed) : field; init; }
}
