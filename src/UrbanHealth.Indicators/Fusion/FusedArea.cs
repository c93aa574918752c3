using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>The blended score of an area (主客观融合得分).</summary>
public sealed record FusedArea
{
    /// <summary>The code of the area.</summary>
    public required string Area { get; init; }

    /// <summary>The measured score.</summary>
    public required double Objective { get; init; }

    /// <summary>The residents' score.</summary>
    public required double Subjective { get; init; }

    /// <summary>The blended score.</summary>
    public required double Score { get; init; }

    /// <summary>The sampling error of the survey in the blended score.</summary>
    public required double StandardError { get; init; }

    /// <summary>The interval of the blended score: of the survey's error alone.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>The place, 1 the best; ties share the smaller.</summary>
    public required int Rank { get; init; }

    /// <summary>The places it takes in as many of the draws as the interval's level.</summary>
    public required ConfidenceInterval RankInterval { get; init; }

    /// <summary>Such as <c>东区 78.2 [76.1, 80.3], rank 2 [1, 3]</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Area} {Score:F1} {Interval}, rank {Rank} {RankInterval}");
}
