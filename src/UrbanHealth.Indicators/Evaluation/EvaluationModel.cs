using System.Collections.Frozen;

namespace UrbanHealth.Indicators;

/// <summary>A plan with what it learned from a baseline (评价模型): the same yardstick for any later year or area.</summary>
/// <remarks>Immutable and thread-safe. Evaluating another panel never changes it.</remarks>
public sealed partial class EvaluationModel
{
    internal EvaluationModel(EvaluationPlan plan, YearRange baseline, Imputation? imputation, IReadOnlyDictionary<string, FittedTreatment> treatments, IReadOnlyDictionary<string, FittedNormalization> normalizations,
        IReadOnlyDictionary<string, WeightSet> weights, IReadOnlyDictionary<string, Aggregation> aggregations, IReadOnlyDictionary<string, FittedGrading> gradings, ValidationReport report)
    {
        Plan = plan;
        Baseline = baseline;
        Imputation = imputation;
        Treatments = treatments.ToFrozenDictionary(StringComparer.Ordinal);
        Normalizations = normalizations.ToFrozenDictionary(StringComparer.Ordinal);
        Weights = weights.ToFrozenDictionary(StringComparer.Ordinal);
        Aggregations = aggregations.ToFrozenDictionary(StringComparer.Ordinal);
        Gradings = gradings.ToFrozenDictionary(StringComparer.Ordinal);
        Report = report;
        Tree = new ScoreTree(plan.Framework);
        var within = new Dictionary<string, double>(StringComparer.Ordinal) { [Framework.Code] = 1 };
        var effective = new Dictionary<string, double>(StringComparer.Ordinal) { [Framework.Code] = 1 };
        foreach (ScoreTree.Node node in Tree.Nodes)
            for (int i = 0; i < node.Children.Length; i++)
            {
                within[node.Children[i].Code] = weights[node.Code].Values[i];
                effective[node.Children[i].Code] = weights[node.Code].Values[i] * effective[node.Code];
            }
        foreach (Dimension empty in Framework.Dimensions) // below which there is no indicator
        {
            within.TryAdd(empty.Code, 0);
            effective.TryAdd(empty.Code, 0);
        }
        scoring = new Lazy<Scoring>(() => new Scoring(this));
        withinWeights = within.ToFrozenDictionary(StringComparer.Ordinal);
        effectiveWeights = effective.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private const int AreasWorthThreads = 20_000;

    private readonly Lazy<Scoring> scoring;
    private readonly FrozenDictionary<string, double> withinWeights;
    private readonly FrozenDictionary<string, double> effectiveWeights;

    /// <summary>The plan it was fitted by.</summary>
    public EvaluationPlan Plan { get; }

    /// <summary>What is measured.</summary>
    public IndicatorFramework Framework => Plan.Framework;

    /// <summary>The years it was fitted on.</summary>
    public YearRange Baseline { get; }

    /// <summary>The imputation with what it learned; null when nothing is filled.</summary>
    public Imputation? Imputation { get; }

    /// <summary>The fitted treatment of each treated indicator, by code.</summary>
    public IReadOnlyDictionary<string, FittedTreatment> Treatments { get; }

    /// <summary>The fitted normalisation of each indicator, by code; an indicator that could not be fitted has none.</summary>
    public IReadOnlyDictionary<string, FittedNormalization> Normalizations { get; }

    /// <summary>The weights of the children of each node (dimensions first, then indicators), by the node's code.</summary>
    public IReadOnlyDictionary<string, WeightSet> Weights { get; }

    /// <summary>How the children of each node are put together, by the node's code: fitted where the method learns from the data.</summary>
    public IReadOnlyDictionary<string, Aggregation> Aggregations { get; }

    /// <summary>The cuts between the grades of each node, by its code; empty when the plan asks for no grades.</summary>
    public IReadOnlyDictionary<string, FittedGrading> Gradings { get; }

    /// <summary>What was found while fitting.</summary>
    public ValidationReport Report { get; }

    internal ScoreTree Tree { get; }

    internal Scoring Scoring => scoring.Value;

    /// <summary>The weight of a dimension or an indicator among its siblings; 1 for the root.</summary>
    /// <exception cref="KeyNotFoundException">The framework has no such code.</exception>
    public double WeightOf(string code) => withinWeights[code];

    /// <summary>The weight of a dimension or an indicator in the whole (有效权重): the product up the tree.</summary>
    /// <exception cref="KeyNotFoundException">The framework has no such code.</exception>
    public double EffectiveWeightOf(string code) => effectiveWeights[code];

    /// <summary>The scores, ranks and grades of every area and year of a panel, by this model's yardstick.</summary>
    /// <param name="panel">Figures of the same indicators; other years and areas than the baseline's are welcome. The panel may be of another framework whose indicators have the same codes, definition versions and units: everything else, such as standards and weights, is the model's.</param>
    /// <param name="threads">The most threads to use; by default one for few areas, and every core for many. The bits are the same for any number.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">The panel is of a framework that measures something else.</exception>
    public EvaluationResult Evaluate(Panel panel, int? threads = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(panel);
        panel = Filled(panel);
        if (threads is { } most) ArgumentOutOfRangeException.ThrowIfLessThan(most, 1, nameof(threads));
        var scores = new double[panel.Years.Count][][];
        for (int y = 0; y < scores.Length; y++)
        {
            cancellation.ThrowIfCancellationRequested();
            var columns = new ReadOnlyMemory<double>[Framework.Indicators.Count];
            for (int i = 0; i < columns.Length; i++) columns[i] = panel.ColumnAt(y, i);
            scores[y] = Scoring.Year(columns, threads ?? (panel.Areas.Count < AreasWorthThreads ? 1 : Environment.ProcessorCount), cancellation);
        }
        BottomLines bottomLines = BottomLines.Of(this, panel);
        bottomLines.Veto(scores);
        return new EvaluationResult(this, panel, scores, bottomLines);
    }

    /// <summary>The figures as they are scored: under the model's own framework, with what is missing filled in where the plan fills it.</summary>
    internal Panel Filled(Panel panel)
    {
        panel = panel.Under(Framework, nameof(panel));
        return Imputation?.Apply(panel) ?? panel;
    }

    /// <summary>Such as <c>EvaluationModel of 城市体检, baseline 2019-2023: 82 indicators, 8 dimensions</c>.</summary>
    public override string ToString() => $"EvaluationModel of {Framework.Name}, baseline {Baseline}: {Normalizations.Count} of {Framework.Indicators.Count} indicators fitted";
}
