namespace UrbanHealth.Indicators;

/// <summary>One figure made of several (一致值).</summary>
/// <param name="BetweenVariance">The variance between sources, τ² (来源间方差); 0 when their errors explain all.</param>
/// <param name="Mean">The mean, weighted by 1/(σᵢ² + τ²).</param>
/// <param name="StandardError">Its standard error, 1/√Σ 1/(σᵢ² + τ²).</param>
public readonly record struct ConsensusEstimate(double BetweenVariance, double Mean, double StandardError);
