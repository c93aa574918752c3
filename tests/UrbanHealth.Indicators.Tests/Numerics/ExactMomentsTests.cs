using System.Numerics;
using CsCheck;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators.Tests.Numerics;

/// <summary>Sums, means and variances rounded once: no order, block or thread shows in a bit.</summary>
public class ExactMomentsTests
{
    private static readonly Gen<double> Ordinary = Gen.Double[-1e6, 1e6];

    private static readonly Gen<double> Wild = Gen.Frequency(
        (4, Ordinary), (2, from m in Gen.Double[-2, 2] from e in Gen.Int[-1080, 1000] select Math.ScaleB(m, e)),
        (1, Gen.Double[-1, 1].Select(x => x * double.Epsilon * 1000)), (1, Gen.Const(0.0)), (1, Gen.Const(double.NaN)));

    [Fact]
    public void Sum_and_sum_of_squares_are_those_of_whole_number_arithmetic() =>
        Wild.Array[0, 200].Sample(x => Check(x), iter: 400);

    [Fact]
    public void Long_columns_take_the_fast_way_to_the_same_numbers()
    {
        Ordinary.Array[64, 3000].Sample(x => Check(x), iter: 30);
        Gen.Int[0, 100_000].Select(i => i % 11 == 0 ? double.NaN : i / 100.0).Array[900, 2100].Sample(x => Check(x), iter: 30);
    }

    [Fact]
    public void Any_order_gives_the_same_bits() =>
        (from x in Wild.Array[2, 300] from seed in Gen.Int select (x, seed)).Sample(c =>
        {
            double[] shuffled = [.. c.x];
            new Random(c.seed).Shuffle(shuffled);
            return ExactMoments.Of(c.x).ToString() == ExactMoments.Of(shuffled).ToString();
        }, iter: 200);

    [Fact]
    public void Parts_merge_to_the_bits_of_the_whole_through_text_too() =>
        (from x in Wild.Array[0, 300] from cut in Gen.Int[0, 300] select (x, cut: Math.Min(cut, x.Length))).Sample(c =>
        {
            ExactMoments left = ExactMoments.Of(c.x.AsSpan(0, c.cut)), right = ExactMoments.Of(c.x.AsSpan(c.cut));
            ExactMoments merged = ExactMoments.Parse(right.ToString());
            merged.Add(ExactMoments.Parse(left.ToString()));
            return merged.ToString() == ExactMoments.Of(c.x).ToString();
        }, iter: 200);

    [Fact]
    public void A_sum_that_cancels_keeps_what_is_left()
    {
        Assert.Equal(1, ExactMoments.Of([1e300, 1, -1e300]).Sum.Value);
        Assert.Equal(double.Epsilon, ExactMoments.Of([double.MaxValue, double.Epsilon, -double.MaxValue]).Sum.Value);
        Assert.Equal(0.1 * 0.1, ExactMoments.Of([0.1]).Squares.Value);
        Assert.Equal(1, ExactMoments.Of([.. Enumerable.Repeat(0.1, 10)]).Sum.Value, 15);
        Assert.Equal(-3.5, ExactMoments.Of([-1, -2.5]).Sum.Value);
    }

    [Fact]
    public void Variance_of_small_deviations_from_a_large_mean_is_exact()
    {
        // NIST StRD NumAcc4 in small: 1e7 + 0.2 with deviations ±0.1 has variance 0.01 of the given doubles to the last digits
        double[] x = [10000000.2, .. Enumerable.Repeat(new[] { 10000000.1, 10000000.3 }, 500).SelectMany(v => v)];
        Assert.Equal(0.01, ExactMoments.Of(x).Variance(1), 8);
        Assert.Equal(10000000.2, ExactMoments.Of(x).Mean);
        Assert.Equal(2, ExactMoments.Of([1e9 + 1, 1e9 + 3]).Variance(1));
        Assert.Equal(1, ExactMoments.Of([1e9 + 1, 1e9 + 3]).Variance(0));
        Assert.Equal(2, ExactMoments.Of([1e9 + 1, 1e9 + 3]).SquaredDeviations());
    }

    [Fact]
    public void A_constant_column_has_no_variance_at_all() =>
        Ordinary.Sample(x => ExactMoments.Of([x, x, x, x, x, x, x]).Variance(1) == 0 && ExactMoments.Of([x, x, x, x, x, x, x]).Mean == x);

    [Fact]
    public void Quotients_round_to_the_nearest_double_even_when_it_is_subnormal()
    {
        Assert.Equal(1.0 / 3, ExactRatio.ToDouble(1, 3, 0));
        Assert.Equal(double.Epsilon, ExactRatio.ToDouble(1, 1, -1074));
        Assert.Equal(double.Epsilon * 2, ExactRatio.ToDouble(3, 1, -1075)); // 1.5 ε is a tie: even
        Assert.Equal(0, ExactRatio.ToDouble(1, 1, -1075)); // a tie: even
        Assert.Equal(double.Epsilon, ExactRatio.ToDouble((BigInteger.One << 70) + 1, BigInteger.One << 70, -1075));
        Assert.Equal(double.PositiveInfinity, ExactRatio.ToDouble(1, 1, 1024));
        Assert.Equal(9007199254740992, ExactRatio.ToDouble(9007199254740993, 1, 0));
        Assert.Equal(9007199254740994, ExactRatio.ToDouble((9007199254740993 * (BigInteger)8) + 1, 8, 0));
        (from a in Gen.Int[1, int.MaxValue] from b in Gen.Int[1, int.MaxValue] select (a, b)).Sample(c => ExactRatio.ToDouble(c.a, c.b, 0) == (double)c.a / c.b);
    }

    [Fact]
    public void Infinities_are_told_and_missing_figures_left_out()
    {
        ExactMoments moments = ExactMoments.Of([1, double.PositiveInfinity, double.NaN]);
        Assert.Equal(2, moments.Count);
        Assert.False(moments.Sum.IsFinite);
        Assert.Equal(double.PositiveInfinity, moments.Mean);
        Assert.True(double.IsNaN(ExactMoments.Of([]).Mean));
        Assert.True(double.IsNaN(ExactMoments.Of([5]).Variance(1)));
        Assert.Equal(moments.ToString(), ExactMoments.Parse(moments.ToString()).ToString());
    }

    private static void Check(double[] x)
    {
        double[] present = [.. x.Where(v => !double.IsNaN(v))];
        ExactMoments moments = ExactMoments.Of(x);
        Assert.Equal(present.Length, moments.Count);
        BigInteger sum = 0, squares = 0; // in units of 2^-1074 and 2^-2148
        foreach (double v in present)
        {
            BigInteger whole = Whole(v);
            sum += whole;
            squares += whole * whole;
        }
        Assert.Equal(Reference(sum, 1, -1074), moments.Sum.Value);
        Assert.Equal(Reference(squares, 1, -2148), moments.Squares.Value);
        if (present.Length == 0) return;
        Assert.Equal(present.Min(), moments.Minimum);
        Assert.Equal(present.Max(), moments.Maximum);
        Assert.Equal(Reference(sum, present.Length, -1074), moments.Mean);
        if (present.Length > 1) Assert.Equal(Reference(present.Length * squares - sum * sum, (BigInteger)present.Length * (present.Length - 1), -2148), moments.Variance(1));
    }

    private static BigInteger Whole(double v)
    {
        long bits = BitConverter.DoubleToInt64Bits(v);
        int exponent = (int)(bits >> 52) & 0x7FF;
        BigInteger mantissa = (bits & ((1L << 52) - 1)) | (exponent == 0 ? 0 : 1L << 52);
        mantissa <<= Math.Max(0, exponent - 1);
        return v < 0 ? -mantissa : mantissa;
    }

    /// <summary>The nearest double by bisection over all doubles, ties to even: slow and plainly right.</summary>
    private static double Reference(BigInteger numerator, BigInteger denominator, int exponent)
    {
        if (numerator.IsZero) return 0;
        BigInteger n = BigInteger.Abs(numerator);
        // compare n/d·2^e with v·2^-1074: n·2^s against whole(v)·d·2^t
        BigInteger left = n << Math.Max(0, exponent + 1074), right = denominator << Math.Max(0, -1074 - exponent);
        long low = 0, high = BitConverter.DoubleToInt64Bits(double.PositiveInfinity);
        while (high - low > 1)
        {
            long middle = low + (high - low) / 2;
            if (Whole(BitConverter.Int64BitsToDouble(middle)) * right <= left) low = middle;
            else high = middle;
        }
        BigInteger below = left - Whole(BitConverter.Int64BitsToDouble(low)) * right;
        BigInteger above = (high == BitConverter.DoubleToInt64Bits(double.PositiveInfinity) ? BigInteger.One << 2098 : Whole(BitConverter.Int64BitsToDouble(high))) * right - left;
        long nearest = below < above || (below == above && low % 2 == 0) ? low : high;
        double value = BitConverter.Int64BitsToDouble(nearest);
        return numerator.Sign < 0 ? -value : value;
    }
}
