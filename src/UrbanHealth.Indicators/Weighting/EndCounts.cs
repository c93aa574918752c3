using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>How many figures are the smallest of their column, and how many the largest; parts merge to those of the whole.</summary>
internal sealed class EndCounts
{
    private double minimum = double.PositiveInfinity;
    private double maximum = double.NegativeInfinity;

    public long AtMinimum { get; private set; }

    public long AtMaximum { get; private set; }

    /// <summary>Adds figures; NaN is missing.</summary>
    public void Add(ReadOnlySpan<double> figures)
    {
        foreach (double x in figures) Add(x, 1, x, 1);
    }

    /// <summary>Adds the counts of other figures.</summary>
    public void Add(EndCounts other) => Add(other.minimum, other.AtMinimum, other.maximum, other.AtMaximum);

    /// <summary>All of it as text that <see cref="Parse"/> reads back.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{minimum:R} {AtMinimum} {maximum:R} {AtMaximum}");

    /// <exception cref="FormatException">It is not such text.</exception>
    public static EndCounts Parse(string text)
    {
        string[] parts = text.Split(' ');
        if (parts.Length != 4) throw new FormatException("Two ends and two counts were expected.");
        return new EndCounts
        {
            minimum = double.Parse(parts[0], CultureInfo.InvariantCulture),
            AtMinimum = long.Parse(parts[1], CultureInfo.InvariantCulture),
            maximum = double.Parse(parts[2], CultureInfo.InvariantCulture),
            AtMaximum = long.Parse(parts[3], CultureInfo.InvariantCulture),
        };
    }

    private void Add(double low, long atLow, double high, long atHigh)
    {
        if (low < minimum) (minimum, AtMinimum) = (low, atLow);
        else if (low == minimum) AtMinimum += atLow;
        if (high > maximum) (maximum, AtMaximum) = (high, atHigh);
        else if (high == maximum) AtMaximum += atHigh;
    }
}
