using System.Numerics;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>A sum of products of two doubles without any rounding until it is read: no order, block or thread shows in a bit.</summary>
/// <remarks>A product is split into what a double holds of it and the rest (Dekker 1971), both of which an <see cref="ExactSum"/> takes exactly; factors near the ends of the range are scaled by powers of two first.</remarks>
internal sealed class ExactProducts
{
    private const double Small = 1e-120;
    private const double Large = 1e150;
    private const int Scale = 600;
    private const int Places = 5;
    private const int Plain = 2;

    private readonly ExactSum plain = new();
    private ExactSum?[]? scaled; // by the power of 2^600 that products were multiplied by, from −2; null as long as none was

    /// <summary>Adds x·y; what is not finite makes the sum so.</summary>
    public void Add(double x, double y)
    {
        if (x == 0 || y == 0 || !double.IsFinite(x) || !double.IsFinite(y))
        {
            if (!(x * y == 0)) plain.Add(x * y);
            return;
        }
        int place = Plain + Move(ref x) + Move(ref y);
        double product = x * y, rest = Math.FusedMultiplyAdd(x, y, -product);
        ExactSum sum = At(place);
        sum.Add(product);
        if (rest != 0) sum.Add(rest);
    }

    /// <summary>Adds sums that are exact already.</summary>
    public unsafe void AddAll(double* sums, int count) => plain.AddAll(sums, count);

    /// <summary>Adds another sum of products.</summary>
    public void Add(ExactProducts other)
    {
        plain.Add(other.plain);
        for (int k = 0; k < Places; k++)
            if (other.scaled?[k] is { } sum) At(k).Add(sum);
    }

    /// <summary>The sum nearly, with a bound; NaN when factors were scaled, or it is not finite.</summary>
    public ExactEstimate Estimate() => scaled is null ? plain.Estimate() : double.NaN;

    /// <summary>The sum as an integer times a power of two; it must be finite.</summary>
    public (BigInteger Integer, int Exponent) Exact()
    {
        (BigInteger integer, int exponent) = plain.Exact();
        for (int k = 0; k < Places; k++)
        {
            if (scaled?[k] is not { } sum) continue;
            (BigInteger part, int e) = sum.Exact();
            if (part.IsZero) continue;
            e -= Scale * (k - Plain);
            if (integer.IsZero) (integer, exponent) = (part, e);
            else
            {
                int low = Math.Min(e, exponent);
                (integer, exponent) = ((integer << (exponent - low)) + (part << (e - low)), low);
            }
        }
        return (integer, exponent);
    }

    /// <summary>All of it as text without blanks that <see cref="Parse"/> reads back.</summary>
    public override string ToString() => scaled is null ? plain.ToString() : $"{plain}/{string.Join('/', scaled.Select(s => s?.ToString() ?? ""))}";

    /// <exception cref="FormatException">It is not such text.</exception>
    public static ExactProducts Parse(string text)
    {
        string[] parts = text.Split('/');
        if (parts.Length is not (1 or Places + 1)) throw new FormatException("A sum of products has one part or six.");
        var products = new ExactProducts();
        products.plain.Add(ExactSum.Parse(parts[0]));
        for (int k = 1; k < parts.Length; k++)
            if (parts[k].Length > 0) products.At(k - 1).Add(ExactSum.Parse(parts[k]));
        return products;
    }

    private ExactSum At(int place)
    {
        if (place == Plain) return plain;
        scaled ??= new ExactSum?[Places];
        return scaled[place] ??= new ExactSum();
    }

    private static int Move(ref double x)
    {
        double size = Math.Abs(x);
        if (size < Small)
        {
            x = Math.ScaleB(x, Scale);
            return 1;
        }
        if (size <= Large) return 0;
        x = Math.ScaleB(x, -Scale);
        return -1;
    }
}
