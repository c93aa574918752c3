using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Panels;

public class SourceHeterogeneityTests : IReferenceChecks
{
    private static readonly string[] Of = ["meta_bcg", "paule_mandel_cd", "ccqm_k30_lead"];

    private static JsonElement Input(string folder) => Reference.Json($"mcda/{folder}/input.json");

    private static double[] Numbers(JsonElement input, string name) => [.. Near.Flatten(input.GetProperty(name))];

    private static Dictionary<string, JsonElement> Expected(string folder) =>
        Reference.Json($"mcda/{folder}/expected.json").GetProperty("checks").EnumerateArray().ToDictionary(c => c.GetProperty("name").GetString()!, c => c);

    /// <summary>The log risk ratios of 13 trials: ln((a/(a+b))/(c/(c+d))), variance 1/a − 1/(a+b) + 1/c − 1/(c+d).</summary>
    private static (double[] Values, double[] Variances) Sources(string folder)
    {
        JsonElement input = Input(folder);
        switch (folder)
        {
            case "meta_bcg":
                double[][] t = [.. input.GetProperty("table").EnumerateArray().Select(r => Near.Flatten(r).ToArray())];
                return ([.. t.Select(r => Math.Log(r[0] / (r[0] + r[1]) / (r[2] / (r[2] + r[3]))))], [.. t.Select(r => (1 / r[0]) - (1 / (r[0] + r[1])) + (1 / r[2]) - (1 / (r[2] + r[3])))]);
            case "paule_mandel_cd": return (Numbers(input, "y"), Numbers(input, "variance"));
            default:
                bool[] included = [.. Numbers(input, "include").Select(i => i == 1)];
                double[] u = [.. Numbers(input, "U").Zip(Numbers(input, "k")).Select(p => p.First / p.Second)];
                return ([.. Numbers(input, "value").Where((_, i) => included[i])], [.. u.Where((_, i) => included[i]).Select(x => x * x)]);
        }
    }

    private static Dictionary<string, double[]> Computed(string folder)
    {
        (double[] values, double[] variances) = Sources(folder);
        SourceHeterogeneity h = SourceHeterogeneity.Of(values, variances);
        string p = folder == "ccqm_k30_lead" ? "included_" : "";
        var all = new Dictionary<string, double[]>
        {
            [p + "mean"] = [h.Mean],
            [p + "se"] = [h.StandardError],
            [p + "Q"] = [h.Q],
            [p + "df"] = [h.DegreesOfFreedom],
            [p + "p"] = [h.PValue],
            [p + "I2_percent"] = [100 * h.I2],
            [p + "H2"] = [h.H2],
            [p + "birge_ratio"] = [h.BirgeRatio],
            [p + "se_birge"] = [h.BirgeStandardError],
            [p + "tau2_DL"] = [h.DerSimonianLaird.BetweenVariance],
            [p + "mean_DL"] = [h.DerSimonianLaird.Mean],
            [p + "se_DL"] = [h.DerSimonianLaird.StandardError],
            [p + "tau2_PM"] = [h.PauleMandel.BetweenVariance],
            [p + "mean_PM"] = [h.PauleMandel.Mean],
            [p + "se_PM"] = [h.PauleMandel.StandardError],
        };
        if (folder != "ccqm_k30_lead") return all;
        JsonElement input = Input(folder);
        double[] value = Numbers(input, "value");
        SourcedValue[] sources = [.. input.GetProperty("lab").EnumerateArray().Zip(value).Select(x => new SourcedValue(x.First.GetString()!, x.Second))];
        SourcedValue[] included = [.. values.Select((v, i) => new SourcedValue($"{i}", v))];
        IReadOnlyList<SourceDeviation> deviations = SourceDeviation.Of(sources);
        all["u"] = [.. Numbers(input, "U").Zip(Numbers(input, "k")).Select(x => x.First / x.Second)];
        all["arithmetic_mean_included(KCRV)"] = [ReconciliationRule.TrimmedMean(0).Resolve(included)!.Value.Value];
        all["median_included"] = [ReconciliationRule.Median().Resolve(included)!.Value.Value];
        all["median_all"] = [ReconciliationRule.Median().Resolve(sources)!.Value.Value];
        all["MAD_raw_all"] = [Descriptive.MedianAbsoluteDeviation(value, MadScale.Raw)];
        all["MAD_scaled_1.4826"] = [1.4826 * Descriptive.MedianAbsoluteDeviation(value, MadScale.Raw)];
        all["modified_z_0.6745(Iglewicz-Hoaglin)"] = [.. deviations.Select(d => d.ModifiedZ)];
        all["relative_deviation_from_median"] = [.. deviations.Select(d => d.Relative)];
        Assert.Equal(["INMETRO", "INM"], deviations.Where(d => Math.Abs(d.ModifiedZ) > 3.5).Select(d => d.Source));
        return all;
    }

    public static TheoryData<string> Folders => [.. Of];

    [ReferenceTheory]
    [MemberData(nameof(Folders))]
    public void Every_check_of_the_worked_example_holds(string folder)
    {
        Dictionary<string, double[]> computed = Computed(folder);
        Dictionary<string, JsonElement> expected = Expected(folder);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), computed.Keys.Order(StringComparer.Ordinal));
        foreach ((string name, JsonElement check) in expected)
        {
            double[] values = [.. Near.Flatten(check.GetProperty("value"))];
            Assert.Equal(values.Length, computed[name].Length);
            for (int i = 0; i < values.Length; i++) Near.Absolute(values[i], computed[name][i], check.GetProperty("tolerance_abs").GetDouble(), $"{folder} {name}[{i}]");
        }
    }

    IEnumerable<ReferenceCheck> IReferenceChecks.Checks() => Of.Select(folder => new ReferenceCheck($"mcda/{folder}", "SourceHeterogeneity", 1e-9, () =>
    {
        Dictionary<string, double[]> computed = Computed(folder);
        return Expected(folder).Max(e => Near.Flatten(e.Value.GetProperty("value")).Zip(computed[e.Key]).Max(p => Near.Deviation(p.First, p.Second)));
    }));

    [Fact]
    public void Sources_that_agree_within_their_errors_need_no_variance_between_them()
    {
        SourceHeterogeneity h = SourceHeterogeneity.Of([10, 10.1], [1, 1]); // Q = 2·0.05² = 0.005
        Near.Relative(0.005, h.Q, 1e-12);
        Assert.Equal((0, 0, 0), (h.I2, h.DerSimonianLaird.BetweenVariance, h.PauleMandel.BetweenVariance));
        Near.Relative(10.05, h.PauleMandel.Mean, 1e-15);
    }

    [Fact]
    public void One_source_has_nothing_to_disagree_with()
    {
        SourceHeterogeneity h = SourceHeterogeneity.Of([10], [4]);
        Assert.Equal((10, 2, 0, 1, 0), (h.Mean, h.StandardError, h.Q, h.PValue, h.I2));
        Assert.True(double.IsNaN(h.H2));
    }

    [Fact]
    public void Two_sources_of_equal_error_give_a_known_variance_between_them() // Paule-Mandel: d²/2 = σ² + τ², so 18 − 1
    {
        SourceHeterogeneity h = SourceHeterogeneity.Of([0, 6], [1, 1]);
        Near.Relative(17, h.PauleMandel.BetweenVariance, 1e-13);
        Near.Relative(17, h.DerSimonianLaird.BetweenVariance, 1e-13);
    }

    [Fact]
    public void Wrong_variances_are_refused()
    {
        Assert.Throws<ArgumentException>("variances", () => SourceHeterogeneity.Of([1, 2], [1, 0]));
        Assert.Throws<ArgumentException>("variances", () => SourceHeterogeneity.Of([1, 2], [1]));
        Assert.Throws<ArgumentException>("values", () => SourceHeterogeneity.Of([], []));
        Assert.Throws<ArgumentException>("values", () => SourceHeterogeneity.Of([double.NaN], [1]));
    }

    [Fact]
    public void Deviations_where_most_say_the_same_do_not_divide_by_nothing() =>
        Assert.Equal([0, 0, double.PositiveInfinity], SourceDeviation.Of([new("a", 5), new("b", 5), new("c", 6)]).Select(d => d.ModifiedZ));
}
