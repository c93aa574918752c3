using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The composites of a tree of any aggregations under given weights, node by node.</summary>
internal static class TreeComposites
{
    /// <summary>The composites of the root in one year.</summary>
    /// <param name="model">The model, whose own weights do not count.</param>
    /// <param name="leaves">The scores of the indicators.</param>
    /// <param name="weights">Node by node, children before parents.</param>
    /// <param name="composites">Takes one an area; NaN where a rule is not defined.</param>
    public static void Of(EvaluationModel model, double[][] leaves, ReadOnlySpan<double> weights, double[] composites)
    {
        ScoreTree.Node[] tree = model.Tree.Nodes;
        var nodes = new double[tree.Length][];
        for (int n = tree.Length - 1, first = 0; n >= 0; n--)
        {
            double[] own = weights.Slice(first, tree[n].Children.Length).ToArray();
            first += own.Length;
            nodes[n] = Composite(model.Aggregations[tree[n].Code], model.Plan.ThresholdAt(tree[n].Code), Scoring.Children(tree[n], nodes, i => leaves[i]), own);
        }
        nodes[0].CopyTo(composites, 0);
    }

    private static double[] Composite(Aggregation aggregation, double threshold, Matrix children, double[] weights)
    {
        try { return Scoring.Node(aggregation, threshold, children, weights, isTolerant: true); }
        catch (ArgumentException) { return [.. Enumerable.Repeat(double.NaN, children.Rows)]; } // as in an evaluation, an undefined composite is none; the draw is counted as failed
    }
}
