using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Reads quantiles off a column of present figures, which it reorders no further than they need.</summary>
/// <remarks>A quantile of 0 is +0: which of two equal zeros comes first would otherwise show in its sign.</remarks>
internal static class QuantileReader
{
    /// <summary>One quantile.</summary>
    public static double Read(Span<double> figures, double probability, QuantileDefinition definition)
    {
        double quantile = 0;
        Read(figures, new(in probability), definition, new(ref quantile));
        return quantile;
    }

    /// <summary>Several quantiles of the same figures, each into the place of its probability.</summary>
    public static void Read(Span<double> figures, ReadOnlySpan<double> probabilities, QuantileDefinition definition, Span<double> quantiles)
    {
        int count = 2 * probabilities.Length;
        Span<int> ranks = count <= 32 ? stackalloc int[count] : new int[count];
        for (int i = 0; i < probabilities.Length; i++) (ranks[2 * i], ranks[2 * i + 1], _) = Ranks(figures.Length, probabilities[i], definition);
        ranks.Sort();
        OrderStatistics.Place(figures, ranks);
        ReadPlaced(figures, probabilities, definition, quantiles);
    }

    /// <summary>Several quantiles of figures that are sorted, or of which those that count lie where sorting puts them.</summary>
    public static void ReadPlaced(ReadOnlySpan<double> figures, ReadOnlySpan<double> probabilities, QuantileDefinition definition, Span<double> quantiles)
    {
        for (int i = 0; i < probabilities.Length; i++)
        {
            (int low, int high, double share) = Ranks(figures.Length, probabilities[i], definition);
            double a = figures[low], b = figures[high];
            quantiles[i] = definition switch
            {
                QuantileDefinition.R1 => a + 0.0,
                QuantileDefinition.R2 => (a + b) / 2 + 0.0,
                _ => a + share * (b - a),
            };
        }
    }

    /// <summary>The ranks (from 0, the ends held) between which a quantile lies, and how far from the first to the second.</summary>
    private static (int Low, int High, double Share) Ranks(int n, double p, QuantileDefinition definition)
    {
        double place = definition switch
        {
            QuantileDefinition.R1 or QuantileDefinition.R2 => Whole(n * p),
            QuantileDefinition.R6 => (n + 1) * p,
            QuantileDefinition.R8 => (n + 1.0 / 3) * p + 1.0 / 3,
            _ => (n - 1) * p + 1,
        };
        double floor = Math.Floor(place), low = definition is QuantileDefinition.R1 or QuantileDefinition.R2 ? Math.Ceiling(place) : floor;
        return (Rank(n, low), Rank(n, definition == QuantileDefinition.R1 ? low : floor + 1), place - floor);
    }

    /// <summary>A place that is a whole number but for the rounding of the probability is that number: 25 · 0.28 is 7, not a bit more.</summary>
    private static double Whole(double place) => Math.Abs(place - Math.Round(place)) <= 1e-12 * Math.Max(1, place) ? Math.Round(place) : place;

    private static int Rank(int n, double place) => (int)Math.Clamp(place, 1, n) - 1;
}
