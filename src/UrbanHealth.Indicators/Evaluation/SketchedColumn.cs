using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>A column as a histogram: figures that agree to twelve significant binary digits share a bucket, which knows how many they are, the lowest and the highest.</summary>
/// <remarks>
/// Buckets of a bounded relative width (Masson, Rim &amp; Lee, DDSketch, 2019), here those of the double itself: 2,048 between a power of
/// two and the next. Counts and ends merge, so unlike sketches that sample, neither blocks nor their order show; the ends of the column
/// are exact, and so is a bucket of equal figures.
/// </remarks>
internal sealed class SketchedColumn : ColumnMemory
{
    private const int Dropped = 52 - 11; // binary digits behind the twelfth, of which the first is not stored

    private readonly Dictionary<double, Bucket> buckets = []; // by the rounded figure

    /// <summary>How many there are.</summary>
    public int Buckets => buckets.Count;

    public override void Add(ReadOnlySpan<double> values)
    {
        foreach (double x in values) if (!double.IsNaN(x)) Add(new Bucket(1, x + 0.0, x + 0.0)); // no negative zero, whose place would tell the order
    }

    public override void Add(ColumnMemory other)
    {
        foreach (Bucket bucket in ((SketchedColumn)other).buckets.Values) Add(bucket);
    }

    /// <summary>The lowest and the highest of each bucket, and the rounded figure for those between.</summary>
    public override double[] Sorted()
    {
        var sorted = new double[checked((int)buckets.Values.Sum(b => b.Count))];
        Span<double> rest = sorted;
        foreach ((double rounded, Bucket bucket) in buckets.OrderBy(b => b.Key))
        {
            Span<double> own = rest[..(int)bucket.Count];
            own.Fill(Math.Clamp(rounded, bucket.Lowest, bucket.Highest));
            (own[0], own[^1]) = (bucket.Lowest, bucket.Highest);
            rest = rest[own.Length..];
        }
        return sorted;
    }

    public override void Write(List<string> text) =>
        text.Add(string.Join(' ', buckets.OrderBy(b => b.Key).Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Value.Lowest:R}:{b.Value.Highest:R}:{b.Value.Count}"))));

    public override void Read(Queue<string> text)
    {
        buckets.Clear();
        foreach (string bucket in text.Dequeue().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = bucket.Split(':');
            if (parts.Length != 3) throw new FormatException($"“{bucket}” is no bucket of two ends and a count.");
            Add(new Bucket(long.Parse(parts[2], CultureInfo.InvariantCulture), double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture)));
        }
    }

    private void Add(Bucket some)
    {
        double key = Rounded(some.Lowest);
        buckets[key] = buckets.TryGetValue(key, out Bucket had) ? new Bucket(had.Count + some.Count, Math.Min(had.Lowest, some.Lowest), Math.Max(had.Highest, some.Highest)) : some;
    }

    /// <summary>The nearest figure of twelve binary digits; away from 0 in the middle. What is infinite stays so.</summary>
    private static double Rounded(double x) => BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(x) + (1L << (Dropped - 1))) & (-1L << Dropped));

    private readonly record struct Bucket(long Count, double Lowest, double Highest);
}
