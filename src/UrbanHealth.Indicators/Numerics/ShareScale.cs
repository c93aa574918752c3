namespace UrbanHealth.Indicators.Numerics;

/// <summary>From a figure x of a column to its share times the number of figures, One + Slope·(x − Origin), and to what that is above 1, Zero + Slope·(x − Origin).</summary>
internal readonly struct ShareScale
{
    /// <param name="lowest">No figure is below it.</param>
    /// <param name="highest">No figure is above it.</param>
    /// <param name="mean">The mean of the figures.</param>
    /// <param name="origin">The figure whose share is <paramref name="least"/>.</param>
    /// <param name="slope">How much a share times n grows with a figure.</param>
    /// <param name="least">The share times n at the origin.</param>
    public ShareScale(double lowest, double highest, double mean, double origin, double slope, double least)
    {
        (Lowest, Highest, Slope) = (lowest, highest, slope);
        // a nearly even column is measured from its mean, where what is above 1 keeps its digits; any other from below, where small shares do
        bool isEven = least + slope * (lowest - origin) > 0.5;
        (Origin, One, Zero) = isEven ? (mean, 1, 0) : (origin, least, least - 1);
    }

    public double Lowest { get; }

    public double Highest { get; }

    public double Origin { get; }

    public double Slope { get; }

    public double One { get; }

    public double Zero { get; }
}
