namespace UrbanHealth.Indicators;

/// <summary>Finds what an evaluation could not score although there were figures.</summary>
internal static class EvaluationChecks
{
    public static ValidationReport Of(EvaluationModel model, Panel panel, double[][][] scores, BottomLines bottomLines)
    {
        var issues = new List<ValidationIssue>();
        for (int y = 0; y < panel.Years.Count; y++)
        {
            for (int i = 0; i < model.Framework.Indicators.Count; i++) CheckIndicator(model, panel, y, i, issues);
            for (int n = 0; n < model.Tree.Nodes.Length; n++) CheckNode(model, panel, y, n, scores[y], bottomLines, issues);
        }
        return issues.Count == 0 ? ValidationReport.Empty : new ValidationReport(issues);
    }

    private static void CheckIndicator(EvaluationModel model, Panel panel, int year, int indicator, List<ValidationIssue> issues)
    {
        string code = model.Framework.Indicators[indicator].Code;
        if (!model.Normalizations.TryGetValue(code, out FittedNormalization? fitted) || (fitted is FittedLinear && !model.Treatments.ContainsKey(code))) return; // straight lines are defined everywhere
        ReadOnlySpan<double> figures = panel.ColumnAt(year, indicator).Span;
        var found = new double[figures.Length];
        model.Scoring.Indicator(indicator, figures, found);
        for (int a = 0; a < found.Length; a++)
            if (double.IsNaN(found[a]) && !double.IsNaN(figures[a]))
                issues.Add(new("evaluation.undefined-score", Severity.Error, new Place { Area = panel.Areas[a].Code, Year = panel.Years[year], Indicator = code },
                    new(FormattableString.Invariant($"数值 {figures[a]:R} 无法按规则标准化（{fitted.Describe(Language.Chinese)}），不计分"), FormattableString.Invariant($"the figure {figures[a]:R} has no score by the rule ({fitted.Describe(Language.English)})"))));
    }

    private static void CheckNode(EvaluationModel model, Panel panel, int year, int n, double[][] scores, BottomLines bottomLines, List<ValidationIssue> issues)
    {
        ScoreTree.Node node = model.Tree.Nodes[n];
        if (model.Aggregations[node.Code] is ArithmeticAggregation) return; // defined everywhere
        double threshold = model.Plan.ThresholdAt(node.Code);
        for (int a = 0; a < panel.Areas.Count; a++)
        {
            if (!double.IsNaN(scores[n][a]) || bottomLines.IsVetoed(n, a, year)) continue;
            int present = node.Children.Count(c => !double.IsNaN(c.IsIndicator ? model.Scoring.Indicator(c.Index, panel.ColumnAt(year, c.Index).Span[a]) : scores[c.Index][a]));
            if (present == 0 || (double)present / node.Children.Length < threshold) continue;
            issues.Add(new("evaluation.undefined-composite", Severity.Error, new Place { Area = panel.Areas[a].Code, Year = panel.Years[year], Indicator = node.Code },
                new($"“{node.Dimension.Name}”的{model.Aggregations[node.Code].Describe(Language.Chinese)}对这些得分没有定义，不计分", $"the {model.Aggregations[node.Code].Describe(Language.English)} is not defined for these scores: no composite")));
        }
    }
}
