namespace UrbanHealth.Indicators;

/// <summary>One figure: of an area, in a year, for an indicator, component or quantity (观测值).</summary>
/// <param name="Area">The code or the name of the area.</param>
/// <param name="Year">The year.</param>
/// <param name="Indicator">The code of the indicator, component or quantity.</param>
/// <param name="Value">The figure in the indicator's unit; NaN when there is none.</param>
public sealed record Observation(string Area, int Year, string Indicator, double Value)
{
    private readonly ObservationState? state;

    /// <summary>What the figure covers and where it comes from; null when not stated.</summary>
    public ObservationScope? Scope { get; init; }

    /// <summary>What is known of it. When not given: missing for NaN, carried over when the scope says so, else observed.</summary>
    public ObservationState State { get => state ?? DefaultState(Value, Scope); init => state = value; }

    internal static ObservationState DefaultState(double value, ObservationScope? scope) =>
        double.IsNaN(value) ? ObservationState.Missing : scope?.CarriedOverFrom is null ? ObservationState.Observed : ObservationState.CarriedOver;

    /// <summary>True when both say the same.</summary>
    public bool Equals(Observation? other) => other is not null && Area == other.Area && Year == other.Year && Indicator == other.Indicator && Value.Equals(other.Value) && State == other.State && Scope == other.Scope;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Area, Year, Indicator, Value, State, Scope);
}
