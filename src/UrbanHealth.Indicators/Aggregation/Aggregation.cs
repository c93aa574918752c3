using System.Text.Json.Serialization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>A rule that makes one score of several (合成).</summary>
/// <remarks>Scores point upwards (more is better) and so does the composite, whatever the method's own index does.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ArithmeticAggregation), "arithmetic")]
[JsonDerivedType(typeof(GeometricAggregation), "geometric")]
[JsonDerivedType(typeof(HarmonicAggregation), "harmonic")]
[JsonDerivedType(typeof(PowerMeanAggregation), "powerMean")]
[JsonDerivedType(typeof(MedianAggregation), "median")]
[JsonDerivedType(typeof(MinimumAggregation), "minimum")]
[JsonDerivedType(typeof(OwaAggregation), "owa")]
[JsonDerivedType(typeof(ChoquetAggregation), "choquet")]
[JsonDerivedType(typeof(ImbalancePenaltyAggregation), "imbalancePenalty")]
[JsonDerivedType(typeof(FuzzyAggregation), "fuzzy")]
[JsonDerivedType(typeof(MazziottaParetoAggregation), "mazziottaPareto")]
[JsonDerivedType(typeof(FittedMazziottaPareto), "fittedMazziottaPareto")]
[JsonDerivedType(typeof(TopsisAggregation), "topsis")]
[JsonDerivedType(typeof(FittedTopsis), "fittedTopsis")]
[JsonDerivedType(typeof(VikorAggregation), "vikor")]
[JsonDerivedType(typeof(FittedVikor), "fittedVikor")]
[JsonDerivedType(typeof(GreyRelationAggregation), "greyRelation")]
[JsonDerivedType(typeof(FittedGreyRelation), "fittedGreyRelation")]
[JsonDerivedType(typeof(BenefitOfTheDoubtAggregation), "benefitOfTheDoubt")]
[JsonDerivedType(typeof(FittedBenefitOfTheDoubt), "fittedBenefitOfTheDoubt")]
[JsonDerivedType(typeof(RankSumRatioAggregation), "rankSumRatio")]
[JsonDerivedType(typeof(BordaAggregation), "borda")]
[JsonDerivedType(typeof(CopelandAggregation), "copeland")]
public abstract record Aggregation
{
    private protected Aggregation() { }

    /// <summary>The composites of all areas.</summary>
    /// <param name="scores">Rows are areas, columns the siblings; NaN is missing.</param>
    /// <param name="weights">One weight a column.</param>
    /// <param name="composites">Takes one composite a row; NaN where undefined.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or the scores leave the method undefined.</exception>
    public abstract void Aggregate(Matrix scores, ReadOnlySpan<double> weights, Span<double> composites);

    /// <summary>The same rule with what it learned from <paramref name="scores"/> frozen (固定参照), so that adding an area never moves an old composite.</summary>
    /// <param name="scores">The baseline: rows are areas, columns the siblings; NaN is left out.</param>
    /// <param name="weights">One weight a column.</param>
    /// <returns>An aggregation that needs only an area's own scores; null when the method compares areas with each other and has no frozen form (Copeland, Borda, rank-sum ratio).</returns>
    /// <exception cref="ArgumentException">The shapes do not fit, or the scores leave the method undefined.</exception>
    public abstract RowAggregation? Fit(Matrix scores, ReadOnlySpan<double> weights);

    /// <summary>True when what <see cref="Fit(Matrix, ReadOnlySpan{double})"/> learns is counts, extremes and sums of the columns, which parts merge to.</summary>
    internal virtual bool LearnsFromMoments => false;

    /// <summary>Fits by the moments of the columns; for methods that learn from them.</summary>
    /// <exception cref="ArgumentException">The scores leave the method undefined.</exception>
    internal virtual RowAggregation FitByMoments(ExactMoments[] scores) => throw new InvalidOperationException($"{GetType().Name} needs every score at once.");

    private protected static ExactMoments[] MomentsOf(Matrix scores)
    {
        var moments = new ExactMoments[scores.Columns];
        for (int j = 0; j < moments.Length; j++) moments[j] = ExactMoments.Of(scores.Column(j));
        return moments;
    }

    /// <summary>True when an area's composite depends on the other areas it is evaluated with (outranking, ideal points, ranks).</summary>
    [JsonIgnore]
    public virtual bool IsRelative => false;

    /// <summary>The method's name for people (方法名称).</summary>
    public abstract string Describe(Language language);

    private protected static void CheckShapes(Matrix scores, ReadOnlySpan<double> weights, ReadOnlySpan<double> composites)
    {
        CheckShapes(scores, weights);
        if (composites.Length != scores.Rows) throw new ArgumentException("One place for each row is needed.", nameof(composites));
    }

    private protected static void CheckShapes(Matrix scores, ReadOnlySpan<double> weights)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (weights.Length != scores.Columns) throw new ArgumentException("One weight for each column is needed.", nameof(weights));
    }

    /// <summary>The weighted arithmetic mean (加权算术平均).</summary>
    public static RowAggregation Arithmetic() => new ArithmeticAggregation();

    /// <summary>The weighted geometric mean (加权几何平均).</summary>
    public static RowAggregation Geometric() => new GeometricAggregation();

    /// <summary>The weighted harmonic mean (加权调和平均).</summary>
    public static RowAggregation Harmonic() => new HarmonicAggregation();

    /// <summary>The weighted power mean (加权幂平均) of exponent <paramref name="exponent"/>.</summary>
    public static RowAggregation PowerMean(double exponent) => new PowerMeanAggregation { Exponent = exponent };

    /// <summary>The weighted median (加权中位数).</summary>
    public static RowAggregation Median() => new MedianAggregation();

    /// <summary>The lowest score (最小值, 木桶原理).</summary>
    public static RowAggregation Minimum() => new MinimumAggregation();

    /// <summary>Ordered weighted averaging (有序加权平均) by a quantifier.</summary>
    public static RowAggregation Owa(Quantifier quantifier) => new OwaAggregation { Quantifier = quantifier ?? throw new ArgumentNullException(nameof(quantifier)) };

    /// <summary>The Choquet integral of a two-additive capacity (二可加 Choquet 积分).</summary>
    public static RowAggregation Choquet(params Interaction[] interactions) => new ChoquetAggregation { Interactions = interactions };

    /// <summary>The arithmetic mean less a penalty for imbalance (均衡性惩罚).</summary>
    public static RowAggregation ImbalancePenalty(double strength = 1) => new ImbalancePenaltyAggregation { Strength = strength };

    /// <summary>Fuzzy comprehensive evaluation (模糊综合评价) with the typical score of each grade, ascending.</summary>
    public static RowAggregation Fuzzy(params double[] typicalScores) => new FuzzyAggregation { TypicalScores = typicalScores };

    /// <summary>The Mazziotta-Pareto index (MPI), penalising imbalance.</summary>
    public static Aggregation MazziottaPareto() => new MazziottaParetoAggregation();

    /// <summary>The adjusted Mazziotta-Pareto index (AMPI, 修正 MPI), penalising imbalance.</summary>
    public static Aggregation AdjustedMazziottaPareto() => new MazziottaParetoAggregation { Scale = MazziottaParetoScale.Range };

    /// <summary>TOPSIS (优劣解距离法).</summary>
    public static Aggregation Topsis(TopsisScaling scaling = TopsisScaling.VectorNorm) => new TopsisAggregation { Scaling = scaling };

    /// <summary>VIKOR (多准则妥协解排序法); the composite is 1 − Q.</summary>
    public static Aggregation Vikor(double strategy = 0.5) => new VikorAggregation { Strategy = strategy };

    /// <summary>Grey relational evaluation (灰色关联评价).</summary>
    public static Aggregation GreyRelation(double resolution = 0.5) => new GreyRelationAggregation { Resolution = resolution };

    /// <summary>Benefit of the doubt (BOD, 疑义获益法), with the least and the largest share a column may have in the weights.</summary>
    public static Aggregation BenefitOfTheDoubt(double leastShare = 0, double largestShare = 1) => new BenefitOfTheDoubtAggregation { LeastShare = leastShare, LargestShare = largestShare };

    /// <summary>The rank-sum ratio (秩和比法, RSR).</summary>
    public static Aggregation RankSumRatio() => new RankSumRatioAggregation();

    /// <summary>The Borda count (Borda 计分).</summary>
    public static Aggregation Borda() => new BordaAggregation();

    /// <summary>The Copeland rule (Copeland 法).</summary>
    public static Aggregation Copeland() => new CopelandAggregation();
}
