namespace UrbanHealth.Indicators;

/// <summary>The known population of each category of one attribute (总体边际分布).</summary>
public sealed record PopulationMargin
{
    /// <summary>The code of the attribute, such as 年龄.</summary>
    public required string Variable { get; init; }

    /// <summary>The categories with their population.</summary>
    public required IReadOnlyList<PopulationCell> Cells { get; init; }

    /// <summary>The population of all categories.</summary>
    public double Total => Numerics.Sums.Of([.. Cells.Select(c => c.Population)]);

    /// <summary>A margin of categories and their population.</summary>
    public static PopulationMargin Of(string variable, params (string Level, double Population)[] cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return new PopulationMargin { Variable = variable, Cells = [.. cells.Select(c => new PopulationCell(c.Level, c.Population))] };
    }

    /// <summary>The same shares scaled to a population, for margins from sources of different date or from percentages.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="total"/> is not a positive number.</exception>
    public PopulationMargin ScaledTo(double total)
    {
        if (!(total > 0) || double.IsInfinity(total)) throw new ArgumentOutOfRangeException(nameof(total), total, "The population must be positive.");
        double sum = Total;
        return this with { Cells = [.. Cells.Select(c => c with { Population = c.Population / sum * total })] };
    }

    /// <summary>Such as <c>年龄: 18-34 310, 35-59 420, 60+ 270</c>.</summary>
    public override string ToString() => $"{Variable}: {string.Join(", ", Cells)}";
}
