namespace UrbanHealth.Indicators;

/// <summary>What a figure covers and where it comes from (口径、范围、来源).</summary>
public sealed record ObservationScope
{
    /// <summary>What is covered (范围), such as 建成区; figures of different coverage are not comparable.</summary>
    public string? Coverage { get; init; }

    /// <summary>The day the data describe (采集截止日期).</summary>
    public DateOnly? DataDate { get; init; }

    /// <summary>Who supplied it (来源).</summary>
    public string? Source { get; init; }

    /// <summary>The earlier year the figure was carried over from (沿用); null for a figure of its own year.</summary>
    public int? CarriedOverFrom { get; init; }

    /// <summary>The version of the definition the figure was made by, where it differs from the framework's.</summary>
    public string? DefinitionVersion { get; init; }

    /// <summary>The standard error of the figure in its own unit (标准误); null when not known.</summary>
    public double? StandardError { get; init; }

    /// <summary>How many of its parts a rolled-up figure rests on (汇总覆盖); null when it rests on all of them or is not rolled up.</summary>
    public PartsCoverage? Parts { get; init; }

    /// <summary>A remark (备注).</summary>
    public string? Note { get; init; }
}
