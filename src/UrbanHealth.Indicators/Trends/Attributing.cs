using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Walks the tree and splits the change of each node among its children.</summary>
internal sealed class Attributing
{
    private readonly EvaluationResult start, end;
    private readonly int startArea, startYear, endArea, endYear;
    private readonly List<AttributionPart> parts = [];
    private bool undefined;

    private Attributing(AreaEvaluation from, AreaEvaluation to)
    {
        (start, startArea, startYear) = (from.Result, from.Row, from.YearPlace);
        (end, endArea, endYear) = (to.Result, to.Row, to.YearPlace);
        if (!ReferenceEquals(start.Framework, end.Framework) && !start.Model.Tree.Nodes.SelectMany(n => n.Children.Select(c => (n.Code, c.Code))).SequenceEqual(end.Model.Tree.Nodes.SelectMany(n => n.Children.Select(c => (n.Code, c.Code)))))
            throw new ArgumentException("The two evaluations are of different frameworks.", nameof(to));
    }

    public static Attribution Between(AreaEvaluation from, AreaEvaluation to)
    {
        var work = new Attributing(from, to);
        double a = from.Score, b = to.Score;
        var result = new Attribution { From = a, To = b };
        if (double.IsNaN(a) || double.IsNaN(b)) return result with { Reason = new("一端没有综合得分", "there is no composite at one end") };
        work.Node(work.end.Model.Tree.Nodes[0], 1);
        if (work.undefined) return result with { Reason = new("合成方法的得分取决于其他对象，无法分解", "the method of aggregation makes an area's score depend on the other areas: no split") };
        double sum = 0, lost = 0;
        foreach (AttributionPart p in work.parts) Sums.Add(ref sum, ref lost, p.Value);
        double rest = b - a - (sum + lost);
        if (Math.Abs(rest) > 1e-12 * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)))) work.Add(work.end.Framework.Code, ChangeCause.Rule, rest);
        return result with { Parts = work.parts };
    }

    private void Node(ScoreTree.Node node, double factor)
    {
        if (end.Model.Aggregations[node.Code] is not RowAggregation method || start.Model.Aggregations[node.Code] is not RowAggregation) { undefined = true; return; }
        int n = node.Children.Length;
        var x0 = new double[n];
        var x1 = new double[n];
        for (int i = 0; i < n; i++)
        {
            ScoreTree.Child c = node.Children[i];
            x0[i] = c.IsIndicator ? start.IndicatorScoreAt(c.Index, startArea, startYear) : start.ScoreAt(c.Index, startArea, startYear);
            x1[i] = c.IsIndicator ? end.IndicatorScoreAt(c.Index, endArea, endYear) : end.ScoreAt(c.Index, endArea, endYear);
        }
        double[] w0 = [.. start.Model.Weights[node.Code].Values], w1 = [.. end.Model.Weights[node.Code].Values];
        bool[] inner = [.. node.Children.Select(c => !c.IsIndicator || !ReferenceEquals(start.Model, end.Model))]; // a child that stood still may hide parts that offset each other
        NodeSplit split = NodeSplit.Of(method, x0, x1, w0, w1, inner);
        // what a veto, or another method of aggregation, makes of the node beside its children
        double score0 = start.ScoreAt(node.Code, startArea, startYear), score1 = end.ScoreAt(node.Code, endArea, endYear);
        double rule = score1 - method.Aggregate(x1, w1) - (score0 - method.Aggregate(x0, w0));
        if (Math.Abs(rule) > 1e-12 * Math.Max(1, Math.Max(Math.Abs(score0), Math.Abs(score1)))) Add(node.Code, ChangeCause.Rule, factor * rule);
        Add(node.Code, ChangeCause.Weights, factor * split.Scale);
        Add(node.Code, ChangeCause.Rule, factor * split.Rest);
        for (int i = 0; i < n; i++)
        {
            ScoreTree.Child c = node.Children[i];
            Add(c.Code, ChangeCause.Weights, factor * split.Weights[i]);
            Add(c.Code, ChangeCause.Reweighting, factor * split.Reweighting[i]);
            if (double.IsNaN(x0[i]) || double.IsNaN(x1[i])) continue;
            if (c.IsIndicator) Leaf(c, factor * split.Multipliers[i], x0[i], x1[i]);
            else Node(end.Model.Tree.Nodes[c.Index], factor * split.Multipliers[i]);
        }
    }

    private void Leaf(ScoreTree.Child child, double factor, double score0, double score1)
    {
        double figure = score1 - score0, yardstick = 0;
        if (!ReferenceEquals(start.Model, end.Model))
        {
            double value0 = start.Panel.ColumnAt(startYear, child.Index).Span[startArea], value1 = end.Panel.ColumnAt(endYear, child.Index).Span[endArea];
            double old1 = start.Model.Normalizations[child.Code].Apply(value1), new0 = end.Model.Normalizations[child.Code].Apply(value0);
            figure = (score1 - new0 + (old1 - score0)) / 2;
            yardstick = (new0 - score0 + (score1 - old1)) / 2;
        }
        Add(child.Code, CauseOf(child.Index), factor * figure);
        Add(child.Code, ChangeCause.Yardstick, factor * yardstick);
    }

    private ChangeCause CauseOf(int indicator)
    {
        if (start.Panel.StateAt(startArea, startYear, indicator) == ObservationState.Imputed || end.Panel.StateAt(endArea, endYear, indicator) == ObservationState.Imputed) return ChangeCause.Imputation;
        ObservationScope? before = start.Panel.ScopeAt(startArea, startYear, indicator), after = end.Panel.ScopeAt(endArea, endYear, indicator);
        return before?.Coverage != after?.Coverage || (before?.DefinitionVersion ?? start.Framework.Indicators[indicator].Version) != (after?.DefinitionVersion ?? end.Framework.Indicators[indicator].Version)
            ? ChangeCause.Scope : ChangeCause.Figure;
    }

    private void Add(string code, ChangeCause cause, double value)
    {
        if (value != 0) parts.Add(new AttributionPart(code, cause, value));
    }
}
