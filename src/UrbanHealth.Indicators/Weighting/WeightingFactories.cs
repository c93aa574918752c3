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

    /// <summary>Each parent's children by their own method (分维度赋权).</summary>
    /// <param name="parents">The method by the code of the parent.</param>
    /// <param name="otherwise">The method for every other parent; null when every parent must have its own.</param>
    public static ByParentWeighting ByParent(IReadOnlyDictionary<string, Weighting> parents, Weighting? otherwise = null) => new() { Parents = parents, Otherwise = otherwise };
}
