namespace UrbanHealth.Indicators;

/// <summary>The bands of raw values that earn each grade (分档), in the indicator's own unit.</summary>
/// <remarks>The first step that the value meets gives the grade; a value that meets none has the last grade.</remarks>
public sealed record Bands
{
    /// <summary>The words.</summary>
    public GradeScale Scale { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = GradeScale.OfIndicator;

    /// <summary>The standard that each grade asks for, best first, in raw units; one fewer than the grades: what meets none earns the last grade. Empty where experts give the grade.</summary>
    public required IReadOnlyList<Standard> Steps { get; init => field = ValueList<Standard>.Of(value); }

    /// <summary>The class of city they hold for; null for every class.</summary>
    public string? AreaClass { get; init; }

    /// <summary>The document they stand in (依据文件).</summary>
    public string? Document { get; init; }

    /// <summary>The first year they hold for; null for every year.</summary>
    public int? FromYear { get; init; }

    /// <summary>Bands where more is better: at least <paramref name="cuts"/>[0] earns the best grade, and so on downwards.</summary>
    public static Bands AtLeast(params double[] cuts) => new() { Steps = [.. cuts.Select(Standard.AtLeast)], Scale = ScaleFor(cuts.Length) };

    /// <summary>Bands where less is better: at most <paramref name="cuts"/>[0] earns the best grade, and so on upwards.</summary>
    public static Bands AtMost(params double[] cuts) => new() { Steps = [.. cuts.Select(Standard.AtMost)], Scale = ScaleFor(cuts.Length) };

    /// <summary>The bands that hold for a class of city in a year, chosen as <see cref="Standard.Choose"/> chooses; null when none do.</summary>
    /// <param name="bands">The bands of an indicator.</param>
    /// <param name="areaClass">The class of the area; several are parted by 、 or ;. Null when it has none.</param>
    /// <param name="year">The year of the figure.</param>
    public static Bands? Choose(IReadOnlyList<Bands> bands, string? areaClass, int year)
    {
        ArgumentNullException.ThrowIfNull(bands);
        Bands? best = null;
        foreach (Bands b in bands)
            if (Applicability.Holds(b.AreaClass, b.FromYear, areaClass, year) && (best is null || Applicability.Beats(b.AreaClass, b.FromYear, best.AreaClass, best.FromYear))) best = b;
        return best;
    }

    /// <summary>The grade of <paramref name="value"/>; null for NaN.</summary>
    /// <exception cref="InvalidOperationException">The number of steps does not fit the scale.</exception>
    public Grade? GradeOf(double value)
    {
        if (Steps.Count != Scale.Count - 1) throw new InvalidOperationException($"{Scale.Count} grades need {Scale.Count - 1} steps, and there are {Steps.Count}.");
        if (double.IsNaN(value)) return null;
        for (int i = 0; i < Steps.Count; i++)
            if (Steps[i].IsMetBy(value)) return Scale[i];
        return Scale[Steps.Count];
    }

    /// <summary>Such as <c>很好 ≥90, 较好 ≥75, 一般 ≥60, 不足</c>.</summary>
    public override string ToString() => string.Join(", ", Scale.Select((g, i) => i < Steps.Count ? $"{g} {Steps[i]}" : g.Name));

    private static GradeScale ScaleFor(int cuts) => cuts == GradeScale.OfIndicator.Count - 1
        ? GradeScale.OfIndicator
        : throw new ArgumentException($"The default scale of {GradeScale.OfIndicator.Count} words needs {GradeScale.OfIndicator.Count - 1} cuts; other scales are given with the Scale property.", nameof(cuts));
}
