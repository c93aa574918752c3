using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.StatisticsRoom;

/// <summary>Statistics of one column.</summary>
public class DescriptiveTests
{
    private static readonly double[] Figures = [2, 4, 4, double.NaN, 6, 9]; // mean 5; deviations −3 −1 −1 1 4: squares 28, cubes 36, fourths 340

    [Fact]
    public void Mean_variance_and_deviation_leave_the_missing_out()
    {
        Assert.Equal(5, Descriptive.Mean(Figures));
        Near.Relative(7, Descriptive.Variance(Figures));
        Near.Relative(28 / 5.0, Descriptive.Variance(Figures, VarianceDenominator.Population));
        Near.Relative(Math.Sqrt(7), Descriptive.StandardDeviation(Figures));
        Near.Relative(Math.Sqrt(7) / 5, Descriptive.CoefficientOfVariation(Figures));
        Near.Relative(Math.Sqrt(5.6) / 5, Descriptive.CoefficientOfVariation([-2, -4, -4, -6, -9], VarianceDenominator.Population));
        Assert.Throws<ArgumentException>(() => Descriptive.CoefficientOfVariation([-1, 1]));
    }

    [Fact]
    public void Skewness_and_kurtosis_have_three_definitions()
    {
        double m2 = 28 / 5.0, g1 = 36 / 5.0 / Math.Pow(m2, 1.5), g2 = 340 / 5.0 / (m2 * m2) - 3;
        Near.Relative(g1, Descriptive.Skewness(Figures, MomentDefinition.Moments));
        Near.Relative(g2, Descriptive.Kurtosis(Figures, MomentDefinition.Moments));
        Near.Relative(g1 * Math.Sqrt(20) / 3, Descriptive.Skewness(Figures));
        Near.Relative(4 / 6.0 * (6 * g2 + 6), Descriptive.Kurtosis(Figures));
        // type 3 divides by the sample variance 7
        Near.Relative(36 / 5.0 / Math.Pow(7, 1.5), Descriptive.Skewness(Figures, MomentDefinition.SampleVariance));
        Near.Relative(340 / 5.0 / 49 - 3, Descriptive.Kurtosis(Figures, MomentDefinition.SampleVariance));
    }

    [Fact]
    public void Quantiles_go_by_definition()
    {
        double[] x = [10, 20, 30, 40]; // Hyndman & Fan (1996): the place of p = 0.25 is 1.75 (R7), 1.25 (R6), 1.4167 (R8), 1 (R1), between 1 and 2 (R2)
        Near.Relative(17.5, Descriptive.Quantile(x, 0.25));
        Near.Relative(12.5, Descriptive.Quantile(x, 0.25, QuantileDefinition.R6));
        Near.Relative(10 + 10 * (4 + 1 / 3.0) / 4 + 10 / 3.0 - 10, Descriptive.Quantile(x, 0.25, QuantileDefinition.R8));
        Near.Relative(10, Descriptive.Quantile(x, 0.25, QuantileDefinition.R1));
        Near.Relative(15, Descriptive.Quantile(x, 0.25, QuantileDefinition.R2));
        Near.Relative(20, Descriptive.Quantile(x, 0.3, QuantileDefinition.R2));
        foreach (QuantileDefinition d in Enum.GetValues<QuantileDefinition>())
        {
            Assert.Equal(10, Descriptive.Quantile(x, 0, d));
            Assert.Equal(40, Descriptive.Quantile(x, 1, d));
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => Descriptive.Quantile(x, 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Descriptive.Quantile(x, double.NaN));
        Near.Relative(15, Descriptive.InterquartileRange(x)); // 32.5 − 17.5
        Near.Relative(25, Descriptive.InterquartileRange(x, QuantileDefinition.R6)); // 37.5 − 12.5
    }

    [Fact]
    public void Median_and_median_absolute_deviation()
    {
        Assert.Equal(4, Descriptive.Median(Figures));
        Assert.Equal(5, Descriptive.Median([7, 1, 6, 4]));
        Assert.Equal(2, Descriptive.MedianAbsoluteDeviation(Figures, MadScale.Raw)); // 2 0 0 2 5
        Near.Relative(2 / 0.67448975019608174, Descriptive.MedianAbsoluteDeviation(Figures));
    }

    [Fact]
    public void Quantiles_median_and_deviation_have_the_bits_that_sorting_gives() =>
        Gen.Select(Columns, Gen.Double[0, 1], Gen.Int[0, 8]).Sample((x, between, eighths) =>
        {
            double[] sorted = [.. x.Where(v => !double.IsNaN(v)).Order()];
            if (sorted.Length == 0) return;
            int n = sorted.Length;
            foreach (double p in new[] { 0, 1, between, eighths / 8.0 })
            {
                double At(double place) => sorted[(int)Math.Clamp(place, 1, n) - 1] + 0.0; // no sign on a zero
                double Between(double place) => At(Math.Floor(place)) + (place - Math.Floor(place)) * (At(Math.Floor(place) + 1) - At(Math.Floor(place)));
                // Hyndman & Fan (1996), definitions 7, 6, 8, 1 and 2
                Same(Between((n - 1) * p + 1), Descriptive.Quantile(x, p));
                Same(Between((n + 1) * p), Descriptive.Quantile(x, p, QuantileDefinition.R6));
                Same(Between((n + 1.0 / 3) * p + 1.0 / 3), Descriptive.Quantile(x, p, QuantileDefinition.R8));
                // n·p that is a whole number but for rounding has a rule and a test of its own
                if (n * p != Math.Round(n * p) && Math.Abs(n * p - Math.Round(n * p)) < 1e-9 * n) continue;
                Same(At(Math.Ceiling(n * p)), Descriptive.Quantile(x, p, QuantileDefinition.R1));
                Same((At(Math.Ceiling(n * p)) + At(Math.Floor(n * p) + 1)) / 2, Descriptive.Quantile(x, p, QuantileDefinition.R2));
            }
            double Middle(double[] s) => s[(n - 1) / 2] + ((n - 1) * 0.5 + 1 - Math.Floor((n - 1) * 0.5 + 1)) * (s[n / 2] - s[(n - 1) / 2]);
            double median = Middle(sorted) + 0.0;
            Same(median, Descriptive.Median(x));
            Same(Middle([.. sorted.Select(v => Math.Abs(v - median)).Order()]), Descriptive.MedianAbsoluteDeviation(x, MadScale.Raw));
            Same(Descriptive.Quantile(x, 0.75) - Descriptive.Quantile(x, 0.25), Descriptive.InterquartileRange(x));

            static void Same(double expected, double actual) => Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(actual));
        }, iter: 500);

    [Fact]
    public void A_place_that_is_whole_but_for_rounding_is_whole()
    {
        // 25 · 0.28 is 7, and 7.000000000000001 in doubles; 100 · 0.29 is 29, and 28.999999999999996
        double[] x = [.. Enumerable.Range(1, 25)], y = [.. Enumerable.Range(1, 100)];
        Assert.Equal([7, 7.5], [Descriptive.Quantile(x, 0.28, QuantileDefinition.R1), Descriptive.Quantile(x, 0.28, QuantileDefinition.R2)]);
        Assert.Equal([29, 29.5], [Descriptive.Quantile(y, 0.29, QuantileDefinition.R1), Descriptive.Quantile(y, 0.29, QuantileDefinition.R2)]);
    }

    [Fact]
    public void The_sign_of_a_zero_depends_on_no_order()
    {
        foreach (QuantileDefinition d in Enum.GetValues<QuantileDefinition>())
            foreach (double[] x in new double[][] { [0.0, -0.0], [-0.0, 0.0], [-0.0], [-0.0, -0.0, -0.0] })
                Assert.False(double.IsNegative(Descriptive.Quantile(x, 0.25, d)));
    }

    /// <summary>Columns short and long, of any figures or of few that come often, both zeros and the missing among them.</summary>
    private static readonly Gen<double[]> Columns =
        from n in Gen.OneOf(Gen.Int[1, 5], Gen.Int[60, 70], Gen.Int[100, 700])
        from ties in Gen.Bool
        from x in Gen.Frequency((1, Gen.Const(double.NaN)), (1, Gen.Const(-0.0)), (1, Gen.Const(0.0)), (9, ties ? Gen.Int[-3, 3].Select(i => (double)i) : Gen.Double[-1e3, 1e3])).Array[n]
        select x;

    [Fact]
    public void Autocorrelation_at_lag_1_by_hand()
    {
        // 1 2 4 5: mean 3, deviations −2 −1 1 2: (2 − 1 + 2)/10
        Near.Relative(0.3, Descriptive.Autocorrelation([1, 2, 4, 5]));
        Assert.Throws<ArgumentException>(() => Descriptive.Autocorrelation([1, double.NaN, 2]));
        Assert.Throws<ArgumentException>(() => Descriptive.Autocorrelation([2, 2, 2]));
    }

    [Fact]
    public void Too_few_the_infinite_and_the_constant_are_errors()
    {
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => Descriptive.Mean([double.NaN])).ParamName);
        Assert.Throws<ArgumentException>(() => Descriptive.Variance([1]));
        Assert.Equal(0, Descriptive.Variance([1], VarianceDenominator.Population));
        Assert.Throws<ArgumentException>(() => Descriptive.Skewness([1, 2]));
        Assert.Throws<ArgumentException>(() => Descriptive.Kurtosis([1, 2, 3]));
        Assert.Throws<ArgumentException>(() => Descriptive.Skewness([2, 2, 2]));
        Assert.Throws<ArgumentException>(() => Descriptive.Kurtosis([2, 2, 2, 2]));
        Assert.Throws<ArgumentException>(() => Descriptive.Mean([1, double.NegativeInfinity]));
    }

    [Fact]
    public void The_table_says_what_is_not_defined_as_NaN()
    {
        DescriptiveStatistics s = DescriptiveStatistics.Of([0, 3, 3, double.NaN, 10, 4]);
        Assert.Equal((5, 4, 2, new Coverage(6, 1, 1)), (s.Count, s.Distinct, s.MostFrequent, s.Coverage));
        Near.Relative([0, 10, 4, 3, 3, 4], [s.Minimum, s.Maximum, s.Mean, s.Median, s.LowerQuartile, s.UpperQuartile]);
        DescriptiveStatistics none = DescriptiveStatistics.Of([double.NaN]), one = DescriptiveStatistics.Of([7]), constant = DescriptiveStatistics.Of([7, 7, 7, 7]);
        Assert.Equal([double.NaN, double.NaN, double.NaN], [none.Mean, none.Median, none.StandardDeviation]);
        Assert.Equal([7, double.NaN, double.NaN], [one.Mean, one.StandardDeviation, one.Skewness]);
        Assert.Equal([0, double.NaN, double.NaN], [constant.StandardDeviation, constant.Skewness, constant.Kurtosis]);
        // deviations −4 −1 −1 0 6: skewness 30/10.8^1.5·√20/3, kurtosis 4/6·(6·(310.8/10.8² − 3) + 6)
        Assert.Equal("5 of 6 present, 1 zeros; 0 … 3 … 10, mean 4, sd 3.6742, skewness 1.26, kurtosis 2.66", s.ToString());
    }

    [Fact]
    public void Shift_and_scale_pass_through() =>
        Gen.Select(Gen.Double[-10, 10].Array[4, 20], Gen.Double[0.5, 20], Gen.Double[-1000, 1000]).Sample((x, a, b) =>
        {
            if (x.Max() - x.Min() < 0.5) return;
            double[] y = Array.ConvertAll(x, v => a * v + b);
            Near.Relative(a * Descriptive.Mean(x) + b, Descriptive.Mean(y), 1e-9);
            Near.Relative(a * Descriptive.StandardDeviation(x), Descriptive.StandardDeviation(y), 1e-9);
            Near.Relative(Descriptive.Skewness(x), Descriptive.Skewness(y), 1e-7);
            Near.Relative(Descriptive.Kurtosis(x), Descriptive.Kurtosis(y), 1e-7);
            Near.Relative(a * Descriptive.MedianAbsoluteDeviation(x), Descriptive.MedianAbsoluteDeviation(y), 1e-9);
        }, iter: 200);
}
