using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Where in the data a finding lies (位置); what does not apply is null.</summary>
public sealed record Place
{
    /// <summary>A finding about the whole.</summary>
    public static Place Whole { get; } = new();

    /// <summary>The code of the area (体检对象).</summary>
    public string? Area { get; init; }

    /// <summary>The year (年份).</summary>
    public int? Year { get; init; }

    /// <summary>The code of the indicator, component or quantity (指标).</summary>
    public string? Indicator { get; init; }

    /// <summary>The line of a text, counted from 1 (行).</summary>
    public long? Line { get; init; }

    /// <summary>The name of the column of a table (列).</summary>
    public string? Column { get; init; }

    /// <summary>The path in a JSON document, such as <c>$.dimensions[2].code</c>.</summary>
    public string? Path { get; init; }

    /// <summary>The place in <paramref name="language"/>; empty for the whole.</summary>
    public string In(Language language)
    {
        bool chinese = language == Language.Chinese;
        var parts = new List<string>();
        if (Line is { } line) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{(chinese ? "第" : "line ")}{line}{(chinese ? "行" : "")}"));
        if (Column is not null) parts.Add(chinese ? $"列“{Column}”" : $"column '{Column}'");
        if (Path is not null) parts.Add(Path);
        if (Area is not null) parts.Add(Area);
        if (Year is { } year) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{year}{(chinese ? "年" : "")}"));
        if (Indicator is not null) parts.Add(Indicator);
        return string.Join(chinese ? " " : ", ", parts);
    }

    /// <summary>The place in English.</summary>
    public override string ToString() => In(Language.English);
}
