namespace UrbanHealth.Indicators;

/// <summary>A composite as a function of its scores (合成函数), for a change that is to be shared among them.</summary>
/// <param name="scores">The scores.</param>
/// <returns>The composite.</returns>
public delegate double ScoreFunction(ReadOnlySpan<double> scores);
