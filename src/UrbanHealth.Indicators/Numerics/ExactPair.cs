using System.Globalization;
using System.Numerics;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>Two columns over the rows that have both: their count, sums, sums of squares and of products, exact; parts merge to the bits of the whole.</summary>
internal sealed class ExactPair
{
    /// <summary>The rows that have both.</summary>
    public long Count { get; private set; }

    public ExactSum SumX { get; private init; } = new();

    public ExactSum SumY { get; private init; } = new();

    public ExactProducts SquaresX { get; private init; } = new();

    public ExactProducts SquaresY { get; private init; } = new();

    public ExactProducts Products { get; private init; } = new();

    public static ExactPair Of(double[] x, double[] y)
    {
        var pair = new ExactPair();
        ExactPairBlocks.Add([x, y], [pair]);
        return pair;
    }

    /// <summary>Adds a row; one with a missing figure is left out.</summary>
    public void Add(double x, double y)
    {
        if (double.IsNaN(x) || double.IsNaN(y)) return;
        Count++;
        SumX.Add(x);
        SumY.Add(y);
        SquaresX.Add(x, x);
        SquaresY.Add(y, y);
        Products.Add(x, y);
    }

    /// <summary>Adds other rows.</summary>
    public void Add(ExactPair other)
    {
        Count += other.Count;
        SumX.Add(other.SumX);
        SumY.Add(other.SumY);
        SquaresX.Add(other.SquaresX);
        SquaresY.Add(other.SquaresY);
        Products.Add(other.Products);
    }

    /// <summary>Says that so many rows, whose sums are added one by one, have both.</summary>
    internal void AddRows(long rows) => Count += rows;

    /// <summary>Σ (x − x̄)(y − ȳ) about the exact means, rounded once; NaN without a row or with an infinite figure.</summary>
    public double Comoment() => Centred(Products, SumX, SumY);

    /// <summary>Pearson's correlation; NaN where fewer than two rows have both, or a column is constant over them.</summary>
    public double Correlation()
    {
        double x = Centred(SquaresX, SumX, SumX), y = Centred(SquaresY, SumY, SumY);
        if (Count < 2 || !(x > 0) || !(y > 0)) return double.NaN; // exact sums are 0 for a constant, and for nothing else
        return Math.Clamp(Comoment() / (Math.Sqrt(x) * Math.Sqrt(y)), -1, 1); // rounding alone can pass 1 by a bit
    }

    /// <summary>All of it as text that <see cref="Parse"/> reads back.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} {SumX} {SumY} {SquaresX} {SquaresY} {Products}");

    /// <exception cref="FormatException">It is not such text.</exception>
    public static ExactPair Parse(string text)
    {
        string[] parts = text.Split(' ');
        if (parts.Length != 6) throw new FormatException("A pair has six parts.");
        return new ExactPair
        {
            Count = long.Parse(parts[0], CultureInfo.InvariantCulture),
            SumX = ExactSum.Parse(parts[1]),
            SumY = ExactSum.Parse(parts[2]),
            SquaresX = ExactProducts.Parse(parts[3]),
            SquaresY = ExactProducts.Parse(parts[4]),
            Products = ExactProducts.Parse(parts[5]),
        };
    }

    /// <summary>Σxy − Σx·Σy/n, rounded once.</summary>
    private double Centred(ExactProducts products, ExactSum first, ExactSum second)
    {
        if (Count == 0 || !first.IsFinite || !second.IsFinite) return double.NaN;
        if (products.TryDigits(out ExactDigits p) && first.TryDigits(out ExactDigits a) && second.TryDigits(out ExactDigits b)
            && ExactDigits.TryMultiply(ExactDigits.Of((ulong)Count), p, out ExactDigits whole) && ExactDigits.TryMultiply(a, b, out ExactDigits square)
            && ExactDigits.TrySubtract(whole, square, out ExactDigits difference) && difference.TryDivide((ulong)Count, 0, out double centred)) return centred;
        (BigInteger product, int pe) = products.Exact();
        (BigInteger x, int xe) = first.Exact();
        (BigInteger y, int ye) = second.Exact();
        int exponent = Math.Min(pe, xe + ye);
        return ExactRatio.ToDouble(((Count * product) << (pe - exponent)) - ((x * y) << (xe + ye - exponent)), Count, exponent);
    }
}
