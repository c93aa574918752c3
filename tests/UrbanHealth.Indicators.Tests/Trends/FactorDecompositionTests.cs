using System.Text.Json;
using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Trends;

public class FactorDecompositionTests
{
    [ReferenceFact]
    public void Four_years_by_LMDI()
    {
        Matrix[] years = [.. Reference.Json("mcda/lmdi_lmdir/input.json").GetProperty("X_year_subcat_factor").EnumerateArray().Select(Read)];
        JsonElement checks = TrendReferences.Checks("lmdi_lmdir");
        FactorDecomposition[] one = [.. years.Skip(1).Select((y, i) => FactorDecomposition.Between(years[i], y))];
        Near.Check(checks, "Z_1971_1972", Flat(one[0].RowEffects));
        Near.Check(checks, "Z_1972_1973", Flat(one[1].RowEffects));
        Near.Check(checks, "Z_1973_1974", Flat(one[2].RowEffects));
        Near.Check(checks, "dV_by_year", Flat(one.Select(d => d.Effects)));
        Near.Check(checks, "dV_total", [.. one.Select(d => d.Effects.Sum())]);
        Near.Check(checks, "D_by_year", Flat(one.Select(d => d.Ratios)));
        Near.Check(checks, "D_total", [.. one.Select(d => d.Ratios.Aggregate((a, b) => a * b))]);
        Near.Check(checks, "dV_cumulative_chained", Flat(Enumerable.Range(2, 3).Select(n => FactorDecomposition.Chained(years[..n]).Effects)));
        FactorDecomposition ends = FactorDecomposition.Between(years[0], years[3]);
        Near.Check(checks, "dV_endpoints_1971_1974_not_chained", [.. ends.Effects]);
        Near.Check(checks, "D_endpoints", [.. ends.Ratios]);
        Near.Check(checks, "D_LMDI_II_by_year", Flat(years.Skip(1).Select((y, i) => FactorDecomposition.Between(years[i], y, FactorMethod.LmdiII).Ratios)));
        Assert.Equal(258, FactorDecomposition.Chained(years).Change);
        Assert.Equal(0, FactorDecomposition.Chained(years).Residual, 1e-10);
    }

    [ReferenceFact]
    public void A_factor_that_is_zero_takes_the_whole_change()
    {
        JsonElement rules = Reference.Json("mcda/lmdi_lmdir/expected.json").GetProperty("zero_rules");
        foreach (string name in new[] { "example_X0_11_zero", "example_XT_23_zero" })
        {
            JsonElement e = rules.GetProperty(name);
            FactorDecomposition d = FactorDecomposition.Between(Read(e.GetProperty("X0")), Read(e.GetProperty("XT")));
            Near.Relative(TrendReferences.Numbers(e.GetProperty("Z")), Flat(d.RowEffects), 1e-8);
            Assert.Equal(0, d.Residual, 1e-12);
            Assert.Contains(d.Ratios, double.IsNaN); // there is no ratio from or to zero
        }
    }

    [ReferenceFact]
    public void Six_factors_of_building_carbon()
    {
        JsonElement input = Reference.Json("mcda/lmdi_us_buildings/input.json"), checks = TrendReferences.Checks("lmdi_us_buildings");
        FactorDecomposition d = FactorDecomposition.Between(Row(input.GetProperty("X0")), Row(input.GetProperty("XT")));
        Near.Check(checks, "product_identity", d.Start, d.End);
        Near.Check(checks, "effects", [.. d.Effects]);
        Near.Check(checks, "sum_vs_change", d.Effects.Sum());
        static Matrix Row(JsonElement e) => Matrix.FromRows(TrendReferences.Numbers(e));
    }

    [ReferenceFact]
    public void Other_methods_on_the_same_data()
    {
        JsonElement input = Reference.Json("mcda/shapley_decomposition/input.json"), checks = TrendReferences.Checks("shapley_decomposition");
        Matrix start = Read(input.GetProperty("X0")), end = Read(input.GetProperty("XT"));
        FactorDecomposition shapley = Of(FactorMethod.Shapley), laspeyres = Of(FactorMethod.Laspeyres), paasche = Of(FactorMethod.Paasche), mean = Of(FactorMethod.ArithmeticMeanDivisia);
        Near.Check(checks, "shapley", [.. shapley.Effects]);
        Near.Check(checks, "shapley_sum", shapley.Effects.Sum());
        Near.Check(checks, "laspeyres", [.. laspeyres.Effects]);
        Near.Check(checks, "laspeyres_residual", laspeyres.Residual);
        Near.Check(checks, "paasche", [.. paasche.Effects]);
        Near.Check(checks, "paasche_residual", paasche.Residual);
        Near.Check(checks, "AMDI", [.. mean.Effects]);
        Near.Check(checks, "AMDI_residual", mean.Residual);
        double[][] x0 = [.. Enumerable.Range(0, 2).Select(i => Enumerable.Range(0, 3).Select(j => start[i, j]).ToArray())], x1 = [.. Enumerable.Range(0, 2).Select(i => Enumerable.Range(0, 3).Select(j => end[i, j]).ToArray())];
        double[][] paths = [.. x0.Zip(x1, (a, b) => AumannShapley.Of(Product, a, b))];
        double[] path = [.. Enumerable.Range(0, 3).Select(k => paths.Sum(p => p[k]))];
        Near.Check(checks, "aumann_shapley_equals_shapley", path);
        Near.Check(checks, "aumann_sum", path.Sum());
        Near.Check(checks, "two_factor_shapley[10,3]->[14,2.5]", ShapleyValue.Of(Product, [10, 3], [14, 2.5]));
        Near.Check(checks, "two_factor_aumann_same", AumannShapley.Of(Product, [10, 3], [14, 2.5]));
        FactorDecomposition Of(FactorMethod method) => FactorDecomposition.Between(start, end, method);
    }

    [Theory]
    [InlineData(FactorMethod.LmdiI)]
    [InlineData(FactorMethod.LmdiII)]
    [InlineData(FactorMethod.Shapley)]
    public void Leaves_nothing_over(FactorMethod method) =>
        Gen.Double[0.1, 10].Array[12].Select(Gen.Double[0.1, 10].Array[12]).Sample((a, b) =>
        {
            FactorDecomposition d = FactorDecomposition.Between(Table(a), Table(b), method);
            Near.Absolute(0, d.Residual, 1e-12 * Math.Max(1, d.Start + d.End));
            if (method != FactorMethod.Shapley) Near.Relative(d.End / d.Start, d.Ratios.Aggregate((p, r) => p * r), 1e-11);
            static Matrix Table(double[] x) => Matrix.FromRows(x[..3], x[3..6], x[6..9], x[9..]);
        }, iter: 100);

    [Fact]
    public void A_jump_is_shared_too()
    {
        // f = 0 under a veto unless both reach 1: neither alone does it, so each has half
        double[] parts = ShapleyValue.Of(static x => x[0] >= 1 && x[1] >= 1 ? 10 : 0, [0, 0, 5], [1, 2, 7]);
        Assert.Equal([5, 5, 0], parts);
    }

    [Fact]
    public void The_straight_path_of_a_ratio_is_not_its_Shapley_value()
    {
        // f = x/y from (1,1) to (2,2): along the path ∂f/∂x = 1/y, so ∫₁² dt/t = ln 2 for x and −ln 2 for y; Shapley: ½(1 + ½) = 0.75
        ScoreFunction ratio = static v => v[0] / v[1];
        double[] path = AumannShapley.Of(ratio, [1, 1], [2, 2]);
        Assert.Equal(Math.Log(2), path[0], 1e-10);
        Assert.Equal(0, path.Sum(), 1e-14);
        Assert.Equal(0.75, ShapleyValue.Of(ratio, [1, 1], [2, 2])[0], 1e-15);
    }

    internal static double Product(ReadOnlySpan<double> x)
    {
        double p = 1;
        foreach (double v in x) p *= v;
        return p;
    }

    private static Matrix Read(JsonElement rows) => Matrix.FromRows([.. rows.EnumerateArray().Select(TrendReferences.Numbers)]);

    private static double[] Flat(IEnumerable<IReadOnlyList<double>> rows) => [.. rows.SelectMany(r => r)];
}
