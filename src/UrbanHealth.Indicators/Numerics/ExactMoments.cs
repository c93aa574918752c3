using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>Count, extremes, sum and sum of squares of a column, exact; parts merge to the bits of the whole.</summary>
internal sealed class ExactMoments
{
    private const int Few = 8;

    /// <summary>The figures that are present.</summary>
    public long Count { get; private set; }

    /// <summary>The smallest figure; +∞ when there is none.</summary>
    public double Minimum { get; private set; } = double.PositiveInfinity;

    /// <summary>The largest figure; −∞ when there is none.</summary>
    public double Maximum { get; private set; } = double.NegativeInfinity;

    public ExactSum Sum { get; private init; } = new();

    public ExactSum Squares { get; private init; } = new();

    /// <summary>The mean, rounded once; NaN when there is none.</summary>
    public double Mean
    {
        get
        {
            if (Count == 0) return double.NaN;
            if (!Sum.IsFinite) return Sum.Value;
            if (Sum.Estimate().TryDivide(Count, out double near)) return near;
            (BigInteger sum, int exponent) = Sum.Exact();
            return ExactRatio.ToDouble(sum, Count, exponent);
        }
    }

    public static ExactMoments Of(ReadOnlySpan<double> values)
    {
        var moments = new ExactMoments();
        moments.Add(values);
        return moments;
    }

    /// <summary>Σ (x − mean)², about the exact mean, over n − <paramref name="lost"/>, rounded once; NaN where that is not positive.</summary>
    public double Variance(int lost) => Count <= lost ? double.NaN : SpreadOver(Count - lost);

    /// <summary>Σ (x − mean)² about the exact mean, rounded once.</summary>
    public double SquaredDeviations() => Count == 0 ? double.NaN : SpreadOver(1);

    /// <summary>Adds one figure; NaN is missing and left out.</summary>
    public void Add(double x)
    {
        if (double.IsNaN(x)) return;
        Merge(1, x, x);
        Sum.Add(x);
        Squares.AddSquare(x);
    }

    /// <summary>Adds figures; NaN is missing and left out.</summary>
    public void Add(ReadOnlySpan<double> values)
    {
        if (values.Length < Few)
        {
            foreach (double x in values) Add(x);
            return;
        }
        switch (Lanes.Widest)
        {
            case 8: AddBlocks<Lanes512>(values); break;
            case 4: AddBlocks<Lanes256>(values); break;
            case 2: AddBlocks<Lanes128>(values); break;
            default: AddBlocks<Lanes64>(values); break;
        }
    }

    /// <summary>Adds the moments of other figures.</summary>
    public void Add(ExactMoments other)
    {
        Merge(other.Count, other.Minimum, other.Maximum);
        Sum.Add(other.Sum);
        Squares.Add(other.Squares);
    }

    /// <summary>These figures without some of them; their ends are not known.</summary>
    public ExactMoments Without(ExactMoments some) => new()
    {
        Count = Count - some.Count,
        Minimum = double.NaN,
        Maximum = double.NaN,
        Sum = Sum.Without(some.Sum),
        Squares = Squares.Without(some.Squares),
    };

    /// <summary>The fast way: block by block in slices whose sums and squares are exact in plain doubles; figures too far apart go one by one.</summary>
    [SkipLocalsInit]
    private unsafe void AddBlocks<TLanes>(ReadOnlySpan<double> values) where TLanes : struct, ILanes<TLanes>
    {
        double* buffer = stackalloc double[(1 + ExactSlices.Most) * ExactSlices.Rows + ExactSlices.Slack];
        double* figures = ExactSlices.Aligned(buffer), slices = figures + ExactSlices.Rows;
        double* sums = stackalloc double[ExactSlices.Together + ExactSlices.Products], products = sums + ExactSlices.Together;
        fixed (double* source = values)
        {
            for (int start = 0, length; start < values.Length; start += length)
            {
                length = Math.Min(ExactSlices.Rows, values.Length - start);
                int count = ExactSlices<TLanes>.Survey(source + start, length, figures, out double minimum, out double maximum);
                Merge(count, minimum, maximum);
                double largest = Math.Max(Math.Abs(minimum), Math.Abs(maximum)), unit = ExactSlices<TLanes>.Unit(largest);
                if (count == 0 || largest == 0) continue;
                int padded = ExactSlices.Padded(length);
                if (ExactSlices<TLanes>.TryAdd(figures, padded, unit, sums, products))
                {
                    Sum.AddAll(sums, ExactSlices.Together);
                    Squares.AddAll(products, ExactSlices.Products);
                }
                else if (ExactSlices<TLanes>.Cut(figures, padded, unit, slices) is > 0 and int groups)
                {
                    for (int k = 0; k < groups * ExactSlices.Together; k++) Sum.Add(ExactSlices<TLanes>.Sum(slices + k * padded, padded));
                    for (int g = 0; g < groups; g++)
                        for (int h = 0; h < groups; h++)
                        {
                            ExactSlices<TLanes>.Multiply(slices + g * ExactSlices.Together * padded, slices + h * ExactSlices.Together * padded, padded, products);
                            Squares.AddAll(products, ExactSlices.Products);
                        }
                }
                else AddEach(values.Slice(start, length));
            }
        }
    }

    private void AddEach(ReadOnlySpan<double> values)
    {
        foreach (double x in values)
        {
            if (double.IsNaN(x)) continue;
            Sum.Add(x);
            Squares.AddSquare(x);
        }
    }

    private void Merge(long count, double minimum, double maximum)
    {
        Count += count;
        Minimum = Math.Min(Minimum, minimum) + 0.0; // no negative zero, whose place would tell the order
        Maximum = Math.Max(Maximum, maximum) + 0.0;
    }

    /// <summary>All of it as text that <see cref="Parse"/> reads back.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} {Minimum:R} {Maximum:R} {Sum} {Squares}");

    /// <exception cref="FormatException">It is not such text.</exception>
    public static ExactMoments Parse(string text)
    {
        string[] parts = text.Split(' ');
        if (parts.Length != 5) throw new FormatException("Exact moments have five parts.");
        return new ExactMoments
        {
            Count = long.Parse(parts[0], CultureInfo.InvariantCulture),
            Minimum = double.Parse(parts[1], CultureInfo.InvariantCulture),
            Maximum = double.Parse(parts[2], CultureInfo.InvariantCulture),
            Sum = ExactSum.Parse(parts[3]),
            Squares = ExactSum.Parse(parts[4]),
        };
    }

    /// <summary>(n·Σx² − (Σx)²) / (n · <paramref name="divisor"/>), rounded once.</summary>
    private double SpreadOver(long divisor)
    {
        if (!Sum.IsFinite) return double.NaN;
        ExactEstimate sum = Sum.Estimate();
        if (Count <= (1L << 53) / divisor && ((double)Count * Squares.Estimate() - sum * sum).TryDivide((double)Count * divisor, out double near)) return near;
        (BigInteger numerator, int exponent) = ExactRatio.Centred(Count, Squares.Exact(), Sum.Exact(), Sum.Exact());
        return ExactRatio.ToDouble(numerator, (BigInteger)Count * divisor, exponent);
    }
}
