namespace UrbanHealth.Indicators;

/// <summary>One line of the distribution of rank-sum ratios (RSR 分布表的一行).</summary>
/// <param name="Ratio">The ratio, one for all areas that share it (RSR 值).</param>
/// <param name="Count">How many areas have it (频数 f).</param>
/// <param name="CumulativeCount">How many have it or a smaller one (累计频数).</param>
/// <param name="AverageRank">The mean place of those that share it, from the smallest (平均秩次).</param>
/// <param name="CumulativeFrequency">Mean place / n; the last is 1 − 1/(4n) (向下累计频率 p).</param>
/// <param name="Probit">5 + Φ⁻¹(p) (概率单位).</param>
public readonly record struct RsrStep(double Ratio, int Count, int CumulativeCount, double AverageRank, double CumulativeFrequency, double Probit);
