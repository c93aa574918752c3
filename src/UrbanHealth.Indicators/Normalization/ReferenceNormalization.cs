using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Against a reference point (与参照点之比): x/r or (x − r)/|r|; r/x or (r − x)/|r| where less is better. Source: OECD/JRC Handbook (2008), step 5, distance to a reference.</summary>
public sealed record ReferenceNormalization : Normalization
{
    /// <summary>The reference; the fitted mean by default.</summary>
    public ReferencePoint Point { get; init; }

    /// <summary>Ratio or relative difference; ratio by default.</summary>
    public ReferenceForm Form { get; init; }

    /// <summary>The score of a ratio of 1, or of a relative difference of 1; 1 by default, positive.</summary>
    public double High { get; init; } = 1;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">As ever; a figure is negative or the reference 0; 0 where less is better and a ratio is taken; or the preference is a target or range.</exception>
    public override FittedNormalization Fit(ReadOnlySpan<double> values, Preference preference = default)
    {
        if (Point != ReferencePoint.Median || preference.IsDistance) return FitByMoments(values, preference);
        var statistics = new ColumnStatistics();
        Learn(values, preference, statistics);
        return FitTo(Descriptive.Median(Learned(values, preference)), Learned(statistics), preference);
    }

    internal override LearnedFrom LearnedFrom => Point == ReferencePoint.Median ? LearnedFrom.WholeColumn : LearnedFrom.Moments;

    internal override FittedNormalization Fit(ColumnStatistics statistics, Preference preference)
    {
        if (preference.IsDistance) throw new ArgumentException("A ratio to a distance says nothing: for a target or range use min-max.", nameof(preference));
        ExactMoments x = Learned(statistics);
        (double worst, double best) = Ends(x, preference);
        return FitTo(Point switch { ReferencePoint.Mean => x.Mean, ReferencePoint.Best => best, _ => worst }, x, preference);
    }

    private FittedNormalization FitTo(double reference, ExactMoments x, Preference preference, string argument = "values")
    {
        CheckRange(0, High);
        if (reference == 0) throw new ArgumentException("The reference is 0: nothing can be divided by it.", argument);
        bool lower = preference.Direction == Direction.LowerIsBetter;
        if (Form == ReferenceForm.RelativeDifference)
            return new FittedLinear { Worst = reference, Best = lower ? reference - Math.Abs(reference) : reference + Math.Abs(reference), Low = 0, High = High, Preference = preference };
        Ratios.Check(x, preference, CostForm.Reciprocal);
        if (lower) return new FittedReciprocal { Numerator = reference, Low = 0, High = High };
        return Ratios.Through(reference, High, preference);
    }
}
