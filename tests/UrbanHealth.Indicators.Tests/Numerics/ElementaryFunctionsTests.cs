using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators.Tests.Numerics;

/// <summary>Logarithm, exponential and power: below one unit in the last place, everywhere.</summary>
public class ElementaryFunctionsTests
{
    private static readonly double[] Near1 = [.. Enumerable.Range(0, 200).SelectMany(i => new[] { 1 + Math.ScaleB(1, -52 + i / 4) * (1 + i % 4), 1 - Math.ScaleB(1, -53 + i / 4) * (1 + i % 4) }).Where(x => x > 0 && x != 1)];

    [Fact]
    public void Logarithm_is_within_one_unit_in_the_last_place()
    {
        double worst = 0;
        foreach (double x in Positive(3000).Concat(Near1).Concat([double.Epsilon, 3 * double.Epsilon, 2.2250738585072014e-308, 2.2250738585072009e-308, double.MaxValue, 0.5, 2, 10, 100]))
            worst = Math.Max(worst, WholeNumberFunctions.Ulps(ElementaryFunctions.Log(x), WholeNumberFunctions.Log(x)));
        Assert.True(worst is > 0.4 and < 0.95, $"{worst} ulp");
    }

    [Fact]
    public void Exponential_is_within_one_unit_in_the_last_place()
    {
        var random = new Random(3);
        double worst = 0;
        foreach (double x in Enumerable.Range(0, 3000).Select(i => i % 3 == 0 ? 1454 * random.NextDouble() - 745 : i % 3 == 1 ? 20 * random.NextDouble() - 10 : random.NextDouble() - 0.5).Concat(Near1.Select(x => x - 1)).Concat([-745.1, -708.5, 709.78, 1e-300, -1e-20]))
        {
            (System.Numerics.BigInteger mantissa, int exponent) = WholeNumberFunctions.Exp(WholeNumberFunctions.Of(x));
            worst = Math.Max(worst, WholeNumberFunctions.Ulps(ElementaryFunctions.Exp(x), mantissa, exponent));
        }
        Assert.True(worst is > 0.4 and < 1, $"{worst} ulp");
    }

    [Fact]
    public void Power_is_within_one_unit_in_the_last_place()
    {
        var random = new Random(4);
        double worst = 0;
        foreach (double x in Positive(2000).Concat(Near1.Take(100)))
        {
            double limit = 700 / Math.Max(1e-3, Math.Abs(Math.Log(x))), y = random.Next(3) switch { 0 => random.NextDouble(), 1 => (2 * random.NextDouble() - 1) * limit, _ => 1.0 / (1 + random.Next(12)) };
            if (y is 1 or 0) continue;
            System.Numerics.BigInteger log = WholeNumberFunctions.Log(x) * WholeNumberFunctions.Of(y) >> WholeNumberFunctions.Bits;
            (System.Numerics.BigInteger mantissa, int exponent) = WholeNumberFunctions.Exp(log);
            double ulps = WholeNumberFunctions.Ulps(ElementaryFunctions.Pow(x, y), mantissa, exponent);
            Assert.True(ulps < 1, $"{x:R}^{y:R}: {ulps} ulp");
            worst = Math.Max(worst, ulps);
        }
        Assert.True(worst is > 0.4 and < 1, $"{worst} ulp");
    }

    [Fact]
    public void The_ends_of_the_number_line_are_what_they_should_be()
    {
        Assert.Equal(double.NegativeInfinity, ElementaryFunctions.Log(0));
        Assert.Equal(double.PositiveInfinity, ElementaryFunctions.Log(double.PositiveInfinity));
        Assert.True(double.IsNaN(ElementaryFunctions.Log(-1)) && double.IsNaN(ElementaryFunctions.Log(double.NaN)) && double.IsNaN(ElementaryFunctions.Exp(double.NaN)));
        Assert.Equal(0, ElementaryFunctions.Log(1));
        Assert.Equal(1, ElementaryFunctions.Exp(0));
        Assert.Equal(double.PositiveInfinity, ElementaryFunctions.Exp(709.8));
        Assert.Equal(0, ElementaryFunctions.Exp(-746));
        Assert.Equal(double.PositiveInfinity, ElementaryFunctions.Exp(double.PositiveInfinity));
        Assert.Equal(0, ElementaryFunctions.Exp(double.NegativeInfinity));
        Assert.Equal(double.Epsilon, ElementaryFunctions.Exp(-744.5));
    }

    [Fact]
    public void Power_has_the_special_values_of_the_standard()
    {
        double[] special = [0, -0.0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 1e300, -1e300, 1e-300];
        foreach (double x in special)
            foreach (double y in special)
            {
                double expected = Math.Pow(x, y), actual = ElementaryFunctions.Pow(x, y);
                Assert.True(double.Equals(expected, actual) && double.IsNegative(expected) == double.IsNegative(actual) || double.IsNaN(expected) && double.IsNaN(actual) || Math.Abs(expected - actual) <= 2e-16 * Math.Abs(expected), $"{x}^{y}: {expected} {actual}");
            }
        Assert.Equal(8, ElementaryFunctions.Pow(2, 3));
        Assert.Equal(-8, ElementaryFunctions.Pow(-2, 3));
        Assert.Equal(3, ElementaryFunctions.Pow(27, 1.0 / 3), 15);
    }

    private static IEnumerable<double> Positive(int count)
    {
        var random = new Random(2);
        for (int i = 0; i < count; i++)
            yield return (i % 3) switch { 0 => Math.ScaleB(1 + random.NextDouble(), random.Next(-1074, 1023)), 1 => 100 * random.NextDouble() + 1e-9, _ => 0.5 + random.NextDouble() };
    }

    [Fact]
    public void Several_at_once_have_the_bits_of_each_alone()
    {
        var random = new Random(11);
        double[] special = [0, -0.0, 1, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, 1e-310, 2.2250738585072014e-308, double.MaxValue, 0.34, -0.34, 0.3399, 709.78, 709.79, -744, -745.2, 709.4, -708.3, -709.2, 1e300, -1e300, Math.Sqrt(2), Math.Sqrt(0.5)];
        double[] x = [.. special, .. Enumerable.Range(0, 5000).Select(_ => random.NextDouble() * 1500 - 750), .. Enumerable.Range(0, 5000).Select(_ => Math.ScaleB(random.NextDouble(), random.Next(-1080, 1020)))];
        var y = new double[x.Length];
        LaneFunctions.Log(x, y);
        Assert.Equal(x.Select(v => BitConverter.DoubleToInt64Bits(ElementaryFunctions.Log(v))), y.Select(BitConverter.DoubleToInt64Bits));
        LaneFunctions.Exp(x, y);
        Assert.Equal(x.Select(v => BitConverter.DoubleToInt64Bits(ElementaryFunctions.Exp(v))), y.Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void A_logarithm_to_a_base_is_exact_where_it_is_a_whole_number()
    {
        for (int k = 0; k <= 22; k++) Assert.Equal(k, ElementaryFunctions.Log(double.Parse($"1e{k}", System.Globalization.CultureInfo.InvariantCulture), 10));
        for (int k = -1000; k <= 1000; k += 37) Assert.Equal(k, ElementaryFunctions.Log(Math.ScaleB(1, k), 2));
        Assert.Equal(0.5, ElementaryFunctions.Log(3, 9));
        Assert.Equal(double.NegativeInfinity, ElementaryFunctions.Log(0, 10));
        Assert.True(double.IsNaN(ElementaryFunctions.Log(-1, 10)));
        double worst = 0;
        foreach (double x in Positive(1000)) worst = Math.Max(worst, Math.Abs(ElementaryFunctions.Log(x, 10) / Math.Log10(x) - 1));
        Assert.True(worst < 4e-16, $"{worst}");
    }

    [Fact]
    public void A_sine_of_half_turns_has_its_known_values()
    {
        Assert.Equal(0, ElementaryFunctions.SineOfHalfTurns(0));
        Assert.Equal(1, ElementaryFunctions.SineOfHalfTurns(0.5));
        Assert.Equal(-1, ElementaryFunctions.SineOfHalfTurns(-0.5));
        Assert.Equal(0.5, ElementaryFunctions.SineOfHalfTurns(1 / 6.0), 15);
        Assert.Equal(Math.Sqrt(0.5), ElementaryFunctions.SineOfHalfTurns(0.25), 15);
        Assert.True(double.IsNaN(ElementaryFunctions.SineOfHalfTurns(0.6)));
        for (double t = -0.5; t <= 0.5; t += 1 / 512.0) Assert.Equal(Math.Sin(Math.PI * t), ElementaryFunctions.SineOfHalfTurns(t), 14);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(0.37)]
    [InlineData(-2.75)]
    [InlineData(1e-9)]
    [InlineData(730.5)]
    [InlineData(-1e300)]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Powers_of_a_column_have_the_bits_of_each_alone(double exponent)
    {
        double[] special = [0, -0.0, 1, -1, -2.5, double.Epsilon, 1e-310, 2.2250738585072014e-308, 1.4142135623730951, 1.4142135623730949, 0.70710678118654757, double.MaxValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN];
        var random = new Random(12);
        double[] x = [.. Enumerable.Range(0, 5000).Select(i => i % 4 == 3 ? special[random.Next(special.Length)] : i % 4 == 2 ? 1 + 0.01 * (random.NextDouble() - 0.5) : Math.ScaleB(0.5 + random.NextDouble(), random.Next(-60, 60))), .. Enumerable.Range(0, 3000).Select(_ => Math.ScaleB(0.5 + random.NextDouble(), random.Next(-1000, 1000))),
            .. Enumerable.Range(0, 3000).Select(i => i % 16 == 7 ? 1 : Math.ScaleB(1 + Math.ScaleB(random.NextDouble() - 0.5, -random.Next(30)), random.Next(-1, 2)))];
        var powers = new double[x.Length];
        PowerLanes.Pow(x, exponent, powers);
        for (int i = 0; i < x.Length; i++) Assert.Equal(BitConverter.DoubleToInt64Bits(ElementaryFunctions.Pow(x[i], exponent)), BitConverter.DoubleToInt64Bits(powers[i]));
    }
}
