namespace UrbanHealth.Indicators;

/// <summary>How two figures are compared (变化判定规则).</summary>
public sealed record ChangeRule
{
    /// <summary>The default rule: any difference is a change, and no percentage from zero or below.</summary>
    public static ChangeRule Default { get; } = new();

    /// <summary>A difference up to this, in the indicator's own unit, is no change; 0 by default.</summary>
    public double Tolerance { get; init; }

    /// <summary>A difference up to this share of |the start| is no change; 0 by default. The larger of the two tolerances holds.</summary>
    public double RelativeTolerance { get; init; }

    /// <summary>Another tolerance for single indicators, by code, in their own unit. Empty by default.</summary>
    public IReadOnlyDictionary<string, double> ToleranceOf { get; init; } = new Dictionary<string, double>();

    /// <summary>What a percentage does from a start of zero or below; there is none by default. <see cref="NonPositiveStart.OverAbsoluteStart"/> takes it of |start|.</summary>
    public NonPositiveStart NonPositive { get; init; }

    /// <summary>The class of city (城市类别) of every area that has none of its own, for targets and ranges that differ by class; null when there is none.</summary>
    public string? CityClass { get; init; }

    internal double ToleranceAt(string code, double start)
    {
        double own = ToleranceOf.TryGetValue(code, out double given) ? given : Tolerance;
        return Math.Max(own, RelativeTolerance * Math.Abs(start));
    }

    internal void Check()
    {
        if (!(Tolerance >= 0 && RelativeTolerance >= 0) || ToleranceOf.Values.Any(t => !(t >= 0))) throw new ArgumentException("A tolerance is negative or not a number.");
    }
}
