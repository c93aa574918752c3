using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>How scores and ranks change without one indicator, dimension, area or year (逐一剔除).</summary>
public static class LeaveOut
{
    /// <summary>Without each indicator in turn, in the framework's order.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="panel">Figures of its framework.</param>
    /// <param name="year">The year to rank; the last of the panel by default.</param>
    /// <param name="baseline">The years to learn from; every year of the panel by default.</param>
    /// <param name="rule">How an indicator is left out; by weight 0 by default.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IReadOnlyList<LeaveOutEffect> Indicators(EvaluationPlan plan, Panel panel, int? year = null, YearRange? baseline = null, LeaveOutRule rule = LeaveOutRule.ZeroWeight, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Nodes(plan, panel, plan.Framework.Indicators.Select(i => i.Code), year, baseline, rule, cancellation);
    }

    /// <summary>Without each dimension in turn, in preorder; the root cannot be left out.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="panel">Figures of its framework.</param>
    /// <param name="year">The year to rank; the last of the panel by default.</param>
    /// <param name="baseline">The years to learn from; every year of the panel by default.</param>
    /// <param name="rule">How a dimension is left out; by weight 0 by default.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IReadOnlyList<LeaveOutEffect> Dimensions(EvaluationPlan plan, Panel panel, int? year = null, YearRange? baseline = null, LeaveOutRule rule = LeaveOutRule.ZeroWeight, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Nodes(plan, panel, plan.Framework.Dimensions.Skip(1).Select(d => d.Code), year, baseline, rule, cancellation);
    }

    /// <summary>Without each area in turn: the plan learns from the others and ranks them, and their ranks are compared with those they have among themselves when it is there.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="panel">Figures of its framework.</param>
    /// <param name="year">The year to rank; the last of the panel by default.</param>
    /// <param name="baseline">The years to learn from; every year of the panel by default.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IReadOnlyList<LeaveOutEffect> Areas(EvaluationPlan plan, Panel panel, int? year = null, YearRange? baseline = null, CancellationToken cancellation = default)
    {
        double[] own = Own(plan, panel, year, baseline, out int reported, out _);
        var effects = new List<LeaveOutEffect>();
        for (int left = 0; left < panel.Areas.Count; left++)
        {
            cancellation.ThrowIfCancellationRequested();
            double[] others = [.. own];
            others[left] = double.NaN;
            int place = left;
            effects.Add(Effect(panel, panel.Areas[left].Code, others, plan.Ties, () =>
            {
                Panel rest = PanelParts.WithoutArea(panel, place);
                var scores = new double[own.Length];
                scores[place] = double.NaN;
                ReadOnlySpan<double> found = plan.Fit(rest, baseline).Evaluate(rest).Scores(plan.Framework.Code, reported).Span;
                for (int a = 0; a < scores.Length; a++) if (a != place) scores[a] = found[a < place ? a : a - 1];
                return scores;
            }));
        }
        return effects;
    }

    /// <summary>Without each year of the baseline in turn: the plan learns from the other years and ranks the same year.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="panel">Figures of its framework.</param>
    /// <param name="year">The year to rank; the last of the panel by default.</param>
    /// <param name="baseline">The years to learn from; every year of the panel by default.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IReadOnlyList<LeaveOutEffect> Years(EvaluationPlan plan, Panel panel, int? year = null, YearRange? baseline = null, CancellationToken cancellation = default)
    {
        double[] own = Own(plan, panel, year, baseline, out int reported, out EvaluationModel model);
        int[] learned = [.. Enumerable.Range(0, panel.Years.Count).Where(y => model.Baseline.Contains(panel.Years[y]))];
        var effects = new List<LeaveOutEffect>();
        foreach (int left in learned)
        {
            cancellation.ThrowIfCancellationRequested();
            int[] rest = [.. learned.Where(y => y != left)];
            effects.Add(Effect(panel, panel.Years[left].ToString(CultureInfo.InvariantCulture), own, plan.Ties, () => rest.Length == 0
                ? throw new ArgumentException("No other year is left to learn from.", nameof(panel))
                : plan.Fit(PanelParts.OfYears(panel, rest)).Evaluate(panel).Scores(plan.Framework.Code, reported).ToArray()));
        }
        return effects;
    }

    private static List<LeaveOutEffect> Nodes(EvaluationPlan plan, Panel panel, IEnumerable<string> codes, int? year, YearRange? baseline, LeaveOutRule rule, CancellationToken cancellation)
    {
        double[] own = Own(plan, panel, year, baseline, out int reported, out EvaluationModel model);
        var effects = new List<LeaveOutEffect>();
        foreach (string code in codes)
        {
            cancellation.ThrowIfCancellationRequested();
            effects.Add(Effect(panel, code, own, plan.Ties, () =>
            {
                if (rule == LeaveOutRule.ZeroWeight) return WithoutWeight(model, code).Evaluate(panel).Scores(plan.Framework.Code, reported).ToArray();
                EvaluationPlan rest = ReducedPlan.Without(plan, code);
                Panel figures = PanelParts.Of(panel, rest.Framework);
                return rest.Fit(figures, baseline).Evaluate(figures).Scores(plan.Framework.Code, reported).ToArray();
            }));
        }
        return effects;
    }

    private static double[] Own(EvaluationPlan plan, Panel panel, int? year, YearRange? baseline, out int reported, out EvaluationModel model)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(panel);
        reported = year ?? panel.Years[^1];
        model = plan.Fit(panel, baseline);
        return model.Evaluate(panel).Scores(plan.Framework.Code, reported).ToArray();
    }

    private static LeaveOutEffect Effect(Panel panel, string left, double[] own, TieRule ties, Func<double[]> without)
    {
        BilingualText? failure = null;
        double[] scores = [.. own.Select(_ => double.NaN)];
        try
        {
            scores = without();
        }
        catch (InvalidDocumentException e)
        {
            ValidationIssue issue = e.Report.First(i => i.Severity == Severity.Error);
            failure = new(issue.In(Language.Chinese), issue.In(Language.English));
        }
        catch (ArgumentException e)
        {
            failure = new(e.Message, e.Message);
        }
        double[] before = Ranking.Of(own, ties), after = Ranking.Of(scores, ties);
        return new LeaveOutEffect { Left = left, Areas = panel.Areas, Scores = scores, RankChanges = [.. after.Zip(before, (a, b) => a - b)], Failure = failure };
    }

    /// <summary>The model with no weight on a node; a parent that has no other child with weight loses its own.</summary>
    private static EvaluationModel WithoutWeight(EvaluationModel model, string code)
    {
        var weights = model.Weights.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        string left = code;
        while (true)
        {
            string parent = model.Framework.ParentOf(left) ?? throw new ArgumentException($"Nothing has weight without {code}.", nameof(code));
            ScoreTree.Node node = model.Tree.Nodes.First(n => n.Code == parent);
            double[] values = [.. weights[parent].Values];
            double all = values.Sum();
            values[Array.FindIndex(node.Children, c => c.Code == left)] = 0;
            double rest = values.Sum();
            if (rest > 0)
            {
                for (int i = 0; i < values.Length; i++) values[i] *= all / rest;
                weights[parent] = new WeightSet(values, weights[parent].Method);
                return new EvaluationModel(model.Plan, model.Baseline, model.Imputation, model.Treatments, model.Normalizations, weights, model.Aggregations, model.Gradings, model.Report);
            }
            left = parent;
        }
    }
}
