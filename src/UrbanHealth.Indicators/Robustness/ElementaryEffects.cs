using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>The elementary effects of one input (基本效应); NaN where there are too few to say.</summary>
/// <param name="Mean">μ: the mean effect.</param>
/// <param name="MeanSize">μ*: the mean of the effects' absolute values, which opposite signs do not cancel (Campolongo et al. 2007).</param>
/// <param name="Deviation">σ: their standard deviation over n − 1; large where the input acts together with others or not in a line.</param>
/// <param name="Count">How many effects these are of.</param>
public readonly record struct ElementaryEffects(double Mean, double MeanSize, double Deviation, int Count)
{
    /// <summary>The statistics of effects; NaN is one that could not be had.</summary>
    internal static ElementaryEffects Of(ReadOnlySpan<double> effects)
    {
        double[] x = Descriptive.Present(effects, 0);
        return x.Length == 0 ? new(double.NaN, double.NaN, double.NaN, 0)
            : new(Descriptive.Mean(x), Descriptive.Mean(Array.ConvertAll(x, Math.Abs)), x.Length == 1 ? double.NaN : Descriptive.StandardDeviation(x), x.Length);
    }

    /// <summary>Such as <c>μ -0.412, μ* 0.530, σ 0.214 (20 effects)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"μ {Mean:0.000}, μ* {MeanSize:0.000}, σ {Deviation:0.000} ({Count} effects)");
}
