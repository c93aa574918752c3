namespace UrbanHealth.Indicators;

/// <summary>What a rank is turned into (位次得分); n areas, r = 1 for the worst … n for the best.</summary>
public enum RankScore
{
    /// <summary>位次: r. The default.</summary>
    Rank,

    /// <summary>博尔达: r − 1, the number of areas left behind.</summary>
    Borda,

    /// <summary>百分位次: (r − 1)/(n − 1), 0…1; needs two areas.</summary>
    PercentileRank,

    /// <summary>百分位: r/n, 0…1.</summary>
    Percentile,
}
