namespace UrbanHealth.Indicators;

/// <summary>The bands of raw values that earn each grade (分档), in the indicator's own unit.</summary>
/// <remarks>The first band that contains the value gives the grade; a value in no band has none.</remarks>
public sealed record Bands
{
    /// <summary>The words.</summary>
    public GradeScale Scale { get; init; } = GradeScale.OfIndicator;

    /// <summary>The standard that each grade asks for, best first, in raw units; one fewer than the grades: what meets none earns the last grade.</summary>
    public required IReadOnlyList<Standard> Steps { get; init; }

    /// <summary>The class of city they hold for; null for every class.</summary>
    public string? AreaClass { get; init; }

    /// <summary>The document they stand in (依据文件).</summary>
    public string? Document { get; init; }

    /// <summary>Bands where more is better: at least <paramref name="cuts"/>[0] earns the best grade, and so on downwards.</summary>
    public static Bands AtLeast(params double[] cuts) => new() { Steps = [.. cuts.Select(Standard.AtLeast)], Scale = ScaleFor(cuts.Length) };

    /// <summary>Bands where less is better: at most <paramref name="cuts"/>[0] earns the best grade, and so on upwards.</summary>
    public static Bands AtMost(params double[] cuts) => new() { Steps = [.. cuts.Select(Standard.AtMost)], Scale = ScaleFor(cuts.Length) };

    /// <summary>The grade of <paramref name="value"/>; null for NaN.</summary>
    public Grade? GradeOf(double value)
    {
        if (double.IsNaN(value)) return null;
        for (int i = 0; i < Steps.Count; i++)
            if (Steps[i].IsMetBy(value)) return Scale[i];
        return Scale[Steps.Count];
    }

    private static GradeScale ScaleFor(int cuts) => cuts == GradeScale.OfIndicator.Count - 1
        ? GradeScale.OfIndicator
        : throw new ArgumentException($"The default scale of {GradeScale.OfIndicator.Count} words needs {GradeScale.OfIndicator.Count - 1} cuts; other scales are given with the Scale property.", nameof(cuts));
}
