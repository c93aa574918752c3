using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>What becomes of scores and ranks without one indicator, dimension, area or year (剔除影响).</summary>
public sealed record LeaveOutEffect
{
    internal LeaveOutEffect() { }

    /// <summary>The code of what is left out; a year as a number.</summary>
    public required string Left { get; init; }

    /// <summary>The areas, in the panel's order.</summary>
    public required IReadOnlyList<Area> Areas { get; init; }

    /// <summary>The composite of each area without it; NaN is none, and for an area that is left out.</summary>
    public required IReadOnlyList<double> Scores { get; init; }

    /// <summary>The rank of each area without it less its rank with it (for a left-out area: among the others); NaN where it has not both.</summary>
    public required IReadOnlyList<double> RankChanges { get; init; }

    /// <summary>Why nothing could be evaluated without it; null when it could.</summary>
    public BilingualText? Failure { get; init; }

    /// <summary>The mean of the ranks' changes in size (平均绝对排名变动); NaN when no area has both ranks.</summary>
    public double MeanRankChange => RankChanges.Where(c => !double.IsNaN(c)).Select(Math.Abs).DefaultIfEmpty(double.NaN).Average();

    /// <summary>Such as <c>without Goods ranks change by 0.82 on average</c>.</summary>
    public override string ToString() => Failure is { } failure
        ? $"without {Left}: {failure.English}"
        : string.Create(CultureInfo.InvariantCulture, $"without {Left} ranks change by {MeanRankChange:0.00} on average");
}
