using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>A model compiled for the kernel: from the columns of a year to the scores of every node.</summary>
internal sealed class Scoring
{
    private readonly EvaluationModel model;
    private readonly ScoreMap[] leaves;
    private readonly ScoringProgram? program; // null when a node compares areas with each other
    private readonly int[] upward; // the kernel's number of each node: it wants children before parents, and none without children

    public Scoring(EvaluationModel model)
    {
        this.model = model;
        upward = new int[model.Tree.Nodes.Length];
        for (int n = upward.Length - 1, next = 0; n >= 0; n--) upward[n] = model.Tree.Nodes[n].Children.Length > 0 ? next++ : -1;
        leaves = [.. model.Framework.Indicators.Select(i => model.Normalizations.TryGetValue(i.Code, out FittedNormalization? fitted) ? Tolerant(fitted, model.Treatments.GetValueOrDefault(i.Code)) : ScoreMap.Of(static (_, scores) => scores.Fill(double.NaN)))];
        if (model.Aggregations.Values.All(a => a is RowAggregation)) program = Compile();
    }

    /// <summary>The scores of every node in a year, in the tree's order: one an area, NaN where missing.</summary>
    public double[][] Year(ReadOnlyMemory<double>[] columns, int threads, CancellationToken cancellation)
    {
        int areas = columns.Length == 0 ? 0 : columns[0].Length, count = model.Tree.Nodes.Length;
        if (program is null) return AreaByArea(columns);
        var nodes = new double[count][];
        var upwards = new Memory<double>[program.Nodes.Length];
        for (int n = 0; n < count; n++)
        {
            nodes[n] = new double[areas];
            if (upward[n] >= 0) upwards[upward[n]] = nodes[n];
            else Array.Fill(nodes[n], double.NaN);
        }
        ScoringKernel.Score(program, columns, upwards, threads: threads, cancellation: cancellation);
        return nodes;
    }

    /// <summary>The scores of one indicator.</summary>
    public void Indicator(int indicator, ReadOnlySpan<double> figures, Span<double> scores) => leaves[indicator].Apply(figures, scores);

    /// <summary>The score of one figure of an indicator; NaN where its rule is not defined for it.</summary>
    public double Indicator(int indicator, double figure) => leaves[indicator].Apply(figure);

    /// <summary>The scores of a node's children, side by side.</summary>
    public static Matrix Children(ScoreTree.Node node, double[][] nodes, Func<int, double[]> indicator) =>
        Matrix.FromMemory([.. node.Children.Select(c => (ReadOnlyMemory<double>)(c.IsIndicator ? indicator(c.Index) : nodes[c.Index]))]);

    /// <summary>The composites of a node, NaN where fewer of its children than the threshold have a score.</summary>
    /// <param name="aggregation">That of the node.</param>
    /// <param name="threshold">The share of children that must have a score.</param>
    /// <param name="children">Their scores.</param>
    /// <param name="weights">One a child.</param>
    /// <param name="isTolerant">Whether what a row aggregation is not defined for is NaN, not an exception.</param>
    public static double[] Node(Aggregation aggregation, double threshold, Matrix children, double[] weights, bool isTolerant = false)
    {
        var composites = new double[children.Rows];
        if (isTolerant && aggregation is RowAggregation byRow) byRow.AggregateOrNone(children, weights, composites);
        else aggregation.Aggregate(children, weights, composites);
        int fewest = new ScoringNode(new int[children.Columns], weights, threshold).FewestPresent;
        var present = new int[composites.Length];
        for (int j = 0; j < children.Columns; j++)
        {
            ReadOnlySpan<double> column = children.Column(j);
            for (int i = 0; i < column.Length; i++) if (!double.IsNaN(column[i])) present[i]++;
        }
        for (int i = 0; i < composites.Length; i++) if (present[i] < fewest) composites[i] = double.NaN;
        return composites;
    }

    private ScoringProgram Compile()
    {
        int indicators = leaves.Length;
        return new ScoringProgram(leaves, [.. Enumerable.Reverse(model.Tree.Nodes).Where(n => n.Children.Length > 0).Select(n => new ScoringNode(
            [.. n.Children.Select(c => c.IsIndicator ? c.Index : indicators + upward[c.Index])],
            [.. model.Weights[n.Code].Values],
            model.Plan.ThresholdAt(n.Code),
            ((RowAggregation)model.Aggregations[n.Code]).NodeFunction))]);
    }

    /// <summary>The kernel's straight lines are defined everywhere; another rule may not be, and the figure then has no score, which the result reports.</summary>
    private static ScoreMap Tolerant(FittedNormalization fitted, FittedTreatment? treatment) => treatment is null && fitted.Map() is { Kind: not ScoreMapKind.Function } map ? map : ScoreMap.Of((figures, scores) =>
    {
        try
        {
            if (treatment is not null) treatment.Apply(figures, scores);
            fitted.Apply(treatment is null ? figures : scores, scores);
        }
        catch (ArgumentException)
        {
            for (int i = 0; i < figures.Length; i++)
            {
                try { scores[i] = fitted.Apply(treatment?.Apply(figures[i]) ?? figures[i]); }
                catch (ArgumentException) { scores[i] = double.NaN; }
            }
        }
    });

    private double[][] AreaByArea(ReadOnlyMemory<double>[] columns)
    {
        var nodes = new double[model.Tree.Nodes.Length][];
        for (int n = nodes.Length - 1; n >= 0; n--)
        {
            ScoreTree.Node node = model.Tree.Nodes[n];
            if (node.Children.Length == 0)
            {
                Array.Fill(nodes[n] = new double[columns[0].Length], double.NaN);
                continue;
            }
            Matrix children = Children(node, nodes, i =>
            {
                var scores = new double[columns[i].Length];
                Indicator(i, columns[i].Span, scores);
                return scores;
            });
            nodes[n] = Node(model.Aggregations[node.Code], model.Plan.ThresholdAt(node.Code), children, [.. model.Weights[node.Code].Values]);
        }
        return nodes;
    }
}
