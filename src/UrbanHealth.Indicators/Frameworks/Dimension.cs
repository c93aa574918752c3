namespace UrbanHealth.Indicators;

/// <summary>A node of the framework's tree (维度): it groups dimensions, indicators or both, in their order.</summary>
public sealed record Dimension
{
    /// <summary>A stable code, unique in the framework.</summary>
    public required string Code { get; init; }

    /// <summary>The name in Chinese.</summary>
    public required string Name { get; init; }

    /// <summary>The name in English.</summary>
    public string? EnglishName { get; init; }

    /// <summary>The weight among its siblings; null when none is given.</summary>
    public double? Weight { get; init; }

    /// <summary>The dimensions below it; they come before its own indicators.</summary>
    public IReadOnlyList<Dimension> Dimensions { get; init => field = ValueList<Dimension>.Of(value); } = ValueList<Dimension>.Of([]);

    /// <summary>The indicators directly below it.</summary>
    public IReadOnlyList<Indicator> Indicators { get; init => field = ValueList<Indicator>.Of(value); } = ValueList<Indicator>.Of([]);
}
