using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

public sealed partial class SurveyDesign
{
    /// <summary>A quantile of a column in the population (分位数): the smallest value with at least <paramref name="probability"/> of the weight at or below it (definition R1).</summary>
    /// <param name="values">A value a respondent; NaN leaves the respondent out.</param>
    /// <param name="probability">Between 0 and 1.</param>
    /// <returns>The quantile; its error is that of Woodruff's interval (1952) at 95 % divided by 2·z.</returns>
    /// <exception cref="ArgumentException">The number of values differs from that of respondents.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not between 0 and 1.</exception>
    public SurveyEstimate Quantile(ReadOnlySpan<double> values, double probability)
    {
        ConfidenceInterval interval = QuantileInterval(values, probability);
        (double[] sorted, double[] cumulated) = Distribution(values);
        return new SurveyEstimate
        {
            Value = At(sorted, cumulated, probability),
            StandardError = (interval.High - interval.Low) / (2 * ProportionInterval.Normal(0.95)),
            Respondents = sorted.Length,
            Population = sorted.Length == 0 ? 0 : cumulated[^1],
            DegreesOfFreedom = stages.DegreesOfFreedom(values, [], -1),
        };
    }

    /// <summary>Woodruff's interval for a quantile (1952): the quantiles at the ends of the interval of the share at or below it.</summary>
    /// <inheritdoc cref="Quantile"/>
    public ConfidenceInterval QuantileInterval(ReadOnlySpan<double> values, double probability, double level = 0.95)
    {
        CheckLength(values.Length, null);
        if (!(probability is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability between 0 and 1.");
        (double[] sorted, double[] cumulated) = Distribution(values);
        if (sorted.Length == 0) return new ConfidenceInterval(double.NaN, double.NaN, level);
        double quantile = At(sorted, cumulated, probability);
        var below = new double[Count];
        for (int i = 0; i < below.Length; i++) below[i] = double.IsNaN(values[i]) ? double.NaN : values[i] <= quantile ? 1 : 0;
        double half = ProportionInterval.Normal(level) * Mean(below).StandardError;
        return new ConfidenceInterval(At(sorted, cumulated, Math.Max(0, probability - half)), At(sorted, cumulated, Math.Min(1, probability + half)), level);
    }

    private (double[] Sorted, double[] Cumulated) Distribution(ReadOnlySpan<double> values)
    {
        int n = 0;
        foreach (double x in values) if (!double.IsNaN(x)) n++;
        double[] sorted = new double[n], weight = new double[n];
        for (int i = 0, k = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            (sorted[k], weight[k]) = (values[i], weights[i]);
            k++;
        }
        Array.Sort(sorted, weight);
        double sum = 0, lost = 0;
        for (int k = 0; k < n; k++)
        {
            Sums.Add(ref sum, ref lost, weight[k]);
            weight[k] = sum + lost;
        }
        return (sorted, weight);
    }

    private static double At(double[] sorted, double[] cumulated, double probability)
    {
        if (sorted.Length == 0) return double.NaN;
        double wanted = probability * cumulated[^1] * (1 - 1e-14); // a share that is met exactly is not missed by rounding
        int low = 0, high = sorted.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (cumulated[middle] >= wanted) high = middle; else low = middle + 1;
        }
        return sorted[low];
    }
}
