using System.Text.Json;
using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Weights;

public class EntropyWeightingTests
{
    [Fact]
    public void Follows_the_formula_by_hand()
    {
        // shares 1/4, 3/4 twice and 1/3, 2/3
        WeightSet weights = Raw().Weigh(Matrix.FromColumns([1, 3], [2, 6], [1, 2]));
        double e1 = (0.25 * Math.Log(4) + 0.75 * Math.Log(4.0 / 3)) / Math.Log(2), e3 = (Math.Log(3) / 3 + 2.0 / 3 * Math.Log(1.5)) / Math.Log(2);
        double sum = 2 * (1 - e1) + (1 - e3);
        Near.Relative([(1 - e1) / sum, (1 - e1) / sum, (1 - e3) / sum], weights.Values, 1e-14);
        Near.Relative([e1, e1, e3], weights.Evidence["entropy"], 1e-14);
    }

    [ReferenceFact]
    public void Reproduces_the_sixteen_cities_panel_and_its_scores()
    {
        (Matrix scores, double[] weights, double[] expected) = SixteenCities();
        WeightSet found = Weighting.Entropy(EntropyZeros.Shift, 0.001).Weigh(scores);
        Near.Relative(weights, found.Values, 1e-12);
        Near.Relative(Example.Numbers(Reference.Json("china_entropy_panel/golden_weights.json").GetProperty("entropy")), found.Evidence["entropy"], 1e-12);
        Near.Relative(expected, Composites(scores, found.Values, 0.001), 1e-12);
    }

    [ReferenceFact]
    public void Pooled_panel_weights_by_each_zero_handling()
    {
        JsonElement checks = Example.Checks("entropy_panel");
        Near.Check(checks, "pooled_weights_by_subsystem", Pooled(Weighting.Entropy(EntropyZeros.Compress, 0.002)));
        Near.Check(checks, "pooled_weights_eps0", Pooled(Weighting.Entropy()));
        Near.Check(checks, "pooled_weights_eps0.01", Pooled(Weighting.Entropy(EntropyZeros.Compress, 0.01)));
    }

    [ReferenceFact]
    public void A_year_at_a_time_weighs_differently()
    {
        JsonElement checks = Example.Checks("entropy_panel");
        EntropyWeighting entropy = Weighting.Entropy(EntropyZeros.Compress, 0.002);
        IReadOnlyDictionary<int, WeightSet>[] years = [.. Subsystems().Select(entropy.WeighEachYear)];
        Near.Check(checks, "per_year_weights_2015_2024", [.. new[] { 2015, 2024 }.SelectMany(y => years.SelectMany(s => s[y].Values))]);
        WeightSet mean = Weighting.MeanOfYears(entropy).Weigh(Subsystems()[0]);
        Near.Relative(years[0].Values.Average(w => w.Values[1]), mean.Values[1], 1e-13);
        Assert.Equal(years[0][2019].Values, mean.Evidence["weights2019"]);
    }

    [ReferenceFact]
    public void Subsystems_are_weighed_by_their_scores_and_scores_are_those_printed()
    {
        JsonElement checks = Example.Checks("entropy_panel");
        EntropyWeighting entropy = Weighting.Entropy(EntropyZeros.Compress, 0.002);
        Siblings[] subsystems = Subsystems();
        double[][] composites = [.. subsystems.Select(s => Composites(s.Scores, entropy.Weigh(s).Values, 0.002, 1 - 2 * 0.002))];
        // rows are Shanghai's years 2015, 2016 and 2024, columns the subsystems
        Near.Check(checks, "shanghai_scores_2015_2016_2024", [.. new[] { 0, 1, 9 }.SelectMany(row => composites.Select(c => 100 * c[row]))]);
        // on 0…1 again, where the source only replaces exact 0 and 1
        Near.Check(checks, "subsystem_weights", [.. Weighting.Entropy(EntropyZeros.Replace).Weigh(Matrix.FromColumns(composites)).Values]);
    }

    [ReferenceTheory]
    [InlineData("entropy_0ln0", EntropyZeros.ZeroTimesLogZero)]
    [InlineData("entropy_eps0.002", EntropyZeros.Compress)]
    public void Technology_achievement_by_each_zero_handling(string column, EntropyZeros zeros) =>
        Near.Relative(Reference.Csv("tai/calc_objective_and_combined_weights.csv").Numbers(column), Weighting.Entropy(zeros).Weigh(Tai.MinMax()).Values, 1e-12);

    [ReferenceFact]
    public void Technology_achievement_by_raw_shares() =>
        Near.Relative(Reference.Csv("tai/calc_objective_and_combined_weights.csv").Numbers("entropy_rawshare"), Raw().Weigh(Tai.Raw()).Values, 1e-12);

    [Fact]
    public void Negative_figures_have_no_shares() => Assert.Contains("column 2", Assert.Throws<ArgumentException>(() => Raw().Weigh(Matrix.FromColumns([1, 2], [-1, 2]))).Message, StringComparison.Ordinal);

    [Fact]
    public void Replacing_or_compressing_needs_the_unit_interval() => Assert.All([EntropyZeros.Replace, EntropyZeros.Compress], zeros =>
        Assert.Throws<ArgumentException>(() => (Raw() with { Zeros = zeros }).Weigh(Matrix.FromColumns([0.5, 1], [1, 2]))));

    [Fact]
    public void Replacing_touches_exact_zeros_and_ones_only() => Assert.Equal(
        Raw().Weigh(Matrix.FromColumns([0.002, 0.5, 0.998], [0.3, 0.4, 0.5])).Values,
        (Raw() with { Zeros = EntropyZeros.Replace }).Weigh(Matrix.FromColumns([0, 0.5, 1], [0.3, 0.4, 0.5])).Values);

    [Fact]
    public void Every_zero_and_every_one_is_replaced() => Near.Relative(
        Raw().Weigh(Matrix.FromColumns([0.002, 0.002, 0.002, 0.5, 0.998, 0.998], [0.998, 0.002, 0.5, 0.998, 0.998, 0.998])).Values,
        Weighting.Entropy(EntropyZeros.Replace).Weigh(Matrix.FromColumns([0, 0, 0, 5, 10, 10], [3, 1, 2, 3, 3, 3])).Values, 1e-14);

    [Fact]
    public void What_replaces_an_end_may_lie_beyond_its_neighbours() => Near.Relative(
        Raw().Weigh(Matrix.FromColumns([0.002, 0.001, 0.5], [0.9999, 0.99995, 0.998])).Values,
        (Raw() with { Zeros = EntropyZeros.Replace }).Weigh(Matrix.FromColumns([0, 0.001, 0.5], [0.9999, 0.99995, 1])).Values, 1e-10);

    [Fact]
    public void One_area_has_no_entropy() => Assert.Throws<ArgumentException>(() => Weighting.Entropy().Weigh(Matrix.FromRows([1, 2, 3])));

    [Fact]
    public void A_constant_column_is_refused_by_its_code_or_weighs_nothing_by_name()
    {
        var siblings = new Siblings(Matrix.FromColumns([1, 2, 4], [7, 7, 7], [2, 1, 9])) { Codes = ["A1", "A2", "A3"] };
        Assert.Contains("A2", Assert.Throws<ArgumentException>(() => Weighting.Entropy().Weigh(siblings)).Message, StringComparison.Ordinal);
        WeightSet weights = (Weighting.Entropy() with { Constant = ConstantColumns.ZeroWeight }).Weigh(siblings);
        WeightSet without = Weighting.Entropy().Weigh(Matrix.FromColumns([1, 2, 4], [2, 1, 9]));
        Assert.Equal([without.Values[0], 0, without.Values[1]], weights.Values);
        Assert.True(double.IsNaN(weights.Evidence["entropy"][1]));
        Assert.Throws<ArgumentException>(() => (Weighting.Entropy() with { Constant = ConstantColumns.ZeroWeight }).Weigh(Matrix.FromColumns([1, 1], [2, 2])));
    }

    [Fact]
    public void Missing_figures_leave_out_their_cell_or_their_row()
    {
        Matrix gaps = Matrix.FromColumns([1, 2, 4, 8], [3, double.NaN, 1, 5]);
        Near.Relative(Alone([1, 2, 4, 8]), Raw().Weigh(gaps).Evidence["entropy"][0], 1e-14);
        WeightSet complete = (Raw() with { Missing = MissingPairs.CompleteRows }).Weigh(gaps);
        Near.Relative(Alone([1, 4, 8]), complete.Evidence["entropy"][0], 1e-14);

        static double Alone(double[] x) => -x.Sum(v => v / x.Sum() * Math.Log(v / x.Sum())) / Math.Log(x.Length);
    }

    [Fact]
    public void A_nearly_even_column_keeps_its_digits()
    {
        // 1 − e ~ variance of n·p / (2 ln n): with such deviations it is far below the last bit of e
        double d = Math.ScaleB(1, -30);
        foreach (double m in new[] { 3, 10.1, 0.7, 700_000.1 })
            Near.Relative([0.2, 0.8], Raw().Weigh(Matrix.FromColumns([m - d, m + d], [m - 2 * d, m + 2 * d])).Values, 1e-15);
    }

    [Fact]
    public void Scale_does_not_matter_and_with_min_max_neither_does_origin() => Sample.Scores.Sample(rows =>
    {
        double[] expected = [.. Raw().Weigh(Sample.Positive(rows)).Values];
        Near.Relative(expected, Raw().Weigh(Sample.Map(Sample.Positive(rows), (x, j) => x * (j + 2))).Values, 1e-9);
        double[] minMax = [.. Weighting.Entropy().Weigh(Sample.Of(rows)).Values];
        Near.Relative(minMax, Weighting.Entropy().Weigh(Sample.Map(Sample.Of(rows), (x, j) => 3 * x + 7 * j)).Values, 1e-8);
    }, iter: 50);

    private static EntropyWeighting Raw() => Weighting.Entropy() with { Shares = ColumnScale.AsGiven };

    internal static double[] Pooled(Weighting weighting) => [.. Subsystems().SelectMany(s => weighting.Weigh(s).Values)];

    private static double[] Composites(Matrix scores, IReadOnlyList<double> weights, double shift, double factor = 1) =>
        [.. Enumerable.Range(0, scores.Rows).Select(i => weights.Select((w, j) => w * (shift + factor * Scaled(scores, i, j))).Sum())];

    private static double Scaled(Matrix scores, int i, int j)
    {
        double[] column = scores.Column(j).ToArray();
        return (column[i] - column.Min()) / (column.Max() - column.Min());
    }

    private static Siblings[] Subsystems()
    {
        JsonElement input = Example.Input("entropy_panel");
        double[][] rows = Example.Rows(input.GetProperty("values"));
        string[] directions = [.. input.GetProperty("direction").EnumerateArray().Select(d => d.ToString())];
        int[] years = [.. Example.Numbers(input.GetProperty("years")).Select(y => (int)y)];
        return [.. Enumerable.Range(0, 3).Select(s => new Siblings(Matrix.FromRows([.. rows.Select(r => Enumerable.Range(3 * s, 3).Select(j => directions[j].StartsWith('-') || directions[j].StartsWith('n') ? -r[j] : r[j]).ToArray())])) { RowYears = years })];
    }

    internal static double DeviationOfComposites()
    {
        (Matrix scores, _, double[] expected) = SixteenCities();
        return Example.Deviation(expected, Composites(scores, Weighting.Entropy(EntropyZeros.Shift, 0.001).Weigh(scores).Values, 0.001));
    }

    internal static (Matrix Scores, double[] Weights, double[] Composites) SixteenCities()
    {
        JsonElement golden = Reference.Json("china_entropy_panel/golden_weights.json");
        ReferenceTable panel = Reference.Csv("china_entropy_panel/panel.csv");
        string[] directions = [.. golden.GetProperty("direction").EnumerateArray().Select(d => d.GetString()!)];
        double[][] columns = [.. golden.GetProperty("variables").EnumerateArray().Select((v, j) => panel.Numbers(v.GetString()!).Select(x => directions[j] == "neg" ? -x : x).ToArray())];
        return (Matrix.FromColumns(columns), Example.Numbers(golden.GetProperty("weights")), Reference.Csv("china_entropy_panel/golden_scores.csv").Numbers("score"));
    }
}
