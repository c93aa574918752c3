namespace UrbanHealth.Indicators;

/// <summary>Joint least squares (最小二乘组合): the w with the smallest Σ_k Σ_j (w_j − w_kj)², which is the mean of the parts.</summary>
/// <remarks>
/// The same w makes Σ_i Σ_k Σ_j ((w_j − w_kj)·z_ij)² smallest, the form of Chinese textbooks with the score matrix: it falls apart by sibling.
/// The coefficients are 1/K each, whatever the parts.
/// </remarks>
public sealed record JointLeastSquaresCombination : CombinedWeighting
{
    private protected override WeightSet Join(double[][] weights, Matrix? scores) =>
        Blend(weights, [.. weights.Select(_ => 1.0 / weights.Length)], "jointLeastSquares", []);
}
