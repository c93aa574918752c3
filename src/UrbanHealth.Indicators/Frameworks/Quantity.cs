namespace UrbanHealth.Indicators;

/// <summary>A raw quantity that is collected but not judged (基础数据), such as a numerator or a denominator.</summary>
public sealed record Quantity
{
    /// <summary>A stable code, unique in the framework.</summary>
    public required string Code { get; init; }

    /// <summary>The name in Chinese.</summary>
    public required string Name { get; init; }

    /// <summary>The name in English.</summary>
    public string? EnglishName { get; init; }

    /// <summary>The unit of measure.</summary>
    public string Unit { get; init; } = "";
}
