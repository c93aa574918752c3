using System.Text.Json.Serialization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>What is known of uncertain weights (权重分布): each draw is one set of weights that sum to 1.</summary>
/// <remarks>A draw depends on the seed and its number alone: the same on any machine, in any order, on any number of threads.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(DirichletWeights), "dirichlet")]
[JsonDerivedType(typeof(UniformWeights), "uniform")]
[JsonDerivedType(typeof(FixedWeights), "fixed")]
[JsonDerivedType(typeof(ConstrainedWeights), "constrained")]
public abstract record WeightDistribution
{
    private protected WeightDistribution() { }

    /// <summary>One set of weights.</summary>
    /// <param name="seed">The seed of the whole analysis.</param>
    /// <param name="draw">The number of the draw, from 0.</param>
    /// <param name="weights">Takes the weights; they sum to 1.</param>
    /// <returns>False when no weights that satisfy the constraints were found: the draw has failed and the weights mean nothing.</returns>
    /// <exception cref="ArgumentException">The number of weights does not suit the distribution, or its constraints contradict each other.</exception>
    public bool Draw(long seed, long draw, Span<double> weights)
    {
        Check(weights.Length);
        return Sample(new Philox(seed), draw, 0, weights);
    }

    /// <summary>Around given weights (给定权重附近): Dirichlet with the given mean; the larger the concentration, the closer.</summary>
    public static WeightDistribution Around(IReadOnlyList<double> weights, double concentration) => new DirichletWeights { Mean = weights, Concentration = concentration };

    /// <summary>Any weights that sum to 1, all equally likely (单纯形上均匀分布), within ranges and orders if any.</summary>
    public static UniformWeights Any() => new();

    /// <summary>Throws unless the distribution is of so many weights.</summary>
    internal abstract void Check(int count);

    /// <summary>The shapes of gamma numbers that divided by their sum are the weights, none between 0 and 1; null where weights are no such numbers.</summary>
    internal virtual double[]? GammaShapes => null;

    /// <summary>Draws without checking; <paramref name="firstDimension"/> keeps the numbers of several nodes apart.</summary>
    internal abstract bool Sample(Philox random, long draw, int firstDimension, Span<double> weights);

    /// <summary>Eight draws, with the bits of <see cref="Sample"/>: the values of a weight in the eight lie together.</summary>
    /// <returns>One bit a draw, the first lowest: set where it did not fail.</returns>
    internal virtual uint SampleEight(Philox random, ReadOnlySpan<long> draws, int firstDimension, Span<double> weights)
    {
        int count = weights.Length / PhiloxLanes.Draws;
        Span<double> one = count <= 256 ? stackalloc double[count] : new double[count];
        uint succeeded = 0;
        for (int g = 0; g < PhiloxLanes.Draws; g++)
        {
            if (!Sample(random, draws[g], firstDimension, one)) continue;
            succeeded |= 1u << g;
            for (int i = 0; i < count; i++) weights[i * PhiloxLanes.Draws + g] = one[i];
        }
        return succeeded;
    }
}
