namespace UrbanHealth.Indicators;

/// <summary>A named part of a compound indicator with its own standard (分项), such as 快速路 of 高峰车速.</summary>
public sealed record IndicatorComponent
{
    /// <summary>A stable code, unique in the framework; it is the component's column in a panel.</summary>
    public required string Code { get; init; }

    /// <summary>The name in Chinese.</summary>
    public required string Name { get; init; }

    /// <summary>The name in English.</summary>
    public string? EnglishName { get; init; }

    /// <summary>The unit of measure.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Which values are better.</summary>
    public Direction Direction { get; init; }

    /// <summary>What is good enough.</summary>
    public IReadOnlyList<Standard> Standards { get; init => field = ValueList<Standard>.Of(value); } = ValueList<Standard>.Of([]);

    /// <summary>Bands to grades.</summary>
    public IReadOnlyList<Bands> Bands { get; init => field = ValueList<Bands>.Of(value); } = ValueList<Bands>.Of([]);
}
