using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Linear combination (线性加权组合): w = Σ_k α_k·w_k.</summary>
public sealed record LinearCombination : CombinedWeighting
{
    /// <summary>How much each part counts, divided by their sum; empty, the default, for equally.</summary>
    public IReadOnlyList<double> Shares { get; init; } = [];

    private protected override WeightSet Join(double[][] weights, Matrix? scores)
    {
        double[] shares = Shares.Count == 0 ? [.. weights.Select(_ => 1.0)] : [.. Shares];
        if (shares.Length != weights.Length || !Array.TrueForAll(shares, s => s >= 0 && double.IsFinite(s)) || !(Sums.Of(shares) > 0)) throw new ArgumentException("There is not one share for each part, none negative and not all 0.", nameof(weights));
        double sum = Sums.Of(shares);
        return Blend(weights, Array.ConvertAll(shares, s => s / sum), "linear", []);
    }

    /// <inheritdoc/>
    public bool Equals(LinearCombination? other) => base.Equals(other) && Shares.SequenceEqual(other!.Shares);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Shares.Count);
}
