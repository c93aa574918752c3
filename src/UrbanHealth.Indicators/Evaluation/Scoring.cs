namespace UrbanHealth.Indicators;

/// <summary>Scores of nodes: [year][node] → one score an area; NaN where missing.</summary>
internal static class Scoring
{
    public static double[][][] Score(EvaluationModel model, Panel panel, CancellationToken cancellation)
    {
        var years = new double[panel.Years.Count][][];
        for (int y = 0; y < years.Length; y++)
        {
            cancellation.ThrowIfCancellationRequested();
            years[y] = Year(model, panel, y);
        }
        return years;
    }

    /// <summary>The scores of one indicator in a year.</summary>
    public static void Indicator(EvaluationModel model, Panel panel, int year, int indicator, Span<double> scores)
    {
        if (model.Normalizations.TryGetValue(model.Framework.Indicators[indicator].Code, out FittedNormalization? fitted))
            fitted.Apply(panel.ColumnAt(year, indicator).Span, scores);
        else
            scores.Fill(double.NaN);
    }

    private static double[][] Year(EvaluationModel model, Panel panel, int year)
    {
        ScoreTree tree = model.Tree;
        var nodes = new double[tree.Nodes.Length][];
        for (int n = tree.Nodes.Length - 1; n >= 0; n--)
        {
            ScoreTree.Node node = tree.Nodes[n];
            Matrix children = Children(node, nodes, i =>
            {
                var scores = new double[panel.Areas.Count];
                Indicator(model, panel, year, i, scores);
                return scores;
            });
            nodes[n] = Node(model.Aggregations[node.Code], model.Plan.ThresholdAt(node.Code), children, model.Weights[node.Code].Values);
        }
        return nodes;
    }

    /// <summary>The scores of a node's children, side by side.</summary>
    public static Matrix Children(ScoreTree.Node node, double[][] nodes, Func<int, double[]> indicator) =>
        Matrix.FromMemory([.. node.Children.Select(c => (ReadOnlyMemory<double>)(c.IsIndicator ? indicator(c.Index) : nodes[c.Index]))]);

    /// <summary>The composites of a node, NaN where fewer of its children than the threshold have a score.</summary>
    public static double[] Node(Aggregation aggregation, double threshold, Matrix children, IReadOnlyList<double> weights)
    {
        var composites = new double[children.Rows];
        aggregation.Aggregate(children, weights.ToArray(), composites);
        if (threshold <= 0) return composites;
        for (int i = 0; i < composites.Length; i++)
        {
            int present = 0;
            for (int j = 0; j < children.Columns; j++) if (!double.IsNaN(children[i, j])) present++;
            if (present < threshold * children.Columns) composites[i] = double.NaN;
        }
        return composites;
    }
}
