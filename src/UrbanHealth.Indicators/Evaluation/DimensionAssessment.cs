using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>A dimension of an area in a year, graded by the share of its good indicators (维度评价).</summary>
public sealed record DimensionAssessment
{
    /// <summary>The dimension.</summary>
    public required Dimension Dimension { get; init; }

    /// <summary>The grade by the share rule; null when no indicator below it is evaluated.</summary>
    public Grade? Grade { get; init; }

    /// <summary>How many indicators below it are good.</summary>
    public required int Good { get; init; }

    /// <summary>How many indicators below it are evaluated.</summary>
    public required int Evaluated { get; init; }

    /// <summary>The share of good ones among the evaluated; NaN when none is.</summary>
    public double Share => Evaluated == 0 ? double.NaN : (double)Good / Evaluated;

    /// <summary>Every indicator below it, at any depth, judged.</summary>
    public required IReadOnlyList<JudgedIndicator> Indicators { get; init => field = ValueList<JudgedIndicator>.Of(value); }

    /// <summary>Such as <c>安全韧性 中 (6/8)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Dimension.Name} {Grade?.Name ?? "—"} ({Good}/{Evaluated})");
}
