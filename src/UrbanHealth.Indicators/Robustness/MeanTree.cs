using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>A tree of one mean throughout, ready for draws of weights: a kernel a year, in the space where the mean is arithmetic.</summary>
internal sealed class MeanTree
{
    private readonly MeanTransform transform;
    private readonly DrawKernel[] kernels;

    private MeanTree(MeanTransform transform, DrawKernel[] kernels) => (this.transform, this.kernels) = (transform, kernels);

    /// <summary>How far apart the composites of two draws lie.</summary>
    public int Stride => kernels[0].Stride;

    /// <summary>Working memory for one thread.</summary>
    public double[] Workspace() => kernels[0].Workspace();

    /// <summary>The tree of a model; null where its nodes are not one mean, or a score is one that a rule must deal with.</summary>
    /// <param name="model">The model.</param>
    /// <param name="weights">How its weights are drawn.</param>
    /// <param name="scores">Those of the indicators, year by year.</param>
    public static MeanTree? Of(EvaluationModel model, TreeWeights weights, double[][][] scores)
    {
        bool arithmetic = model.Aggregations.Values.All(a => a is ArithmeticAggregation);
        if ((!arithmetic && !weights.SumToOne) || MeanTransform.Of(model.Aggregations.Values, scores, out double[][][]? transformed) is not { } transform) return null;
        int count = model.Tree.Nodes.Length, indicators = model.Framework.Indicators.Count;
        ScoringNode[] nodes = [.. Enumerable.Reverse(model.Tree.Nodes).Select(n => new ScoringNode(
            [.. n.Children.Select(c => c.IsIndicator ? c.Index : indicators + count - 1 - c.Index)], [.. model.Weights[n.Code].Values], model.Plan.ThresholdAt(n.Code)))];
        return new MeanTree(transform, Array.ConvertAll(transformed!, columns => new DrawKernel(nodes, [.. columns.Select(c => (ReadOnlyMemory<double>)c)])));
    }

    /// <summary>One draw alone.</summary>
    public void Score(ReadOnlySpan<double> weights, double[][] composites)
    {
        DrawKernel kernel = kernels[0];
        double[] together = new double[weights.Length * DrawKernel.Draws], several = new double[kernel.Stride * DrawKernel.Draws], workspace = kernel.Workspace();
        for (int i = 0; i < weights.Length; i++) together[i * DrawKernel.Draws] = weights[i];
        for (int y = 0; y < composites.Length; y++)
        {
            Score(y, together, several, workspace);
            several.AsSpan(0, composites[y].Length).CopyTo(composites[y]);
        }
    }

    /// <summary>The composites of one year under eight draws of weights.</summary>
    /// <param name="year">The place of the year among those reported.</param>
    /// <param name="weights">Weight by weight, its value in each draw.</param>
    /// <param name="composites">Takes them draw by draw, <see cref="Stride"/> apart.</param>
    /// <param name="workspace">That of the thread.</param>
    public void Score(int year, ReadOnlySpan<double> weights, Span<double> composites, double[] workspace)
    {
        DrawKernel kernel = kernels[year];
        kernel.Score(weights, composites, workspace);
        for (int g = 0; g < DrawKernel.Draws; g++) transform.Back(composites.Slice(g * kernel.Stride, kernel.Rows));
    }
}
