using System.Text.Json;
using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.StatisticsRoom;

/// <summary>Correlations and their tests.</summary>
public class CorrelationTests : IReferenceChecks
{
    private static readonly double[] X = [1, 2, 3, 4, 5];
    private static readonly double[] Y = [5, 6, 7, 8, 7];

    IEnumerable<ReferenceCheck> IReferenceChecks.Checks() =>
    [
        new("mcda/kendall_tau_b", "Kendall tau-a, tau-b, tau-c and p-values", 1e-11, () => KendallPairs().Max(p => Math.Abs(p.Expected - p.Actual))) { Note = "absolute" },
        new("mcda/spearman", "Spearman with ties, t and exact", 1e-9, () => SpearmanPairs().Max(p => Math.Abs(p.Expected - p.Actual))) { Note = "absolute; of the critical values, the probability at each is compared" },
    ];

    [Fact]
    public void Pearson_by_hand() => Near.Relative(6 / Math.Sqrt(10 * 5.2), Correlation.Of(X, Y)); // Σ dx·dy = 6, Σ dx² = 10, Σ dy² = 5.2

    [Fact]
    public void Pearson_of_a_line_is_1_and_never_more()
    {
        Assert.Equal(1, Correlation.Of([0.1, 0.2, 0.3], [1.1, 1.2, 1.3]), 15);
        Assert.Equal(-1, Correlation.Of([1, 2, 4], [-3, -6, -12]), 15);
        Gen.Double[-5, 5].Array[2, 9].Sample(x => x.Distinct().Count() < 2 || Math.Abs(Correlation.Of(x, x)) <= 1, iter: 300);
    }

    [Fact]
    public void Spearman_uses_mean_ranks() =>
        // ranks 1 2 3.5 5 3.5: deviations −2 −1 0.5 2 0.5 with −2 −1 0 1 2 give 8, Σ d² = 9.5 and 10
        Near.Relative(8 / Math.Sqrt(95), Correlation.Of(X, Y, CorrelationMethod.Spearman));

    [Fact]
    public void Kendall_by_hand()
    {
        // pairs: 8 agree, 1 disagrees, 1 tied in y
        Near.Relative(0.7, Correlation.Of(X, Y, CorrelationMethod.KendallA));
        Near.Relative(7 / Math.Sqrt(90), Correlation.Of(X, Y, CorrelationMethod.KendallB));
        Near.Relative(2 * 7 * 4 / (25.0 * 3), Correlation.Of(X, Y, CorrelationMethod.KendallC));
    }

    [Fact]
    public void Kendall_counts_as_the_definition_does() =>
        Gen.Select(Gen.Int[0, 5].Array[2, 14], Gen.Int[0, 1000]).Sample((ints, seed) =>
        {
            double[] x = Array.ConvertAll(ints, i => (double)i), y = [.. ints.Select((v, i) => (double)((v * 7 + i * i + seed) % 5))];
            if (x.Distinct().Count() < 2 || y.Distinct().Count() < 2) return;
            double s = 0, tx = 0, ty = 0, pairs = x.Length * (x.Length - 1) / 2.0;
            for (int i = 0; i < x.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    s += Math.Sign(x[i] - x[j]) * Math.Sign(y[i] - y[j]);
                    if (x[i] == x[j]) tx++;
                    if (y[i] == y[j]) ty++;
                }
            }
            Near.Relative(s / Math.Sqrt((pairs - tx) * (pairs - ty)), Correlation.Of(x, y, CorrelationMethod.KendallB));
        }, iter: 300);

    [Fact]
    public void Missing_figures_leave_the_pair_out()
    {
        double[] x = [1, 2, double.NaN, 3, 4, 5], y = [5, 6, 100, 7, 8, 7];
        Assert.Equal(Correlation.Of(X, Y), Correlation.Of(x, y));
        Assert.Equal(5, Correlation.Test(x, y).Count);
    }

    [Fact]
    public void Complete_rows_and_pairs_differ_by_name()
    {
        Matrix m = Matrix.FromColumns([1, 2, 3, 4], [2, 1, 4, 3], [1, 5, 2, double.NaN]);
        Near.Relative(0.6, Correlation.Among(m)[0, 1]); // four rows: Σ dx·dy = 3 of 5
        Near.Relative(Correlation.Of([1, 2, 3], [2, 1, 4]), Correlation.Among(m, missing: MissingPairs.CompleteRows)[0, 1]);
    }

    [Fact]
    public void The_matrix_has_the_correlations_of_each_pair_alone_to_the_bit() => Gen.Double[-100, 100].Array[6].Array[3, 30].Sample(rows =>
    {
        // every seventh figure is missing, or none; and ties
        double[][] gaps = [.. Enumerable.Range(0, 6).Select(j => rows.Select((r, i) => (i * 6 + j) % 7 == 3 ? double.NaN : r[j]).ToArray())];
        double[][] whole = [.. Enumerable.Range(0, 6).Select(j => rows.Select(r => Math.Round(r[j] / 10)).ToArray())];
        foreach (double[][] columns in new[] { gaps, whole })
            foreach (CorrelationMethod method in new[] { CorrelationMethod.Pearson, CorrelationMethod.Spearman })
            {
                Matrix among = Correlation.Among(Matrix.FromColumns(columns), method);
                for (int i = 0; i < 6; i++)
                    for (int j = 0; j < 6; j++)
                    {
                        if (double.IsNaN(among[i, j])) Assert.Throws<ArgumentException>(() => Correlation.Of(columns[i], columns[j], method));
                        else Assert.Equal(i == j ? 1 : Correlation.Of(columns[i], columns[j], method), among[i, j]);
                    }
            }
    }, iter: 50);

    [Fact]
    public void Undefined_pairs_are_missing_in_the_matrix_and_errors_alone()
    {
        Matrix m = Matrix.FromColumns([1, 2, 3], [5, 5, 5], [double.NaN, double.NaN, 1]);
        Matrix r = Correlation.Among(m), p = Correlation.PValuesAmong(m);
        Assert.Equal([1, double.NaN, double.NaN, double.NaN], [r[0, 0], r[1, 1], r[0, 1], r[0, 2]]);
        Assert.Equal([0, double.NaN], [p[0, 0], p[0, 1]]);
        Assert.Equal(0, Correlation.CovariancesAmong(m)[1, 1]);
        Assert.Equal("x", Assert.Throws<ArgumentException>(() => Correlation.Of([5, 5], [1, 2])).ParamName);
        Assert.Equal("y", Assert.Throws<ArgumentException>(() => Correlation.Of([1, 2], [5, 5])).ParamName);
        Assert.Equal("y", Assert.Throws<ArgumentException>(() => Correlation.Of([1, 2], [5])).ParamName);
        Assert.Throws<ArgumentException>(() => Correlation.Of([1, double.NaN], [1, 2]));
        Assert.Equal("x", Assert.Throws<ArgumentException>(() => Correlation.Of([1, double.PositiveInfinity], [1, 2])).ParamName);
        Assert.Equal("y", Assert.Throws<ArgumentException>(() => Correlation.Of([1, 2], [1, double.NegativeInfinity])).ParamName);
        Matrix infinite = Matrix.FromColumns([1, 2, 3], [1, double.NegativeInfinity, 2]);
        Assert.All(Enum.GetValues<CorrelationMethod>(), m => Assert.Throws<ArgumentException>(() => Correlation.Among(infinite, m)));
        Assert.Throws<ArgumentException>(() => Correlation.CovariancesAmong(infinite));
        Assert.Throws<ArgumentException>(() => Correlation.Test([1, 2], [1, 2]));
    }

    [Fact]
    public void Covariances_by_hand()
    {
        Matrix m = Matrix.FromColumns(X, Y);
        Near.Relative([2.5, 1.5, 1.3], [Correlation.CovariancesAmong(m)[0, 0], Correlation.CovariancesAmong(m)[0, 1], Correlation.CovariancesAmong(m)[1, 1]]);
        Near.Relative(1.2, Correlation.CovariancesAmong(m, VarianceDenominator.Population)[1, 0]);
        // two rows that have both are enough, one is not, whatever it is divided by
        Matrix few = Matrix.FromColumns([1, 3, double.NaN], [4, 10, 5], [double.NaN, 2, 7]);
        Near.Relative([6, 3], [Correlation.CovariancesAmong(few)[0, 1], Correlation.CovariancesAmong(few, VarianceDenominator.Population)[1, 0]]);
        Assert.Equal([double.NaN, double.NaN], [Correlation.CovariancesAmong(few)[0, 2], Correlation.CovariancesAmong(few, VarianceDenominator.Population)[2, 0]]);
    }

    [Fact]
    public void Exact_p_values_are_counted()
    {
        // three untied pairs in perfect order: 1 of 6 arrangements on each side
        Near.Relative(1 / 3.0, Correlation.Test([1, 2, 3], [4, 5, 6], CorrelationMethod.KendallB).PValue);
        Near.Relative(1 / 3.0, Correlation.Test([1, 2, 3], [6, 5, 4], CorrelationMethod.Spearman).PValue);
        // with one tie in y there are 3 arrangements, and 1 is as extreme on each side
        Near.Relative(2 / 3.0, Correlation.Test([1, 2, 3], [4, 4, 6], CorrelationMethod.KendallA).PValue);
        Near.Relative(2 / 3.0, Correlation.Test([4, 4, 6], [1, 2, 3], CorrelationMethod.Spearman).PValue);
    }

    [Fact]
    public void Exact_is_refused_where_it_is_not_at_hand()
    {
        Assert.Equal("rule", Assert.Throws<ArgumentException>(() => Correlation.Test(X, Y, CorrelationMethod.Pearson, PValueRule.Exact)).ParamName);
        Assert.Throws<ArgumentException>(() => Correlation.Test([1, 1, 2], [3, 3, 4], CorrelationMethod.KendallB, PValueRule.Exact));
        Assert.Throws<ArgumentException>(() => Correlation.Test([1, 1, 2], [3, 3, 4], CorrelationMethod.Spearman, PValueRule.Exact));
        double[] eleven = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
        Assert.Throws<ArgumentException>(() => Correlation.Test(eleven, eleven, CorrelationMethod.Spearman, PValueRule.Exact));
        Assert.Equal(0, Correlation.Test(eleven, eleven, CorrelationMethod.Spearman).PValue);
    }

    [ReferenceFact]
    public void Kendall_of_the_textbooks_is_reproduced() => Assert.All(KendallPairs(), p => Near.Absolute(p.Expected, p.Actual, 1e-11, p.Name));

    [ReferenceFact]
    public void Spearman_of_the_textbooks_is_reproduced() => Assert.All(SpearmanPairs(), p => Near.Absolute(p.Expected, p.Actual, 1e-9, p.Name));

    [Fact]
    public void A_test_reads_well() => Assert.Equal("0.8321, p = 0.0805, n = 5", Correlation.Test(X, Y).ToString());

    private static IEnumerable<(string Name, double Expected, double Actual)> KendallPairs()
    {
        JsonElement input = Reference.Json("mcda/kendall_tau_b/input.json");
        double[] At(string name) => [.. Near.Flatten(input.GetProperty(name))];
        double[] Row(string name, int i) => [.. Near.Flatten(input.GetProperty(name)[i])];
        Dictionary<string, double> e = Reference.Json("mcda/kendall_tau_b/expected.json").GetProperty("checks").EnumerateArray().ToDictionary(c => c.GetProperty("name").GetString()!, c => c.GetProperty("value").GetDouble());
        double[] kx = At("kendall1970_x"), ky = At("kendall1970_y"), rx = At("r_x"), ry = At("r_y");
        yield return ("tau_b_kendall1970", e["tau_b_kendall1970"], Correlation.Of(kx, ky, CorrelationMethod.KendallB));
        yield return ("tau_c_kendall1970", e["tau_c_kendall1970"], Correlation.Of(kx, ky, CorrelationMethod.KendallC));
        yield return ("tau_a_kendall1970", e["tau_a_kendall1970"], Correlation.Of(kx, ky, CorrelationMethod.KendallA));
        yield return ("tau_b_r", e["tau_b_r"], Correlation.Of(rx, ry, CorrelationMethod.KendallB));
        yield return ("p_asymptotic_tie_corrected_r", e["p_asymptotic_tie_corrected_r"], Correlation.Test(rx, ry, CorrelationMethod.KendallB).PValue);
        foreach (string name in new[] { "exact1", "exact2", "exact3" })
        {
            CorrelationTest test = Correlation.Test(Row(name, 0), Row(name, 1), CorrelationMethod.KendallB, PValueRule.Exact);
            yield return (name + "_tau", e[name + "_tau"], test.Coefficient);
            yield return (name + "_p", e[name + "_p"], test.PValue);
        }
    }

    private static IEnumerable<(string Name, double Expected, double Actual)> SpearmanPairs()
    {
        JsonElement input = Reference.Json("mcda/spearman/input.json"), expected = Reference.Json("mcda/spearman/expected.json");
        double[] x = [.. Near.Flatten(input.GetProperty("x"))], y = [.. Near.Flatten(input.GetProperty("y"))];
        JsonElement checks = expected.GetProperty("checks");
        CorrelationTest test = Correlation.Test(x, y, CorrelationMethod.Spearman, PValueRule.Approximate);
        yield return ("rs", checks[0].GetProperty("value").GetDouble(), test.Coefficient);
        yield return ("p_two_sided_t", checks[1].GetProperty("value").GetDouble(), test.PValue);
        // the critical values: at an order with exactly that coefficient the one-sided p is the one given
        foreach ((int n, double[] order) in new (int, double[])[] { (4, [1, 2, 3, 4]), (5, [2, 1, 3, 4, 5]), (6, [2, 1, 4, 3, 6, 5]), (7, [3, 1, 2, 5, 4, 6, 7]), (8, [4, 1, 2, 3, 8, 5, 7, 6]) })
        {
            CorrelationTest t = Correlation.Test([.. Enumerable.Range(1, n).Select(i => (double)i)], order, CorrelationMethod.Spearman, PValueRule.Exact);
            JsonElement critical = expected.GetProperty("exact_one_sided_critical_0.05").GetProperty(n.ToString());
            if (Math.Abs(t.Coefficient - critical.GetProperty("rs").GetDouble()) < 1e-9) yield return ($"exact n = {n}", critical.GetProperty("p").GetDouble(), t.PValue / 2);
        }
    }
}
