namespace UrbanHealth.Indicators;

public abstract partial record Weighting
{
    /// <summary>The same weight for each sibling (等权).</summary>
    public static Weighting Equal() => new EqualWeighting();

    /// <summary>The same weight for each indicator of the whole tree (指标等权).</summary>
    public static Weighting EqualPerIndicator() => new EqualPerIndicatorWeighting();

    /// <summary>The weights written in the framework (给定权重).</summary>
    /// <param name="keepsSum">Whether weights that do not sum to 1 are kept as they are.</param>
    public static Weighting Given(bool keepsSum = false) => new GivenWeighting { KeepsSum = keepsSum };

    /// <summary>The analytic hierarchy process (层次分析法) with one judgement matrix an expert.</summary>
    public static AhpWeighting Ahp(params JudgementMatrix[] experts) => new() { Experts = [.. experts] };

    /// <summary>Entropy weights (熵权法), pooled over all rows.</summary>
    public static EntropyWeighting Entropy(EntropyZeros zeros = EntropyZeros.ZeroTimesLogZero, double epsilon = 0.002) => new() { Zeros = zeros, Epsilon = epsilon };

    /// <summary>CRITIC weights: contrast times conflict.</summary>
    public static CriticWeighting Critic() => new();

    /// <summary>Standard-deviation weights (标准差法).</summary>
    public static StandardDeviationWeighting StandardDeviation() => new();

    /// <summary>Standard-deviation-and-correlation weights (标准差-相关系数法).</summary>
    public static StandardDeviationCorrelationWeighting StandardDeviationCorrelation() => new();

    /// <summary>Coefficient-of-variation weights (变异系数法).</summary>
    public static VariationWeighting CoefficientOfVariation() => new();

    /// <summary>A method applied to each year apart, and the mean of the years' weights (逐年赋权取平均).</summary>
    public static MeanOfYearsWeighting MeanOfYears(Weighting yearly) => new() { Yearly = yearly ?? throw new ArgumentNullException(nameof(yearly)) };

    /// <summary>The best-worst method (最优最劣法).</summary>
    public static BestWorstWeighting BestWorst(BestWorstJudgements judgements, BestWorstModel model = BestWorstModel.Linear) => new() { Judgements = judgements ?? throw new ArgumentNullException(nameof(judgements)), Model = model };

    /// <summary>Weights from an order of importance (排序赋权): rank-order centroid by default.</summary>
    /// <param name="ranks">One rank a sibling, the smallest most important; equal ranks are ties.</param>
    /// <param name="formula">The formula.</param>
    public static RankWeighting RankOrder(IReadOnlyList<double> ranks, RankFormula formula = RankFormula.OrderCentroid) => new() { Ranks = ranks ?? throw new ArgumentNullException(nameof(ranks)), Formula = formula };

    /// <summary>Points given to each sibling (直接评分), divided by their sum.</summary>
    public static DirectRatingWeighting DirectRating(params double[] points) => new() { Points = [.. points ?? throw new ArgumentNullException(nameof(points))] };

    /// <summary>The mean ratings of the last round of a Delphi panel (德尔菲法).</summary>
    /// <param name="ratings">Rows are experts, columns the siblings; NaN for a sibling an expert did not rate.</param>
    /// <param name="fullScore">The highest score there is.</param>
    public static DelphiWeighting Delphi(Matrix ratings, double fullScore)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        return new() { FullScore = fullScore, Ratings = [.. Enumerable.Range(0, ratings.Rows).Select(i => Enumerable.Range(0, ratings.Columns).Select(j => ratings[i, j]).ToArray())] };
    }

    /// <summary>MEREC weights (移除效应).</summary>
    /// <param name="directions">The direction of each column of raw figures; none when all point upwards as scores do.</param>
    public static MerecWeighting Merec(params Direction[] directions) => new() { Directions = [.. directions ?? throw new ArgumentNullException(nameof(directions))] };

    /// <summary>Principal-component weights (主成分赋权), weighted by variance over eigenvalues above 1 by default.</summary>
    public static PcaWeighting PrincipalComponents(PcaWeights rule = PcaWeights.VarianceWeighted, ComponentRetention retention = default) => new() { Rule = rule, Retention = retention };

    /// <summary>Factor-analysis weights (因子分析赋权) of the OECD/JRC handbook.</summary>
    public static FactorWeighting FactorAnalysis() => new();

    /// <summary>Correlation-optimised weights (相关性优化赋权).</summary>
    /// <param name="targets">The share of the correlations each sibling should have; none for equal.</param>
    public static CorrelationBalanceWeighting CorrelationBalance(params double[] targets) => new() { Targets = [.. targets ?? throw new ArgumentNullException(nameof(targets))] };

    /// <summary>The mean of the weights of several methods (线性组合), each counting the same.</summary>
    public static LinearCombination Combine(params Weighting[] parts) => new() { Parts = [.. parts ?? throw new ArgumentNullException(nameof(parts))] };

    /// <summary>The weighted mean of the weights of several methods (线性组合).</summary>
    /// <param name="shares">How much each part counts.</param>
    /// <param name="parts">The methods.</param>
    public static LinearCombination CombineLinear(IReadOnlyList<double> shares, params Weighting[] parts) => Combine(parts) with { Shares = shares ?? throw new ArgumentNullException(nameof(shares)) };

    /// <summary>The product of the weights of several methods (乘法合成).</summary>
    public static MultiplicativeCombination CombineMultiplicative(params Weighting[] parts) => new() { Parts = [.. parts ?? throw new ArgumentNullException(nameof(parts))] };

    /// <summary>The geometric mean of the weights of several methods (最小相对熵).</summary>
    public static MinimumRelativeEntropyCombination CombineMinimumRelativeEntropy(params Weighting[] parts) => new() { Parts = [.. parts ?? throw new ArgumentNullException(nameof(parts))] };

    /// <summary>The game-theory combination (博弈论组合赋权).</summary>
    public static GameTheoryCombination CombineGameTheory(params Weighting[] parts) => new() { Parts = [.. parts ?? throw new ArgumentNullException(nameof(parts))] };

    /// <summary>The joint least squares combination (最小二乘组合).</summary>
    public static JointLeastSquaresCombination CombineJointLeastSquares(params Weighting[] parts) => new() { Parts = [.. parts ?? throw new ArgumentNullException(nameof(parts))] };

    /// <summary>The combination that spreads the composites furthest (离差平方和最大化).</summary>
    public static MaximumDeviationCombination CombineMaximumDeviation(params Weighting[] parts) => new() { Parts = [.. parts ?? throw new ArgumentNullException(nameof(parts))] };
}
