using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>A method applied to each year apart, and the mean of the years' weights (逐年赋权取平均).</summary>
/// <remarks>One set of weights for all years keeps scores comparable; each year's own weights stand in the evidence, and <see cref="Weighting.WeighEachYear"/> gives them alone.</remarks>
public sealed record MeanOfYearsWeighting : Weighting
{
    /// <summary>The method.</summary>
    public required Weighting Yearly { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The rows have no years, or a year leaves the method undefined.</exception>
    public override WeightSet Weigh(Siblings siblings)
    {
        ArgumentNullException.ThrowIfNull(siblings);
        return MeanOf(Yearly.WeighEachYear(siblings), siblings.Count);
    }

    internal override bool LearnsFromScores => true; // of which years there are, if nothing else

    internal override PartialWeighting? Start(int siblings) => Yearly.Start(siblings) is null ? null : new PartialYears(this, siblings);

    internal static WeightSet MeanOf(IReadOnlyDictionary<int, WeightSet> years, int siblings)
    {
        if (years.Count == 0) throw new ArgumentException("There is no year to take the mean of.", nameof(years));
        var evidence = new Dictionary<string, IReadOnlyList<double>>();
        var mean = new double[siblings];
        foreach ((int year, WeightSet weights) in years)
        {
            evidence[FormattableString.Invariant($"weights{year}")] = weights.Values;
            for (int j = 0; j < mean.Length; j++) mean[j] += weights.Values[j];
        }
        double sum = Sums.Of(mean);
        return new WeightSet(Array.ConvertAll(mean, w => w / sum), "meanOfYears") { Evidence = evidence };
    }
}
