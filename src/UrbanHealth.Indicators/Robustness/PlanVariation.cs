using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>What is uncertain about a plan (方案的不确定性): choices that could have been made otherwise, weights, and errors of the figures.</summary>
/// <remarks>
/// Immutable; every method gives a new variation. The alternatives of a choice are the plan's own and those given, each as likely, and choices are drawn apart from each other.
/// Source: Saisana, Saltelli and Tarantola (2005); OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 7.
/// </remarks>
public sealed record PlanVariation
{
    internal PlanVariation(EvaluationPlan plan) => Plan = plan;

    /// <summary>The plan that varies.</summary>
    public EvaluationPlan Plan { get; }

    /// <summary>The choices that could have been made otherwise.</summary>
    public IReadOnlyList<PlanChoice> Choices { get; private init; } = [];

    /// <summary>How weights vary; of several that hold for a node, the last counts. Empty where they do not.</summary>
    public IReadOnlyList<WeightVariation> WeightVariations { get; private init; } = [];

    /// <summary>How far figures can be off; null where they are taken as they are.</summary>
    public MeasurementError? Error { get; private init; }

    /// <summary>How the alternatives of choices are drawn; at random by default. A scrambled Sobol' sequence, of at most 512 choices, meets every combination as often as can be; weights and errors are random either way.</summary>
    public SampleKind Sample { get; init; } = SampleKind.Random;

    /// <summary>What becomes of a draw in which an area has no score; the draw fails by default.</summary>
    public UndefinedScoreRule Undefined { get; init; }

    /// <summary>How the ends of intervals are read from the draws; <see cref="QuantileDefinition.R1"/> by default, so that they are ranks and scores that occurred.</summary>
    public QuantileDefinition Quantiles { get; init; } = QuantileDefinition.R1;

    /// <summary>Weights vary (权重).</summary>
    public PlanVariation Weights(params WeightVariation[] variations)
    {
        ArgumentNullException.ThrowIfNull(variations);
        foreach (WeightVariation v in variations) v.Check(Plan.Framework);
        return this with { WeightVariations = [.. WeightVariations, .. variations] };
    }

    /// <summary>Other normalisations (标准化) where indicators have none of their own.</summary>
    public PlanVariation Normalization(params Normalization[] alternatives) => Choice("normalization", Plan.Normalization, alternatives, (p, x) => p with { Normalization = x });

    /// <summary>Other weightings (赋权) where nodes have none of their own.</summary>
    public PlanVariation Weighting(params Weighting[] alternatives) => Choice("weighting", Plan.Weighting, alternatives, (p, x) => p with { Weighting = x });

    /// <summary>Other aggregations (合成) where nodes have none of their own.</summary>
    public PlanVariation Aggregation(params Aggregation[] alternatives) => Choice("aggregation", Plan.Aggregation, alternatives, (p, x) => p with { Aggregation = x });

    /// <summary>Other imputations (插补); null fills nothing.</summary>
    public PlanVariation Imputation(params Imputation?[] alternatives) => Choice("imputation", Plan.Imputation, alternatives, (p, x) => p with { Imputation = x });

    /// <summary>Other treatments of outliers (异常值处理); null treats none.</summary>
    public PlanVariation Treatment(params Treatment?[] alternatives) => Choice("treatment", Plan.Treatment, alternatives, (p, x) => p with { Treatment = x });

    /// <summary>Other bounds of an indicator (上下限), in its own unit: the figure that scores worst and the figure that scores best.</summary>
    /// <exception cref="KeyNotFoundException">The framework has no such indicator.</exception>
    public PlanVariation Bounds(string indicator, params (double Worst, double Best)[] alternatives)
    {
        ArgumentNullException.ThrowIfNull(alternatives);
        _ = Plan.Framework[indicator];
        return Choice($"bounds of {indicator}", [.. alternatives.Select(b => (string.Create(CultureInfo.InvariantCulture, $"{b.Worst}…{b.Best}"), (Func<EvaluationPlan, EvaluationPlan>)(p => p with
        {
            NormalizationOf = new Dictionary<string, Normalization>(p.NormalizationOf, StringComparer.Ordinal) { [indicator] = new GoalpostNormalization { Worst = b.Worst, Best = b.Best, High = p.FullScore } },
        })))]);
    }

    /// <summary>Any other choice of the plan, such as its coverage threshold: each alternative with a label.</summary>
    /// <param name="name">What is chosen; unique in the variation.</param>
    /// <param name="alternatives">The alternatives to the plan's own.</param>
    public PlanVariation Choice(string name, params (string Label, Func<EvaluationPlan, EvaluationPlan> Plan)[] alternatives)
    {
        ArgumentNullException.ThrowIfNull(alternatives);
        return With(name, [new PlanAlternative("as planned"), .. alternatives.Select(a => new PlanAlternative(a.Label, a.Plan ?? throw new ArgumentNullException(nameof(alternatives))))]);
    }

    /// <summary>Other figures for the same areas and years (数据来源分歧), such as those of another department: each panel with a label.</summary>
    public PlanVariation Source(params (string Label, Panel Panel)[] alternatives)
    {
        ArgumentNullException.ThrowIfNull(alternatives);
        return With("source", [new PlanAlternative("as given"), .. alternatives.Select(a => new PlanAlternative(a.Label, panel: a.Panel ?? throw new ArgumentNullException(nameof(alternatives))))]);
    }

    /// <summary>Figures are off by errors (测量误差).</summary>
    public PlanVariation MeasurementError(MeasurementError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        error.Check(Plan.Framework);
        return this with { Error = error };
    }

    /// <summary>Evaluates the panel once a draw, and says how sure the ranks are.</summary>
    /// <param name="panel">Figures of the plan's framework.</param>
    /// <param name="draws">How many draws; 1,000 by default.</param>
    /// <param name="seed">The seed; the same seed gives the same bits on any machine and any number of threads.</param>
    /// <param name="year">The year to report; every year of the panel by default.</param>
    /// <param name="baseline">The years to learn from; every year of the panel by default.</param>
    /// <param name="threads">The most threads to use; all by default.</param>
    /// <param name="progress">Is told the share done.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="InvalidDocumentException">The plan itself cannot be fitted.</exception>
    /// <exception cref="ArgumentException">The panel does not suit the plan, or the constraints of the weights contradict each other.</exception>
    public RankUncertainty Run(Panel panel, int draws = 1000, long seed = 1, int? year = null, YearRange? baseline = null, int? threads = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        if (threads is { } most) ArgumentOutOfRangeException.ThrowIfLessThan(most, 1, nameof(threads));
        return new VariationRun(this, panel, baseline, year, seed).Run(draws, threads ?? Environment.ProcessorCount, progress, cancellation);
    }

    private PlanVariation Choice<T>(string name, T own, T[] alternatives, Func<EvaluationPlan, T, EvaluationPlan> change)
    {
        ArgumentNullException.ThrowIfNull(alternatives);
        var labels = new HashSet<string>(StringComparer.Ordinal);
        T[] others = [.. alternatives.Distinct().Where(x => !Equals(x, own))];
        return With(name, [new PlanAlternative(Label(own)), .. others.Select(x => new PlanAlternative(Label(x), p => change(p, x)))]);

        string Label(T method)
        {
            string label = method is null ? "none" : method.GetType().Name.Replace(typeof(T).Name, "", StringComparison.Ordinal);
            string unique = label;
            for (int k = 2; !labels.Add(unique); k++) unique = string.Create(CultureInfo.InvariantCulture, $"{label} {k}");
            return unique;
        }
    }

    private PlanVariation With(string name, IReadOnlyList<PlanAlternative> alternatives) => Choices.Any(c => c.Name == name)
        ? throw new ArgumentException($"The choice of {name} varies already; give all its alternatives at once.", nameof(name))
        : this with { Choices = [.. Choices, new PlanChoice(name, alternatives)] };

    /// <summary>A line for everything that varies.</summary>
    public override string ToString() => string.Join('\n', Choices.Select(c => c.ToString()).Concat(WeightVariations.Select(w => w.ToString())).Concat(Error is null ? [] : [Error.ToString()]).DefaultIfEmpty("nothing varies"));
}
