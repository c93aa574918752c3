using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Game-theory combination (博弈论组合赋权): coefficients α with w_k·(Σ_l α_l·w_l) = w_k·w_k for every part k.</summary>
/// <remarks>
/// The system takes the first-order conditions of the K distances ‖Σ_l α_l·w_l − w_k‖ apart. It does not minimise their sum, as papers often write:
/// that is <see cref="JointLeastSquaresCombination"/>, and gives every part the same coefficient. Parts that are all the same are their own combination;
/// parts that otherwise depend on each other linearly leave it undefined.
/// </remarks>
public sealed record GameTheoryCombination : CombinedWeighting
{
    /// <summary>How the coefficients are made to sum to 1; by absolute values by default.</summary>
    public CoefficientNormalisation Normalisation { get; init; }

    private protected override WeightSet Join(double[][] weights, Matrix? scores)
    {
        int count = weights.Length;
        if (Array.TrueForAll(weights, w => w.AsSpan().SequenceEqual(weights[0]))) return Blend(weights, [.. weights.Select(_ => 1.0 / count)], "gameTheory", []);
        var gram = new double[count, count];
        for (int k = 0; k < count; k++)
            for (int l = 0; l < count; l++)
                for (int j = 0; j < weights[k].Length; j++) gram[k, l] += weights[k][j] * weights[l][j];
        double[] raw = LinearSystem.Solve(gram, [.. Enumerable.Range(0, count).Select(k => gram[k, k])])
            ?? throw new ArgumentException("One part is a combination of the others, so the game has no single solution.", nameof(weights));
        double[] chosen = Normalisation == CoefficientNormalisation.Absolute ? Array.ConvertAll(raw, Math.Abs) : raw;
        double sum = Sums.Of(chosen);
        if (!(Math.Abs(sum) > 1e-12)) throw new ArgumentException("The coefficients sum to 0: use absolute values.", nameof(weights));
        return Blend(weights, Array.ConvertAll(chosen, c => c / sum), "gameTheory", new() { ["rawCoefficients"] = raw });
    }
}
