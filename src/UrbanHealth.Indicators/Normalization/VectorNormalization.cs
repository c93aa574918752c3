using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Over the Euclidean norm (向量规范化): x/√Σx²; 1 − x/√Σx² or (1/x)/√Σ(1/x)² where less is better. Source: Hwang &amp; Yoon (1981); Jahan &amp; Edwards (2015).</summary>
public sealed record VectorNormalization : Normalization
{
    /// <summary>What the norm itself would score; 1 by default, positive.</summary>
    public double High { get; init; } = 1;

    /// <summary>The form where less is better; complement by default, as in TOPSIS texts.</summary>
    public CostForm Cost { get; init; } = CostForm.Complement;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">As ever; a figure is negative (or 0 under a reciprocal), none is positive, or the preference is a target or range.</exception>
    public override FittedNormalization Fit(ReadOnlySpan<double> values, Preference preference = default) => FitByMoments(values, preference);

    internal override LearnedFrom LearnedFrom => LearnedFrom.Moments;

    internal override void Learn(ReadOnlySpan<double> values, Preference preference, ColumnStatistics statistics)
    {
        base.Learn(values, preference, statistics);
        if (Ratios.IsReciprocal(preference, Cost)) Ratios.LearnReciprocals(values, statistics);
    }

    internal override FittedNormalization Fit(ColumnStatistics statistics, Preference preference)
    {
        CheckRange(0, High);
        ExactMoments x = Ratios.Check(Learned(statistics), preference, Cost);
        if (!Ratios.IsReciprocal(preference, Cost)) return Ratios.Through(Norm(x), High, preference);
        return new FittedReciprocal { Numerator = 1 / Norm(statistics.Reciprocals), Low = 0, High = High };
    }

    private static double Norm(ExactMoments x) => Math.Sqrt(x.Squares.Value);
}
