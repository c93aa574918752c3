using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>When a column counts as distorted by outliers (偏峰检验): |skewness| above one limit and excess kurtosis above another. Source: Groeneveld &amp; Meeden (1984), as used by JRC and COINr: 2 and 3.5.</summary>
public sealed record SkewKurtosisTest
{
    /// <summary>The limit of the absolute skewness; 2 by default.</summary>
    public double SkewnessLimit { get; init; } = 2;

    /// <summary>The limit of the excess kurtosis; 3.5 by default.</summary>
    public double KurtosisLimit { get; init; } = 3.5;

    /// <summary>Which skewness and kurtosis; corrected for bias by default.</summary>
    public MomentDefinition Moments { get; init; }

    /// <summary>True unless both limits are passed; a constant, or too few figures for either to be defined, cannot be distorted.</summary>
    /// <param name="values">The figures; NaN is left out.</param>
    public bool Passes(ReadOnlySpan<double> values) => !IsDistorted(values, out _);

    internal bool IsDistorted(ReadOnlySpan<double> values, out double skewness)
    {
        skewness = double.NaN;
        double[] x = Descriptive.Present(values, 0);
        if (x.Length < 4 || Array.TrueForAll(x, v => v == x[0])) return false;
        skewness = Descriptive.Skewness(x, Moments);
        return Math.Abs(skewness) > SkewnessLimit && Descriptive.Kurtosis(x, Moments) > KurtosisLimit;
    }

    /// <summary>Such as <c>|skewness| ≤ 2 or kurtosis ≤ 3.5</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"|skewness| ≤ {SkewnessLimit:R} or kurtosis ≤ {KurtosisLimit:R}");
}
