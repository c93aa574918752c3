using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Minimum relative entropy (最小相对熵,最小鉴别信息): the w with the smallest Σ_k Σ_j w_j·ln(w_j/w_kj), which is w_j ∝ (Π_k w_kj)^(1/K), the geometric mean.</summary>
/// <remarks>The R package mathmodels calls this the game combination; the game-theory linear system is <see cref="GameTheoryCombination"/>.</remarks>
public sealed record MinimumRelativeEntropyCombination : CombinedWeighting
{
    private protected override WeightSet Join(double[][] weights, Matrix? scores)
    {
        var mean = new double[weights[0].Length];
        for (int j = 0; j < mean.Length; j++)
        {
            double logs = 0;
            foreach (double[] w in weights) logs += ElementaryFunctions.Log(w[j]);
            mean[j] = ElementaryFunctions.Exp(logs / weights.Length); // a weight of 0 makes the logarithm −∞ and the mean 0
        }
        return WeightSet.Of(mean, "minimumRelativeEntropy");
    }
}
