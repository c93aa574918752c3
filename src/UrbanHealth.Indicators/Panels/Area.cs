namespace UrbanHealth.Indicators;

/// <summary>A place that is checked up (体检对象): a city, a district, a street, a housing estate.</summary>
/// <remarks>Two areas are equal when everything known of them is; a name that repeats the code is no name of its own.</remarks>
public sealed record Area
{
    private readonly string? name;

    /// <summary>A stable code, unique in a panel; often the name itself.</summary>
    public required string Code { get; init; }

    /// <summary>The name; the code when not given.</summary>
    public string Name { get => name ?? Code; init => name = value; }

    /// <summary>The level of the place, such as 市, 区, 街道, 小区.</summary>
    public string? Level { get; init; }

    /// <summary>The code of the area it is part of; null at the top.</summary>
    public string? Parent { get; init; }

    /// <summary>The population or another size, for weighted means; null when not known.</summary>
    public double? Size { get; init; }

    /// <summary>The class of city (城市类别), such as 地级市 or 超大城市, by which standards and group ranks differ. An area of several, parted by 、 or ;, is a member of each: its standard is the one of any of them, its group rank and group mean are those of the first.</summary>
    public string? Class { get; init; }

    /// <summary>An area whose code is its name.</summary>
    public static implicit operator Area(string code) => new() { Code = code };

    /// <summary>True when both say the same of a place.</summary>
    public bool Equals(Area? other) => other is not null && Code == other.Code && Name == other.Name && Level == other.Level && Parent == other.Parent && Size.Equals(other.Size) && Class == other.Class;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Name, Level, Parent, Size, Class);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
