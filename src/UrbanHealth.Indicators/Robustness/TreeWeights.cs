using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>How the weights of a whole tree are drawn: node by node in the order of its kernel, children before parents.</summary>
/// <remarks>A draw depends on the seed and its number alone, so that weights need not be kept: whoever asks for them draws them again.</remarks>
internal sealed class TreeWeights
{
    private readonly WeightDistribution?[] distributions; // null where the weights of a node do not vary
    private readonly double[][] fitted;
    private readonly double[] sums;
    private readonly double[]?[] shapes; // of gamma numbers, where a node's weights are such

    private TreeWeights(WeightDistribution?[] distributions, double[][] fitted, double[] sums)
    {
        (this.distributions, this.fitted, this.sums) = (distributions, fitted, sums);
        shapes = Array.ConvertAll(distributions, d => d?.GammaShapes);
        foreach (double[] node in fitted) Count += node.Length;
    }

    /// <summary>How many weights a draw has: one a child of every node.</summary>
    public int Count { get; }

    public bool Vary => Array.Exists(distributions, d => d is not null);

    public bool SumToOne => Array.TrueForAll(sums, s => s == 1);

    /// <summary>One distribution a node, each of so many weights.</summary>
    /// <exception cref="ArgumentException">A distribution is not of so many weights.</exception>
    public static TreeWeights Of(WeightDistribution[] distributions, int[] counts)
    {
        for (int k = 0; k < counts.Length; k++) distributions[k].Check(counts[k]);
        return new TreeWeights(distributions, Array.ConvertAll(counts, n => new double[n]), Array.ConvertAll(counts, _ => 1.0));
    }

    /// <summary>The fitted weights of a model, varied; of several variations that hold for a node, the last counts.</summary>
    public static TreeWeights Of(EvaluationModel model, IReadOnlyList<WeightVariation> variations)
    {
        ScoreTree.Node[] nodes = [.. Enumerable.Reverse(model.Tree.Nodes)];
        var distributions = new WeightDistribution?[nodes.Length];
        double[][] fitted = Array.ConvertAll(nodes, n => model.Weights[n.Code].Values.ToArray());
        var sums = new double[nodes.Length];
        for (int k = 0; k < nodes.Length; k++)
        {
            double sum = 0;
            foreach (double w in fitted[k]) sum += w;
            sums[k] = Math.Abs(sum - 1) < 1e-12 ? 1 : sum; // a published index whose weights do not sum to 1 keeps their sum
            foreach (WeightVariation v in variations)
                if (v.At(nodes[k], fitted[k]) is { } distribution) distributions[k] = distribution;
        }
        return new TreeWeights(distributions, fitted, sums);
    }

    /// <summary>One set of weights; false when the constraints of any node find none.</summary>
    public bool Draw(Philox random, long draw, Span<double> weights)
    {
        for (int k = 0, first = 0; k < fitted.Length; first += fitted[k].Length, k++)
        {
            Span<double> own = weights.Slice(first, fitted[k].Length);
            if (distributions[k] is not { } distribution) fitted[k].CopyTo(own);
            else if (!distribution.Sample(random, draw, first, own)) return false;
            else if (sums[k] != 1) foreach (ref double w in own) w *= sums[k];
        }
        return true;
    }

    /// <summary>Eight sets of weights with the bits of <see cref="Draw"/>: the values of a weight in the eight lie together.</summary>
    /// <returns>One bit a draw, the first lowest: set where it did not fail.</returns>
    public uint DrawEight(Philox random, ReadOnlySpan<long> draws, Span<double> weights)
    {
        uint succeeded = uint.MaxValue;
        for (int k = 0, first = 0; k < fitted.Length; first += fitted[k].Length, k++)
        {
            if (shapes[k] is null) succeeded &= DrawNode(random, draws, k, first, Of(weights, first, fitted[k].Length));
            else if (k == 0 || shapes[k - 1] is null) DrawGamma(random, draws, k, first, weights);
            if (distributions[k] is not null && sums[k] != 1) foreach (ref double w in Of(weights, first, fitted[k].Length)) w *= sums[k];
        }
        return succeeded;
    }

    /// <summary>The nodes from one on whose weights are gamma numbers: the more go together, the fewer tries of the last rejected.</summary>
    private void DrawGamma(Philox random, ReadOnlySpan<long> draws, int node, int first, Span<double> weights)
    {
        int end = node, count = 0;
        for (; end < shapes.Length && shapes[end] is { } own; end++) count += own.Length;
        Span<double> all = count <= 256 ? stackalloc double[count] : new double[count];
        for (int k = node, i = 0; k < end; i += shapes[k]!.Length, k++) shapes[k].CopyTo(all[i..]);
        GammaLanes.Fill(random, draws, first, all, Of(weights, first, count));
        for (int k = node; k < end; first += shapes[k]!.Length, k++) PhiloxLanes.Normalise(Of(weights, first, shapes[k]!.Length));
    }

    private uint DrawNode(Philox random, ReadOnlySpan<long> draws, int node, int first, Span<double> own)
    {
        if (distributions[node] is { } distribution) return distribution.SampleEight(random, draws, first, own);
        for (int i = 0; i < own.Length; i++) own[i] = fitted[node][i / PhiloxLanes.Draws];
        return uint.MaxValue;
    }

    private static Span<double> Of(Span<double> weights, int first, int count) => weights.Slice(first * PhiloxLanes.Draws, count * PhiloxLanes.Draws);
}
