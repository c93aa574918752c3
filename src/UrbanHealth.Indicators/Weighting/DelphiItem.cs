namespace UrbanHealth.Indicators;

/// <summary>What the experts of one round say of one indicator (德尔菲单项统计).</summary>
public sealed record DelphiItem
{
    /// <summary>The mean rating (均值).</summary>
    public required double Mean { get; init; }

    /// <summary>The standard deviation of the sample, n − 1 (标准差).</summary>
    public required double StandardDeviation { get; init; }

    /// <summary>The coefficient of variation with the sample's standard deviation (变异系数).</summary>
    public required double Variation { get; init; }

    /// <summary>The coefficient of variation with the population's standard deviation, n (变异系数).</summary>
    public required double PopulationVariation { get; init; }

    /// <summary>The share of experts who gave the full score (满分率).</summary>
    public required double FullScoreRatio { get; init; }

    /// <summary>How many experts rated it.</summary>
    public required int Count { get; init; }
}
