using System.Buffers;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

public sealed partial class SurveyDesign
{
    /// <summary>The mean of a column in the population, Σwy/Σw (均值); of a 0/1 column, a share.</summary>
    /// <param name="values">A value a respondent; NaN leaves the respondent out.</param>
    /// <exception cref="ArgumentException">The number of values differs from that of respondents.</exception>
    /// <exception cref="InvalidOperationException">A stratum has one primary unit and the rule is <see cref="LonelyStratum.Fail"/>.</exception>
    public SurveyEstimate Mean(ReadOnlySpan<double> values) => MeanIn(values, [], -1, "");

    /// <summary>The mean in each category of <paramref name="by"/>, in the order of its levels (分组均值).</summary>
    /// <inheritdoc cref="Mean(ReadOnlySpan{double})"/>
    public IReadOnlyList<SurveyEstimate> Mean(ReadOnlySpan<double> values, CategoricalColumn by)
    {
        CheckLength(values.Length, by);
        var estimates = new SurveyEstimate[by.Levels.Count];
        for (int d = 0; d < estimates.Length; d++) estimates[d] = MeanIn(values, by.Codes, d, by.Levels[d]);
        return estimates;
    }

    /// <summary>The total of a column in the population, Σwy (总量).</summary>
    /// <inheritdoc cref="Mean(ReadOnlySpan{double})"/>
    public SurveyEstimate Total(ReadOnlySpan<double> values) => TotalIn(values, [], -1, "");

    /// <summary>The total in each category of <paramref name="by"/>, in the order of its levels (分组总量).</summary>
    /// <inheritdoc cref="Mean(ReadOnlySpan{double})"/>
    public IReadOnlyList<SurveyEstimate> Total(ReadOnlySpan<double> values, CategoricalColumn by)
    {
        CheckLength(values.Length, by);
        var estimates = new SurveyEstimate[by.Levels.Count];
        for (int d = 0; d < estimates.Length; d++) estimates[d] = TotalIn(values, by.Codes, d, by.Levels[d]);
        return estimates;
    }

    /// <summary>The share of the population in each category (构成比), among those whose category is known.</summary>
    /// <exception cref="ArgumentException">The column differs in length.</exception>
    public IReadOnlyList<SurveyEstimate> Shares(CategoricalColumn column) => OfIndicators(column, shares: true);

    /// <summary>The population in each category (分类总量).</summary>
    /// <exception cref="ArgumentException">The column differs in length.</exception>
    public IReadOnlyList<SurveyEstimate> Counts(CategoricalColumn column) => OfIndicators(column, shares: false);

    /// <summary>A ratio of two totals, Σwy/Σwx (比率).</summary>
    /// <param name="numerator">A value a respondent; NaN leaves the respondent out.</param>
    /// <param name="denominator">A value a respondent; NaN leaves the respondent out.</param>
    /// <exception cref="ArgumentException">A number of values differs from that of respondents.</exception>
    public SurveyEstimate Ratio(ReadOnlySpan<double> numerator, ReadOnlySpan<double> denominator)
    {
        CheckLength(numerator.Length, null);
        CheckLength(denominator.Length, null);
        double y = 0, yLost = 0, x = 0, xLost = 0, w = 0, wLost = 0;
        int n = 0;
        var known = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            known[i] = numerator[i] + denominator[i];
            if (double.IsNaN(known[i])) continue;
            n++;
            Sums.Add(ref y, ref yLost, weights[i] * numerator[i]);
            Sums.Add(ref x, ref xLost, weights[i] * denominator[i]);
            Sums.Add(ref w, ref wLost, weights[i]);
        }
        double below = x + xLost, ratio = (y + yLost) / below;
        var scores = new double[Count];
        for (int i = 0; i < Count; i++) scores[i] = double.IsNaN(known[i]) ? 0 : weights[i] * (numerator[i] - ratio * denominator[i]) / below;
        return new SurveyEstimate { Value = ratio, StandardError = Root(VarianceOf(scores)), Respondents = n, Population = w + wLost, DegreesOfFreedom = stages.DegreesOfFreedom(known, [], -1) };
    }

    /// <summary>The variance of a column in the population (总体方差), n/(n − 1)·Σw(y − ȳ)²/Σw, as R's survey package has it.</summary>
    /// <inheritdoc cref="Mean(ReadOnlySpan{double})"/>
    public SurveyEstimate Variance(ReadOnlySpan<double> values)
    {
        CheckLength(values.Length, null);
        (double mean, _, int n) = Moments(values, [], -1);
        var squares = new double[Count];
        for (int i = 0; i < Count; i++) squares[i] = (values[i] - mean) * (values[i] - mean) * n / (n - 1.0);
        return MeanIn(squares, [], -1, "") with { DesignEffect = double.NaN };
    }

    /// <summary>The difference of two means under one design, with the covariance of the two (两组均值之差).</summary>
    /// <param name="values">A value a respondent; NaN leaves the respondent out.</param>
    /// <param name="by">The groups.</param>
    /// <param name="first">A level of <paramref name="by"/>.</param>
    /// <param name="second">The level whose mean is taken off.</param>
    /// <exception cref="KeyNotFoundException">A level is not one of the column's.</exception>
    /// <exception cref="ArgumentException">A length differs.</exception>
    public SurveyEstimate Difference(ReadOnlySpan<double> values, CategoricalColumn by, string first, string second)
    {
        CheckLength(values.Length, by);
        int a = by.IndexOf(first), b = by.IndexOf(second);
        if (a < 0 || b < 0) throw new KeyNotFoundException($"There is no level {(a < 0 ? first : second)}.");
        (double meanA, double popA, int nA) = Moments(values, by.Codes, a);
        (double meanB, double popB, int nB) = Moments(values, by.Codes, b);
        var scores = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            if (double.IsNaN(values[i])) continue;
            if (by.Codes[i] == a) scores[i] = weights[i] * (values[i] - meanA) / popA;
            else if (by.Codes[i] == b) scores[i] = -weights[i] * (values[i] - meanB) / popB;
        }
        double freedom = Math.Min(DegreesOfFreedom, stages.DegreesOfFreedom(values, by.Codes, a) + stages.DegreesOfFreedom(values, by.Codes, b));
        return new SurveyEstimate { Domain = $"{first} − {second}", Value = meanA - meanB, StandardError = nA == 0 || nB == 0 ? double.NaN : Root(VarianceOf(scores)), Respondents = nA + nB, Population = popA + popB, DegreesOfFreedom = freedom };
    }

    internal SurveyEstimate MeanIn(ReadOnlySpan<double> values, ReadOnlySpan<int> codes, int level, string name)
    {
        CheckLength(values.Length, null);
        (double mean, double population, int n) = Moments(values, codes, level);
        if (n == 0) return new SurveyEstimate { Domain = name, Value = double.NaN, StandardError = double.NaN, Respondents = 0, Population = 0, DegreesOfFreedom = 0 };
        double[] rented = ArrayPool<double>.Shared.Rent(Count);
        Span<double> scores = rented.AsSpan(0, Count);
        double squares = 0, lost = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = 0;
            if (double.IsNaN(values[i]) || (codes.Length > 0 && codes[i] != level)) continue;
            double deviation = values[i] - mean;
            scores[i] = weights[i] * deviation / population;
            Sums.Add(ref squares, ref lost, weights[i] * deviation * deviation);
        }
        double variance = VarianceOf(scores), simple = SimpleVariance((squares + lost) / population, population, n);
        ArrayPool<double>.Shared.Return(rented);
        return new SurveyEstimate
        {
            Domain = name,
            Value = mean,
            StandardError = Root(variance),
            DesignEffect = variance / simple,
            Respondents = n,
            Population = population,
            DegreesOfFreedom = stages.DegreesOfFreedom(values, codes, level),
        };
    }

    private SurveyEstimate TotalIn(ReadOnlySpan<double> values, ReadOnlySpan<int> codes, int level, string name)
    {
        CheckLength(values.Length, null);
        (double mean, double population, int n) = Moments(values, codes, level);
        var scores = new double[Count];
        double squares = 0, lost = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            if (double.IsNaN(values[i]) || (codes.Length > 0 && codes[i] != level)) continue;
            scores[i] = weights[i] * values[i];
            Sums.Add(ref squares, ref lost, weights[i] * (values[i] - mean) * (values[i] - mean));
        }
        double variance = VarianceOf(scores), simple = n == 0 ? double.NaN : SimpleVariance((squares + lost) / population, population, n) * population * population;
        return new SurveyEstimate
        {
            Domain = name,
            Value = n == 0 ? 0 : mean * population,
            StandardError = Root(variance),
            DesignEffect = variance / simple,
            Respondents = n,
            Population = population,
            DegreesOfFreedom = stages.DegreesOfFreedom(values, codes, level),
        };
    }

    private SurveyEstimate[] OfIndicators(CategoricalColumn column, bool shares)
    {
        ArgumentNullException.ThrowIfNull(column);
        CheckLength(column.Count, column);
        var indicator = new double[Count];
        var estimates = new SurveyEstimate[column.Levels.Count];
        for (int k = 0; k < estimates.Length; k++)
        {
            for (int i = 0; i < indicator.Length; i++) indicator[i] = column.Codes[i] < 0 ? double.NaN : column.Codes[i] == k ? 1 : 0;
            estimates[k] = (shares ? Mean(indicator) : Total(indicator)) with { Domain = column.Levels[k] };
        }
        return estimates;
    }

    /// <summary>The variance that a simple random sample of <paramref name="n"/> would give the mean.</summary>
    private double SimpleVariance(double meanSquare, double population, int n)
    {
        double variance = meanSquare * n / (n - 1.0) / n;
        return Reference == DesignEffectReference.WithReplacement ? variance
            : population > n ? variance * (population - n) / population : double.NaN;
    }

    internal (double Mean, double Population, int Respondents) Moments(ReadOnlySpan<double> values, ReadOnlySpan<int> codes, int level)
    {
        double sum = 0, lost = 0, population = 0, rest = 0;
        int n = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]) || (codes.Length > 0 && codes[i] != level)) continue;
            n++;
            Sums.Add(ref sum, ref lost, weights[i] * values[i]);
            Sums.Add(ref population, ref rest, weights[i]);
        }
        return n == 0 ? (double.NaN, 0, 0) : ((sum + lost) / (population + rest), population + rest, n);
    }

    private static double Root(double variance) => variance < 0 ? 0 : Math.Sqrt(variance);

    private void CheckLength(int length, CategoricalColumn? by)
    {
        if (length != Count || (by is not null && by.Count != Count)) throw new ArgumentException("There must be one entry a respondent.");
    }
}
