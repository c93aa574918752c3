using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Box-Cox as a treatment (Box-Cox 处理), with a given λ or the most likely one. Source: Box &amp; Cox (1964).</summary>
public sealed record BoxCoxTreatment : Treatment
{
    /// <summary>λ; null for maximum likelihood between −5 and 5, found to about 1e-5.</summary>
    public double? Lambda { get; init; }

    /// <summary>Whether figures are shifted to min = 1 when one is not positive; false by default: they are an error.</summary>
    public bool ShiftsToPositive { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Nothing is present; a figure is not positive and shifting was not chosen; or λ is to be found and all figures are equal.</exception>
    public override FittedTreatment Fit(ReadOnlySpan<double> values)
    {
        double[] x = Descriptive.Sorted(values);
        double shift = 0;
        if (x[0] <= 0)
        {
            if (!ShiftsToPositive) throw new ArgumentException("A figure is not positive: choose ShiftsToPositive, or another treatment.", nameof(values));
            shift = 1 - x[0];
            for (int i = 0; i < x.Length; i++) x[i] += shift;
        }
        if (Lambda is null && x[0] == x[^1]) throw new ArgumentException("All figures are equal: no λ is more likely than another.", nameof(values));
        return new FittedTransform { Transform = new BoxCoxTransform { Lambda = Lambda ?? MostLikely(x), Shift = shift } };
    }

    /// <summary>The λ of the largest profile likelihood, by golden section; good to about 1e-5.</summary>
    private static double MostLikely(double[] x)
    {
        double mean = Descriptive.MeanOf(Array.ConvertAll(x, ElementaryFunctions.Log));
        double[] scaled = Array.ConvertAll(x, v => ElementaryFunctions.Log(v) - mean); // logarithms of figures over their geometric mean: λ is the same, and powers stay small
        double low = -5, high = 5, ratio = (Math.Sqrt(5) - 1) / 2;
        while (high - low > 1e-9)
        {
            double a = high - ratio * (high - low), b = low + ratio * (high - low);
            if (Spread(scaled, a) <= Spread(scaled, b)) high = b;
            else low = a;
        }
        double lambda = (low + high) / 2;
        return Math.Abs(lambda) < 1e-5 ? 0 : lambda; // the likelihood is flat there to the last bit, and the logarithm keeps its digits
    }

    /// <summary>The spread of the transformed figures over their geometric mean, whose logarithm falls as the likelihood rises.</summary>
    private static double Spread(double[] logarithms, double lambda) => Descriptive.SquaredDeviations(Array.ConvertAll(logarithms, l => lambda == 0 ? l : ElementaryFunctions.Exp(lambda * l) / lambda));
}
