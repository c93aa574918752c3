using System.Numerics;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>Two columns over the rows that have both: their moments and the sum of their products, exact; parts merge to the bits of the whole.</summary>
internal sealed class ExactPair
{
    private const int Few = 64;

    /// <summary>The first column over those rows.</summary>
    public ExactMoments X { get; private init; } = new();

    /// <summary>The second.</summary>
    public ExactMoments Y { get; private init; } = new();

    public ExactProducts Products { get; private init; } = new();

    public static ExactPair Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var pair = new ExactPair();
        pair.Add(x, y);
        return pair;
    }

    /// <summary>Adds rows; one with a missing figure is left out.</summary>
    /// <param name="x">The first column.</param>
    /// <param name="y">The second.</param>
    /// <param name="ofX">The moments of <paramref name="x"/> where they are at hand: they are those of the pair when nothing is missing.</param>
    /// <param name="ofY">The moments of <paramref name="y"/>.</param>
    public void Add(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ExactMoments? ofX = null, ExactMoments? ofY = null)
    {
        if (x.Length != y.Length) throw new ArgumentException("The columns differ in length.", nameof(y));
        if (ofX is not null && ofY is not null && ofX.Count == x.Length && ofY.Count == y.Length)
        {
            X.Add(ofX);
            Y.Add(ofY);
            Products.Add(x, y);
            return;
        }
        if (x.Length < Few)
        {
            for (int i = 0; i < x.Length; i++)
            {
                if (double.IsNaN(x[i]) || double.IsNaN(y[i])) continue;
                X.Add(x[i]);
                Y.Add(y[i]);
                Products.Add(x[i], y[i]);
            }
            return;
        }
        double[] a = new double[x.Length], b = new double[x.Length];
        int n = 0;
        for (int i = 0; i < x.Length; i++)
            if (!double.IsNaN(x[i]) && !double.IsNaN(y[i])) (a[n], b[n++]) = (x[i], y[i]);
        X.Add(a.AsSpan(0, n));
        Y.Add(b.AsSpan(0, n));
        Products.Add(a.AsSpan(0, n), b.AsSpan(0, n));
    }

    /// <summary>Adds other rows.</summary>
    public void Add(ExactPair other)
    {
        X.Add(other.X);
        Y.Add(other.Y);
        Products.Add(other.Products);
    }

    /// <summary>Σ (x − x̄)(y − ȳ) about the exact means, rounded once; NaN without a row or with an infinite figure.</summary>
    public double Comoment()
    {
        if (X.Count == 0 || !X.Sum.IsFinite || !Y.Sum.IsFinite) return double.NaN;
        (BigInteger product, int pe) = Products.Exact();
        (BigInteger x, int xe) = X.Sum.Exact();
        (BigInteger y, int ye) = Y.Sum.Exact();
        int exponent = Math.Min(pe, xe + ye);
        return ExactRatio.ToDouble(((X.Count * product) << (pe - exponent)) - ((x * y) << (xe + ye - exponent)), X.Count, exponent);
    }

    /// <summary>Pearson's correlation; NaN where fewer than two rows have both, or a column is constant over them.</summary>
    public double Correlation()
    {
        if (X.Count < 2 || !(X.Minimum < X.Maximum) || !(Y.Minimum < Y.Maximum)) return double.NaN;
        double root = Math.Sqrt(X.SquaredDeviations()) * Math.Sqrt(Y.SquaredDeviations());
        return Math.Clamp(Comoment() / root, -1, 1); // rounding alone can pass 1 by a bit
    }

    /// <summary>All of it as text that <see cref="Parse"/> reads back.</summary>
    public override string ToString() => $"{X}|{Y}|{Products}";

    /// <exception cref="FormatException">It is not such text.</exception>
    public static ExactPair Parse(string text)
    {
        string[] parts = text.Split('|');
        if (parts.Length != 3) throw new FormatException("A pair has three parts.");
        return new ExactPair { X = ExactMoments.Parse(parts[0]), Y = ExactMoments.Parse(parts[1]), Products = ExactProducts.Parse(parts[2]) };
    }
}
