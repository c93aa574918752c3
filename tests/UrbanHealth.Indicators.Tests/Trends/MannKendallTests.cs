using System.Text.Json;
using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Trends;

public class MannKendallTests
{
    [Fact]
    public void Counts_rises_less_falls()
    {
        // Hollander, Wolfe & Chicken, example 9.1 (cloud seeding): S = -6, exact two-sided p = 28/120
        MannKendall test = MannKendall.Of([1.26, 1.27, 1.12, 1.16, 1.03]);
        Assert.Equal(-6, test.S);
        Assert.Equal(28 / 120.0, test.PValue, 1e-15);
        Assert.Equal(14 / 120.0, test.PValueOfFall, 1e-15);
        Assert.Equal(-0.6, test.Tau);
        Assert.True(test.IsExact);
    }

    [Fact]
    public void Five_years_that_all_rise_have_the_smallest_p_five_years_can_have()
    {
        MannKendall test = MannKendall.Of([1, 2, 3, 4, 5]);
        Assert.Equal(2 / 120.0, test.PValue, 1e-15);
        Assert.Equal(1 / 120.0, test.PValueOfRise, 1e-15);
        Assert.Equal(1, test.PValueOfFall, 1e-15);
    }

    [Fact]
    public void Ties_have_their_own_exact_distribution()
    {
        // 1,1,2: of its three arrangements 112 has S = 2, 121 has 0, 211 has -2
        MannKendall test = MannKendall.Of([1, 1, 2]);
        Assert.Equal(2, test.S);
        Assert.Equal(1 / 3.0, test.PValueOfRise, 1e-15);
        Assert.Equal(2 / 3.0, test.PValue, 1e-15);
        Assert.Equal((66 - 18) / 18.0, test.Variance, 1e-15);
        Assert.Equal(2 / 3.0, test.Tau, 1e-15);
        Assert.Equal(2 / Math.Sqrt(6), test.TauB, 1e-15);
    }

    [Fact]
    public void Exact_tails_equal_the_count_over_every_arrangement()
    {
        foreach (double[] values in new[] { new double[] { 1, 2, 2, 3, 3, 3 }, [1, 1, 2, 2, 3, 4], [5, 5, 5, 1, 1, 2], [1, 2, 3, 4, 5, 6] })
        {
            MannKendall test = MannKendall.Of(values);
            double[] scores = [.. Arrangements(values).Select(Score)];
            Assert.Equal(scores.Count(s => s >= test.S) / (double)scores.Length, test.PValueOfRise, 1e-14);
            Assert.Equal(scores.Count(s => s <= test.S) / (double)scores.Length, test.PValueOfFall, 1e-14);
            double variance = scores.Sum(s => s * s) / scores.Length;
            Assert.Equal(variance, test.Variance, 1e-12); // the variance formula is that of the arrangements
        }

        static double Score(double[] x) => Enumerable.Range(0, x.Length).Sum(i => Enumerable.Range(i + 1, x.Length - i - 1).Sum(j => Math.Sign(x[j] - x[i])));
        static IEnumerable<double[]> Arrangements(double[] x) => x.Length == 1 ? [x] : Enumerable.Range(0, x.Length).SelectMany(i => Arrangements([.. x[..i], .. x[(i + 1)..]]).Select(rest => (double[])[x[i], .. rest]));
    }

    [Fact]
    public void Only_ties_show_nothing()
    {
        MannKendall test = MannKendall.Of([3, 3, 3, 3]);
        Assert.Equal((0.0, 0.0, 0.0, 1.0), (test.S, test.Variance, test.Z, test.PValue));
        Assert.True(double.IsNaN(test.TauB));
        Assert.Equal(1, MannKendall.Of([3, 3, 3], pValue: PValueRule.Approximate).PValue);
    }

    [Fact]
    public void A_correction_that_leaves_no_variance_is_not_a_number()
    {
        // alternating values: r1 is about -0.8, so 1 + 2(1 - 1/6)r1 < 0 with one lag
        MannKendall test = MannKendall.Of([0, 1, 0, 1, 0, 1], SerialCorrection.YueWang, lag: 1);
        Assert.True(test.Variance < 0);
        Assert.True(double.IsNaN(test.Z) && double.IsNaN(test.PValue));
    }

    [Fact]
    public void A_missing_year_is_left_out() => Assert.Equal(MannKendall.Of([1, 3, 2, 4]), MannKendall.Of([1, double.NaN, 3, 2, 4]));

    [Fact]
    public void Exact_is_refused_where_there_is_no_exact_distribution()
    {
        Assert.Throws<ArgumentException>(() => MannKendall.Of(new double[21], pValue: PValueRule.Exact));
        Assert.Throws<ArgumentException>(() => MannKendall.Of([1, 2, 3], SerialCorrection.YueWang, PValueRule.Exact));
        Assert.Throws<ArgumentException>(() => MannKendall.Of([1, double.PositiveInfinity]));
        Assert.True(MannKendall.Of([.. Enumerable.Range(0, 20).Select(i => (double)i)]).PValue is > 0 and < 1e-17); // 2/20!
    }

    [Fact]
    public void Does_not_change_under_a_rising_map_and_turns_with_the_sign() =>
        Gen.Int[-20, 20].Array[2, 9].Sample(whole =>
        {
            double[] x = [.. whole.Select(v => (double)v)];
            MannKendall plain = MannKendall.Of(x);
            Assert.Equal(plain, MannKendall.Of([.. x.Select(v => Math.Exp(v / 10))]));
            MannKendall turned = MannKendall.Of([.. x.Select(v => -v)]);
            Assert.Equal(-plain.S, turned.S);
            Assert.Equal(plain.PValueOfRise, turned.PValueOfFall);
        }, iter: 300);

    [ReferenceFact]
    public void Exact_p_values_for_three_to_ten_values()
    {
        JsonElement input = Reference.Json("mcda/mann_kendall_exact/input.json");
        int[] n = [.. input.GetProperty("n").EnumerateArray().Select(e => e.GetInt32())];
        int[] s = [.. input.GetProperty("S").EnumerateArray().Select(e => e.GetInt32())];
        MannKendall[] tests = [.. n.Zip(s, SeriesOf)];
        JsonElement expected = TrendReferences.Checks("mann_kendall_exact");
        Near.Check(expected, "p_one_sided_upper", [.. tests.Select(t => t.PValueOfRise)]);
        Near.Check(expected, "p_two_sided_S>0", [.. tests.Where(t => t.S > 0).Select(t => t.PValue)]);
        Near.Check(expected, "p_one_sided_at_S0_as_printed_in_the_table", [.. tests.Where(t => t.S == 0).Select(t => t.PValueOfRise)]);
        Assert.All(tests.Where(t => t.S == 0), t => Assert.Equal(1, t.PValue)); // the printed table has the one-sided value here
    }

    /// <summary>A series of n values with a given score: the greatest value is put as many places from the end as inversions are still wanted.</summary>
    internal static MannKendall SeriesOf(int n, int s)
    {
        int inversions = (n * (n - 1) / 2 - s) / 2;
        var series = new List<double>();
        for (int k = 0; k < n; k++)
        {
            int later = Math.Min(k, inversions);
            series.Insert(k - later, k);
            inversions -= later;
        }
        MannKendall test = MannKendall.Of(series.ToArray());
        Assert.Equal(s, test.S);
        return test;
    }
}
