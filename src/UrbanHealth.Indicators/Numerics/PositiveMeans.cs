namespace UrbanHealth.Indicators.Numerics;

/// <summary>Means of positive scores over a tile of areas.</summary>
/// <param name="scores">The scores; NaN is missing, left out and its weight given to the rest.</param>
/// <param name="weights">The weights, none negative; what has none does not count.</param>
/// <param name="scale">What every mean is multiplied by.</param>
/// <param name="limit">A score must be above this.</param>
/// <param name="composites">Takes the means.</param>
/// <param name="odd">One bit an area: set where the mean means nothing and the area must go alone.</param>
internal delegate void PositiveMeans(TileColumns scores, ReadOnlySpan<double> weights, double scale, double limit, Span<double> composites, Span<ulong> odd);
