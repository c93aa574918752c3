using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Weights and what they rest on (权重及依据).</summary>
/// <param name="Values">One weight a sibling, in their order.</param>
/// <param name="Method">The method's name.</param>
public sealed record WeightSet(IReadOnlyList<double> Values, string Method)
{
    /// <summary>The named numbers the weights were made from, one a sibling each (such as <c>entropy</c>) or a single one (such as <c>consistencyRatio</c>).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Evidence { get; init; } = new Dictionary<string, IReadOnlyList<double>>();

    /// <summary>Such as <c>entropy: 0.25 0.5 0.25</c>.</summary>
    public override string ToString() => $"{Method}: {string.Join(' ', Values.Select(v => v.ToString("0.####", CultureInfo.InvariantCulture)))}";

    /// <summary>Importances divided by their sum; what cannot be divided or is negative leaves the method undefined.</summary>
    internal static WeightSet Of(ReadOnlySpan<double> importance, string method, Dictionary<string, IReadOnlyList<double>>? evidence = null)
    {
        foreach (double x in importance)
            if (!(x >= 0 && double.IsFinite(x))) throw new ArgumentException($"The method {method} is undefined here: it finds an importance of {x.ToString(CultureInfo.InvariantCulture)}.", nameof(importance));
        double sum = Sums.Of(importance);
        if (!(sum > 0)) throw new ArgumentException($"The method {method} is undefined here: it finds no importance in any sibling.", nameof(importance));
        var weights = new double[importance.Length];
        for (int j = 0; j < weights.Length; j++) weights[j] = importance[j] / sum;
        return new WeightSet(weights, method) { Evidence = evidence ?? [] };
    }
}
