namespace UrbanHealth.Indicators;

/// <summary>How figures become scores (评价方案): a framework and the method of each step.</summary>
/// <remarks>Immutable and thread-safe; a variant is made with <c>with</c>. Every default is stated at its property.</remarks>
public sealed partial record EvaluationPlan
{
    /// <summary>A plan for a framework, with the defaults.</summary>
    public EvaluationPlan(IndicatorFramework framework) => Framework = framework ?? throw new ArgumentNullException(nameof(framework));

    /// <summary>What is measured.</summary>
    public IndicatorFramework Framework { get; init; }

    /// <summary>How missing figures are filled (插补); null, the default, fills none. What it learns is frozen by the fit.</summary>
    public Imputation? Imputation { get; init; }

    /// <summary>How outliers are treated before normalisation (异常值处理); null, the default, treats none.</summary>
    public Treatment? Treatment { get; init; }

    /// <summary>Another treatment for single indicators, by code. Empty by default.</summary>
    public IReadOnlyDictionary<string, Treatment> TreatmentOf { get; init; } = new Dictionary<string, Treatment>();

    /// <summary>How raw figures become scores where an indicator has no benchmark of its own; min-max onto 0…100 by default.</summary>
    public Normalization Normalization { get; init; } = Normalization.MinMax();

    /// <summary>Another normalisation for single indicators, by code; it wins over a benchmark too. Empty by default.</summary>
    public IReadOnlyDictionary<string, Normalization> NormalizationOf { get; init; } = new Dictionary<string, Normalization>();

    /// <summary>How the children of each node are weighed; the framework's own weights by default (equal where it has none).</summary>
    public Weighting Weighting { get; init; } = Weighting.Given();

    /// <summary>Another weighting for the children of single nodes, by the node's code. Empty by default.</summary>
    public IReadOnlyDictionary<string, Weighting> WeightingOf { get; init; } = new Dictionary<string, Weighting>();

    /// <summary>How the children of each node are put together; the arithmetic mean by default.</summary>
    public Aggregation Aggregation { get; init; } = Aggregation.Arithmetic();

    /// <summary>Another aggregation for single nodes, by code. Empty by default.</summary>
    public IReadOnlyDictionary<string, Aggregation> AggregationOf { get; init; } = new Dictionary<string, Aggregation>();

    /// <summary>The score of the best under an indicator's own benchmark (满分); 100 by default.</summary>
    public double FullScore { get; init; } = 100;

    /// <summary>The share of a node's children that must have a score for the node to have one (覆盖率阈值), 0…1; 0.5 by default. The weights of those present are scaled up.</summary>
    public double CoverageThreshold { get; init; } = 0.5;

    /// <summary>Another threshold for single nodes, by code. Empty by default.</summary>
    public IReadOnlyDictionary<string, double> CoverageThresholdOf { get; init; } = new Dictionary<string, double>();

    /// <summary>How the composite and the dimensions are graded by their scores; 优 from 90, 良 from 80, 中 from 60 by default. Null for no grades.</summary>
    public Grading? Grading { get; init; } = Grading.FourBands;

    /// <summary>What an unmet bottom-line indicator does to the composite and to the dimensions above it; it is reported and nothing else by default.</summary>
    public BottomLineRule BottomLine { get; init; } = BottomLineRule.ReportOnly;

    /// <summary>The class of city (城市类别) of every area that has none of its own, by which standards are chosen; null by default.</summary>
    public string? CityClass { get; init; }

    /// <summary>What happens to an indicator that the baseline cannot fit; fitting fails by default.</summary>
    public UnfittableRule Unfittable { get; init; }

    /// <summary>Which rank equal scores share; the smallest by default.</summary>
    public TieRule Ties { get; init; }

    internal Aggregation AggregationAt(string node) => AggregationOf.GetValueOrDefault(node, Aggregation);

    internal double ThresholdAt(string node) => CoverageThresholdOf.GetValueOrDefault(node, CoverageThreshold);
}
