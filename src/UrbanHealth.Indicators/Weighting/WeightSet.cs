using System.Globalization;

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
}
