namespace UrbanHealth.Indicators;

/// <summary>A figure computed from weights (加权统计量), such as a median or an index; the columns it needs are captured.</summary>
/// <param name="weights">A weight a respondent; a respondent left out has 0.</param>
public delegate double WeightedStatistic(ReadOnlySpan<double> weights);
