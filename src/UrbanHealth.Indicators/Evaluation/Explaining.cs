using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Builds the trace of a score.</summary>
internal static class Explaining
{
    public static Explanation Of(EvaluationResult result, string code, int area, int year)
    {
        string? parent = result.Framework.ParentOf(code);
        if (parent is null && code != result.Framework.Code) throw new KeyNotFoundException($"The framework {result.Framework.Code} has no {code}.");
        if (parent is null) return Node(result, result.NodeOf(code)!, area, year, 1, null);
        ScoreTree.Node above = result.NodeOf(parent)!;
        int place = Array.FindIndex(above.Children, c => c.Code == code);
        if (place < 0) return Node(result, result.NodeOf(code)!, area, year, 0, null); // a dimension without indicators is no part of the score above
        double[]? shares = Contributing.Shares(result, above, area, year);
        return Child(result, above.Children[place], area, year, Contributing.Reweighted(result, above, area, year)[place], shares?[place]);
    }

    private static Explanation Child(EvaluationResult result, ScoreTree.Child child, int area, int year, double counted, double? contribution) => child.IsIndicator
        ? Leaf(result, result.Framework.Indicators[child.Index], area, year, counted, contribution)
        : Node(result, result.Model.Tree.Nodes[child.Index], area, year, counted, contribution);

    /// <summary>What a dimension and an indicator are told alike.</summary>
    private static Explanation Common(EvaluationResult result, NodeEvaluation evaluation, BilingualText name, int area, int year, double counted, double? contribution) => new()
    {
        Code = evaluation.Code,
        Name = name,
        Area = result.Areas[area],
        Year = result.Years[year],
        Score = evaluation.Score,
        Rank = evaluation.Rank,
        Grade = evaluation.Grade,
        Weight = evaluation.Weight,
        CountedWeight = counted,
        EffectiveWeight = evaluation.EffectiveWeight,
        Contribution = contribution,
    };

    private static Explanation Node(EvaluationResult result, ScoreTree.Node node, int area, int year, double counted, double? contribution)
    {
        var evaluation = new NodeEvaluation(result, node.Code, area, year);
        double[] weights = Contributing.Reweighted(result, node, area, year);
        double[]? shares = Contributing.Shares(result, node, area, year);
        Explanation[] children = [.. node.Children.Select((c, i) => Child(result, c, area, year, weights[i], shares?[i]))];
        return Common(result, evaluation, new(node.Dimension.Name, node.Dimension.EnglishName ?? node.Dimension.Name), area, year, counted, contribution) with
        {
            Aggregation = result.Model.Aggregations[node.Code],
            Coverage = evaluation.Coverage,
            Children = children,
            Notes = [.. NodeNotes(result, node, evaluation, children), .. BottomLineNotes(result, node, area, year)],
        };
    }

    private static IEnumerable<BilingualText> NodeNotes(EvaluationResult result, ScoreTree.Node node, NodeEvaluation evaluation, Explanation[] children)
    {
        if (children.Length == 0) yield return new("没有指标，不参与评分", "no indicators: no part of the scores");
        int missing = children.Count(c => double.IsNaN(c.Score));
        double threshold = result.Model.Plan.ThresholdAt(node.Code);
        if (missing == 0) yield break;
        string list = string.Join('、', children.Where(c => double.IsNaN(c.Score)).Select(c => c.Name.Chinese));
        string english = string.Join(", ", children.Where(c => double.IsNaN(c.Score)).Select(c => c.Name.English));
        if (double.IsNaN(evaluation.Score) && evaluation.Coverage < threshold)
            yield return new(
                string.Create(CultureInfo.InvariantCulture, $"覆盖率 {evaluation.Coverage:P0} 低于阈值 {threshold:P0}，不计分；缺 {list}"),
                string.Create(CultureInfo.InvariantCulture, $"coverage {evaluation.Coverage:P0} is below the threshold {threshold:P0}: no score; missing {english}"));
        else if (!double.IsNaN(evaluation.Score))
            yield return new($"缺 {list}，权重按比例分给其余下级", $"missing {english}: the weights of the others are scaled up");
    }

    private static IEnumerable<BilingualText> BottomLineNotes(EvaluationResult result, ScoreTree.Node node, int area, int year)
    {
        foreach (JudgedIndicator line in result.BottomLines.FailedBelow(result.NodeIndexOf(node.Code), area, year))
        {
            string name = line.Indicator.Name, english = line.Indicator.EnglishName ?? name;
            yield return result.Model.Plan.BottomLine switch
            {
                VetoRule => new($"底线指标“{name}”不达标，一票否决", $"the bottom line {english} is not met: vetoed"),
                GradeCapRule cap => new($"底线指标“{name}”不达标，等级不高于“{cap.Grade}”", $"the bottom line {english} is not met: the grade is no better than {cap.Grade}"),
                _ => new($"底线指标“{name}”不达标", $"the bottom line {english} is not met"),
            };
        }
    }

    private static Explanation Leaf(EvaluationResult result, Indicator indicator, int area, int year, double counted, double? contribution)
    {
        var evaluation = new NodeEvaluation(result, indicator.Code, area, year);
        Panel panel = result.Panel;
        string place = result.Areas[area].Code;
        ObservationState state = panel.StateAt(area, year, panel.IndexOfCode(indicator.Code));
        ObservationScope? scope = panel.Scope(place, panel.Years[year], indicator.Code);
        double value = panel[place, panel.Years[year], indicator.Code];
        return Common(result, evaluation, new(indicator.Name, indicator.EnglishName ?? indicator.Name), area, year, counted, contribution) with
        {
            TreatedValue = Treated(result, indicator.Code, value),
            Value = value,
            Unit = indicator.Unit,
            State = state,
            Scope = scope,
            Judged = result.JudgedAt(indicator.Code, area, year),
            Normalization = result.Model.Normalizations.GetValueOrDefault(indicator.Code),
            Notes = [.. LeafNotes(result, indicator, state, scope)],
        };
    }

    private static double? Treated(EvaluationResult result, string code, double value)
    {
        if (double.IsNaN(value) || !result.Model.Treatments.TryGetValue(code, out FittedTreatment? treatment)) return null;
        try
        {
            double treated = treatment.Apply(value);
            return treated.Equals(value) ? null : treated;
        }
        catch (ArgumentException)
        {
            return null; // the result's report says that there is no score
        }
    }

    private static IEnumerable<BilingualText> LeafNotes(EvaluationResult result, Indicator indicator, ObservationState state, ObservationScope? scope)
    {
        switch (state)
        {
            case ObservationState.Missing: yield return new("缺失", "missing"); break;
            case ObservationState.NotApplicable: yield return new("不适用", "not applicable"); break;
            case ObservationState.NotEvaluated: yield return new("不评价", "not evaluated"); break;
            case ObservationState.Imputed: yield return new("插补值", "imputed"); break;
            case ObservationState.RolledUp: yield return new("由下级汇总", "rolled up from parts"); break;
        }
        if (scope?.CarriedOverFrom is { } from) yield return new($"沿用 {from} 年数据", $"carried over from {from}");
        else if (state == ObservationState.CarriedOver) yield return new("沿用往年数据", "carried over from an earlier year");
        if (!result.Model.Normalizations.ContainsKey(indicator.Code)) yield return new("基准期内无法标准化，不计分", "the baseline could not fit it: no score");
        if (indicator.Kind == IndicatorKind.BottomLine) yield return new("底线指标", "a bottom-line indicator");
    }
}
