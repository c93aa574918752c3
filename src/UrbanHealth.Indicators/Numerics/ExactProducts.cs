using System.Numerics;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>A sum of products of two doubles without any rounding until it is read: no order, block or thread shows in a bit.</summary>
/// <remarks>A product is split into what a double holds of it and the rest (Dekker 1971), both of which an <see cref="ExactSum"/> takes exactly; factors near the ends of the range are scaled by powers of two first.</remarks>
internal sealed class ExactProducts
{
    private const double Small = 1e-120;
    private const double Large = 1e150;
    private const int Scale = 600;
    private const int Plain = 2;

    private readonly ExactSum?[] sums = new ExactSum?[5]; // by the power of 2^600 that the products were multiplied by, from −2

    /// <summary>Adds x·y; what is not finite makes the sum so.</summary>
    public void Add(double x, double y)
    {
        if (x == 0 || y == 0 || !double.IsFinite(x) || !double.IsFinite(y))
        {
            if (!(x * y == 0)) At(Plain).Add(x * y);
            return;
        }
        int place = Plain + Move(ref x) + Move(ref y);
        double product = x * y, rest = Math.FusedMultiplyAdd(x, y, -product);
        ExactSum sum = At(place);
        sum.Add(product);
        if (rest != 0) sum.Add(rest);
    }

    /// <summary>Adds a sum that is exact already.</summary>
    public void Add(ExactSum sum) => At(Plain).Add(sum);

    /// <summary>Adds a number that is exact already.</summary>
    public void AddExact(double sum)
    {
        if (sum != 0) At(Plain).Add(sum);
    }

    /// <summary>Adds another sum of products.</summary>
    public void Add(ExactProducts other)
    {
        for (int k = 0; k < sums.Length; k++)
            if (other.sums[k] is { } sum) At(k).Add(sum);
    }

    /// <summary>The sum as digits; false when factors were scaled, or there are too many digits.</summary>
    public bool TryDigits(out ExactDigits number)
    {
        number = default;
        for (int k = 0; k < sums.Length; k++) if (k != Plain && sums[k] is not null) return false;
        return sums[Plain] is not { } sum || sum.TryDigits(out number);
    }

    /// <summary>The sum as an integer times a power of two; it must be finite.</summary>
    public (BigInteger Integer, int Exponent) Exact()
    {
        BigInteger integer = BigInteger.Zero;
        int exponent = 0;
        for (int k = 0; k < sums.Length; k++)
        {
            if (sums[k] is not { } sum) continue;
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
    public override string ToString() => string.Join('/', sums.Select(s => s?.ToString() ?? ""));

    /// <exception cref="FormatException">It is not such text.</exception>
    public static ExactProducts Parse(string text)
    {
        string[] parts = text.Split('/');
        var products = new ExactProducts();
        if (parts.Length != products.sums.Length) throw new FormatException("A sum of products has five parts.");
        for (int k = 0; k < parts.Length; k++)
            if (parts[k].Length > 0) products.sums[k] = ExactSum.Parse(parts[k]);
        return products;
    }

    private ExactSum At(int place) => sums[place] ??= new ExactSum();

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
