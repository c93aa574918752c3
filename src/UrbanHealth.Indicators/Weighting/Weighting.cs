using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>A rule that says how much each of several siblings counts (赋权).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(EqualWeighting), "equal")]
[JsonDerivedType(typeof(EqualPerIndicatorWeighting), "equalPerIndicator")]
[JsonDerivedType(typeof(GivenWeighting), "given")]
[JsonDerivedType(typeof(AhpWeighting), "ahp")]
[JsonDerivedType(typeof(EntropyWeighting), "entropy")]
[JsonDerivedType(typeof(CriticWeighting), "critic")]
[JsonDerivedType(typeof(StandardDeviationWeighting), "standardDeviation")]
[JsonDerivedType(typeof(StandardDeviationCorrelationWeighting), "standardDeviationCorrelation")]
[JsonDerivedType(typeof(VariationWeighting), "coefficientOfVariation")]
[JsonDerivedType(typeof(MerecWeighting), "merec")]
[JsonDerivedType(typeof(PcaWeighting), "principalComponents")]
[JsonDerivedType(typeof(FactorWeighting), "factorAnalysis")]
[JsonDerivedType(typeof(CorrelationBalanceWeighting), "correlationBalance")]
[JsonDerivedType(typeof(BestWorstWeighting), "bestWorst")]
[JsonDerivedType(typeof(RankWeighting), "rank")]
[JsonDerivedType(typeof(DirectRatingWeighting), "directRating")]
[JsonDerivedType(typeof(DelphiWeighting), "delphi")]
[JsonDerivedType(typeof(LinearCombination), "linear")]
[JsonDerivedType(typeof(MultiplicativeCombination), "multiplicative")]
[JsonDerivedType(typeof(MinimumRelativeEntropyCombination), "minimumRelativeEntropy")]
[JsonDerivedType(typeof(GameTheoryCombination), "gameTheory")]
[JsonDerivedType(typeof(JointLeastSquaresCombination), "jointLeastSquares")]
[JsonDerivedType(typeof(MaximumDeviationCombination), "maximumDeviation")]
[JsonDerivedType(typeof(MeanOfYearsWeighting), "meanOfYears")]
public abstract partial record Weighting
{
    private protected Weighting() { }

    /// <summary>The weights of the columns of <paramref name="scores"/> (rows are areas, scores point upwards, NaN is left out).</summary>
    public WeightSet Weigh(Matrix scores) => Weigh(new Siblings(scores));

    /// <summary>The weights of siblings; they are not negative and sum to 1 unless the method says otherwise.</summary>
    /// <exception cref="ArgumentException">The siblings leave the method undefined.</exception>
    public abstract WeightSet Weigh(Siblings siblings);

    /// <summary>True when the weights depend on the scores.</summary>
    internal virtual bool LearnsFromScores => false;

    /// <summary>The weighting, ready to learn from rows that come in parts; null when it needs every row at once.</summary>
    internal virtual PartialWeighting? Start(int siblings) => LearnsFromScores ? null : new PartialGiven(this);

    /// <summary>The weights learned from each year's rows apart, rising by year; they make scores of different years incomparable.</summary>
    /// <exception cref="ArgumentException">The rows have no years, or a year leaves the method undefined.</exception>
    public IReadOnlyDictionary<int, WeightSet> WeighEachYear(Siblings siblings)
    {
        ArgumentNullException.ThrowIfNull(siblings);
        if (siblings.RowYears.Count == 0) throw new ArgumentException("The rows have no years.", nameof(siblings));
        var years = new SortedDictionary<int, WeightSet>();
        foreach (int year in siblings.RowYears.Distinct()) years[year] = Weigh(siblings.InYear(year));
        return years;
    }
}
