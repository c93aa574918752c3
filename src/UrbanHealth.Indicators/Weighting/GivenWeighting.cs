using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Weights given in the framework (给定权重), divided by their sum unless <see cref="KeepsSum"/>; siblings of which none has a weight are equal.</summary>
public sealed record GivenWeighting : Weighting
{
    /// <summary>Whether weights that do not sum to 1 are kept as they are (a published index that says so); false by default.</summary>
    public bool KeepsSum { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Some siblings have a weight and some have none; a weight is negative or not finite; all are 0.</exception>
    public override WeightSet Weigh(Siblings siblings)
    {
        ArgumentNullException.ThrowIfNull(siblings);
        int n = siblings.Count;
        if (siblings.Given.All(w => w is null)) return Equal().Weigh(siblings);
        if (siblings.Given.Count != n || siblings.Given.Any(w => w is null)) throw new ArgumentException("Some siblings have a weight and some have none.", nameof(siblings));
        double[] given = [.. siblings.Given.Select(w => w!.Value)];
        for (int j = 0; j < n; j++)
            if (!(given[j] >= 0 && double.IsFinite(given[j]))) throw new ArgumentException($"The weight of {siblings.NameOf(j)} is {given[j].ToString(CultureInfo.InvariantCulture)}.", nameof(siblings));
        var evidence = new Dictionary<string, IReadOnlyList<double>> { ["givenSum"] = [Sums.Of(given)] };
        return KeepsSum ? new WeightSet(given, "given") { Evidence = evidence } : WeightSet.Of(given, "given", evidence);
    }
}
