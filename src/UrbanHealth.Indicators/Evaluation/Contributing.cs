namespace UrbanHealth.Indicators;

/// <summary>Splits a composite exactly into its indicators, node by node down the tree.</summary>
internal static class Contributing
{
    public static IReadOnlyList<Contribution>? To(EvaluationResult result, string code, int area, int year)
    {
        var shares = new double[result.Framework.Indicators.Count];
        if (result.NodeOf(code) is { } node) { if (!Spread(result, node, area, year, 1, shares)) return null; }
        else shares[result.Framework.IndexOf(code)] = result.IndicatorScoreAt(result.Framework.IndexOf(code), area, year);
        return [.. result.Framework.Indicators.Select((x, i) => new Contribution(x.Code, shares[i]))];
    }

    /// <summary>The share of each child of a node in the node's score; null when its aggregation has no exact split.</summary>
    public static double[]? Shares(EvaluationResult result, ScoreTree.Node node, int area, int year)
    {
        if (result.Model.Aggregations[node.Code] is not RowAggregation aggregation) return null;
        double[] scores = Scores(result, node, area, year);
        var shares = new double[scores.Length];
        if (double.IsNaN(result.ScoreAt(node.Code, area, year)) || result.BottomLines.IsVetoed(result.NodeIndexOf(node.Code), area, year)) return shares; // nothing made the score
        return aggregation.Contribute(scores, [.. result.Model.Weights[node.Code].Values], shares) ? shares : null;
    }

    /// <summary>The weights that counted: those of missing children are 0 and the others scaled up.</summary>
    public static double[] Reweighted(EvaluationResult result, ScoreTree.Node node, int area, int year)
    {
        double[] scores = Scores(result, node, area, year);
        double[] weights = [.. result.Model.Weights[node.Code].Values];
        double all = 0, present = 0;
        bool missing = false;
        for (int i = 0; i < weights.Length; i++)
        {
            all += weights[i];
            if (double.IsNaN(scores[i])) { weights[i] = 0; missing = true; }
            else present += weights[i];
        }
        if (missing && present > 0) for (int i = 0; i < weights.Length; i++) weights[i] *= all / present;
        return weights;
    }

    private static bool Spread(EvaluationResult result, ScoreTree.Node node, int area, int year, double factor, double[] indicators)
    {
        double[]? shares = Shares(result, node, area, year);
        if (shares is null) return false;
        if (result.BottomLines.IsVetoed(result.NodeIndexOf(node.Code), area, year)) return true;
        bool arithmetic = result.Model.Aggregations[node.Code] is ArithmeticAggregation;
        double[] weights = Reweighted(result, node, area, year);
        for (int i = 0; i < shares.Length; i++)
        {
            ScoreTree.Child child = node.Children[i];
            if (child.IsIndicator) { indicators[child.Index] = factor * shares[i]; continue; }
            double score = result.ScoreAt(child.Index, area, year);
            if (double.IsNaN(score)) continue;
            // an arithmetic node passes its weight on, which also holds where a child's score is zero
            double passed = arithmetic ? weights[i] : score == 0 ? 0 : shares[i] / score;
            if (!Spread(result, result.Model.Tree.Nodes[child.Index], area, year, factor * passed, indicators)) return false;
        }
        return true;
    }

    private static double[] Scores(EvaluationResult result, ScoreTree.Node node, int area, int year) =>
        [.. node.Children.Select(c => c.IsIndicator ? result.IndicatorScoreAt(c.Index, area, year) : result.ScoreAt(c.Index, area, year))];
}
