namespace UrbanHealth.Indicators;

/// <summary>The elementary effects of one input (基本效应).</summary>
/// <param name="Mean">μ: the mean effect.</param>
/// <param name="MeanSize">μ*: the mean of the effects' absolute values, which opposite signs do not cancel (Campolongo et al. 2007).</param>
/// <param name="Deviation">σ: their standard deviation over n − 1; large where the input acts together with others or not in a line.</param>
public readonly record struct ElementaryEffects(double Mean, double MeanSize, double Deviation);
