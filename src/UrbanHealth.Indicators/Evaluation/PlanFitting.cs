namespace UrbanHealth.Indicators;

/// <summary>Learns a model: normalisations indicator by indicator, then weights from the leaves up.</summary>
internal sealed class PlanFitting
{
    private readonly EvaluationPlan plan;
    private readonly Panel panel; // with what was missing filled in
    private readonly Imputation? imputation;
    private readonly Dictionary<string, FittedTreatment> treatments = new(StringComparer.Ordinal);
    private readonly YearRange baseline;
    private readonly int[] years; // places in the panel
    private readonly List<ValidationIssue> issues = [];
    private string[]? rowAreas;
    private readonly Dictionary<string, FittedNormalization> normalizations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WeightSet> weights = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Aggregation> aggregations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FittedGrading> gradings = new(StringComparer.Ordinal);

    public PlanFitting(EvaluationPlan plan, Panel panel, YearRange? baseline)
    {
        panel = panel.Under(plan.Framework, nameof(panel));
        this.plan = plan;
        this.baseline = baseline ?? YearRange.Of(panel.Years.Count > 0 ? panel.Years[0] : throw new ArgumentException("The panel has no year.", nameof(panel)), panel.Years[^1]);
        imputation = plan.Imputation?.Fit(panel, this.baseline);
        this.panel = panel = imputation?.Apply(panel) ?? panel;
        years = [.. Enumerable.Range(0, panel.Years.Count).Where(y => this.baseline.Contains(panel.Years[y]))];
        if (years.Length == 0) throw new ArgumentException($"The panel has no year of the baseline {this.baseline}.", nameof(baseline));
    }

    public EvaluationModel Fit()
    {
        PlanIssues.CheckNames(plan, issues);
        if (imputation is { IsRelative: true }) issues.Add(PlanIssues.RelativeImputation());
        double[][] indicators = [.. plan.Framework.Indicators.Select(FitIndicator)];
        FitNodes(indicators);
        var report = new ValidationReport(issues);
        if (!report.IsValid) throw new InvalidDocumentException(report);
        return new EvaluationModel(plan, baseline, imputation, treatments, normalizations, weights, aggregations, gradings, report);
    }

    /// <summary>The area of each pooled row, for normalisations that look one up.</summary>
    private string[] RowAreas => rowAreas ??= [.. years.SelectMany(_ => panel.Areas.Select(a => a.Code))];

    /// <summary>Fits one indicator and returns its scores over the baseline, year after year.</summary>
    private double[] FitIndicator(Indicator indicator, int index)
    {
        int areas = panel.Areas.Count;
        var pooled = new double[areas * years.Length];
        for (int y = 0; y < years.Length; y++) panel.ColumnAt(years[y], index).Span.CopyTo(pooled.AsSpan(y * areas));
        try
        {
            FittedTreatment? treated = (plan.TreatmentOf.GetValueOrDefault(indicator.Code) ?? plan.Treatment)?.Fit(pooled);
            treated?.Apply(pooled, pooled);
            FittedNormalization fitted = NormalizationOf(plan, indicator).Fit(pooled, RowAreas, PreferenceOf(indicator));
            fitted.Apply(pooled, pooled);
            if (treated is not null) treatments.Add(indicator.Code, treated);
            normalizations.Add(indicator.Code, fitted);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            issues.Add(PlanIssues.Unfittable(plan.Unfittable, indicator, e.Message));
            Array.Fill(pooled, double.NaN);
        }
        return pooled;
    }

    internal static Normalization NormalizationOf(EvaluationPlan plan, Indicator indicator) =>
        plan.NormalizationOf.TryGetValue(indicator.Code, out Normalization? own) ? own
        : indicator.Benchmark is { } benchmark ? new BenchmarkNormalization { Benchmark = benchmark, High = plan.FullScore }
        : plan.Normalization;

    /// <summary>A target or range is read from the benchmark, else from the first standard that states one.</summary>
    internal static Preference PreferenceOf(Indicator indicator)
    {
        if (indicator.Direction is Direction.HigherIsBetter or Direction.LowerIsBetter) return indicator.Direction;
        switch (indicator.Benchmark)
        {
            case TargetBenchmark t: return Preference.Target(t.Value);
            case RangeBenchmark r: return Preference.Range(r.Low, r.High);
            case not null: return Preference.Higher; // the benchmark itself says what is best
        }
        Standard? standard = indicator.Standards.FirstOrDefault(s => s.Comparison is Comparison.Within or Comparison.EqualTo)
            ?? throw new ArgumentException($"{indicator.Code} has a target or a range as its best, and neither a benchmark nor a standard says which.", nameof(indicator));
        return Preference.Range(standard.Value, standard.Upper ?? standard.Value);
    }

    private void FitNodes(double[][] indicators)
    {
        ScoreTree tree = new(plan.Framework);
        var nodes = new double[tree.Nodes.Length][];
        int[] rowYears = [.. years.SelectMany(y => Enumerable.Repeat(panel.Years[y], panel.Areas.Count))];
        for (int n = tree.Nodes.Length - 1; n >= 0; n--)
        {
            ScoreTree.Node node = tree.Nodes[n];
            if (node.Children.Length == 0)
            {
                issues.Add(PlanIssues.Empty(node.Dimension, n == 0));
                weights[node.Code] = new WeightSet([], "none");
                aggregations[node.Code] = plan.AggregationAt(node.Code);
                nodes[n] = Missing(rowYears.Length);
                continue;
            }
            Matrix children = Scoring.Children(node, nodes, i => indicators[i]);
            Siblings siblings = SiblingsOf(plan, node, children, rowYears);
            try
            {
                weights[node.Code] = Weigh(plan.WeightingOf.GetValueOrDefault(node.Code, plan.Weighting), siblings, node);
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                issues.Add(PlanIssues.Unweighable(node.Dimension, e.Message));
                weights[node.Code] = Weighting.Equal().Weigh(siblings); // the error stands in the report; this only lets the other nodes be looked at
            }
            nodes[n] = FitNode(node, children);
        }
    }

    internal static Siblings SiblingsOf(EvaluationPlan plan, ScoreTree.Node node, Matrix children, int[] rowYears) => new(children)
    {
        Codes = [.. node.Children.Select(c => c.Code)],
        Given = [.. node.Children.Select(c => c.Given)],
        IndicatorCounts = [.. node.Children.Select(c => c.IsIndicator ? 1 : CountIndicators(plan.Framework.Dimensions[c.Index]))],
        RowYears = rowYears,
    };

    /// <summary>The weights of siblings. What the baseline could not score is left out of the learning, with a weight of 0, where the plan leaves such indicators out.</summary>
    private WeightSet Weigh(Weighting weighting, Siblings siblings, ScoreTree.Node node)
    {
        int[] scored = [.. Enumerable.Range(0, siblings.Count).Where(j => siblings.Scores.Column(j).ContainsAnyExcept(double.NaN))];
        WeightSet some;
        try
        {
            return weighting.Weigh(siblings); // given and judged weights need no scores
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException && plan.Unfittable == UnfittableRule.LeaveOut && scored.Length > 0 && scored.Length < siblings.Count)
        {
            some = weighting.Weigh(siblings with
            {
                Scores = Matrix.FromMemory([.. scored.Select(j => (ReadOnlyMemory<double>)siblings.Scores.Column(j).ToArray())]),
                Codes = [.. scored.Select(j => siblings.Codes[j])],
                Given = [.. scored.Select(j => siblings.Given[j])],
                IndicatorCounts = [.. scored.Select(j => siblings.IndicatorCounts[j])],
            });
        }
        issues.Add(PlanIssues.NotWeighed(node.Dimension, [.. Enumerable.Range(0, siblings.Count).Except(scored).Select(j => siblings.Codes[j])]));
        return new WeightSet(Spread(some.Values, 0), some.Method)
        {
            Evidence = some.Evidence.ToDictionary(e => e.Key, e => e.Value.Count == scored.Length ? Spread(e.Value, double.NaN) : e.Value, StringComparer.Ordinal),
        };

        double[] Spread(IReadOnlyList<double> values, double absent)
        {
            var all = new double[siblings.Count];
            Array.Fill(all, absent);
            for (int i = 0; i < scored.Length; i++) all[scored[i]] = values[i];
            return all;
        }
    }

    private static int CountIndicators(Dimension dimension) => dimension.Indicators.Count + dimension.Dimensions.Sum(CountIndicators);

    /// <summary>Fits the aggregation and the grades of one node and returns its composites over the baseline.</summary>
    private double[] FitNode(ScoreTree.Node node, Matrix children)
    {
        double[] w = [.. weights[node.Code].Values];
        Aggregation aggregation = plan.AggregationAt(node.Code);
        try
        {
            aggregations[node.Code] = aggregation = aggregation.Fit(children, w) ?? aggregation;
            double[] composites = Scoring.Node(aggregation, plan.ThresholdAt(node.Code), children, w);
            if (plan.Grading is null) return composites;
            if (plan.Unfittable == UnfittableRule.LeaveOut && plan.Grading is not FixedGrading && !composites.AsSpan().ContainsAnyExcept(double.NaN)) issues.Add(PlanIssues.Ungraded(node.Dimension));
            else gradings[node.Code] = plan.Grading.Fit(composites);
            return composites;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            issues.Add(PlanIssues.Unfittable(node.Dimension, e.Message));
            return Missing(children.Rows);
        }
    }

    private static double[] Missing(int rows)
    {
        var missing = new double[rows];
        Array.Fill(missing, double.NaN);
        return missing;
    }
}
