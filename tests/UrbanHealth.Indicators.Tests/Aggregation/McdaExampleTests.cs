using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>Worked examples of VIKOR, grey relation and the rank-sum ratio, from papers and textbooks.</summary>
public class McdaExampleTests : IReferenceChecks
{
    IEnumerable<ReferenceCheck> IReferenceChecks.Checks() =>
    [
        Checks.AsReference("vikor_small", "VIKOR", VikorSmall),
        Checks.AsReference("vikor_hydropower", "VIKOR", VikorHydropower),
        Checks.AsReference("gra_evaluation", "grey relation", GreyEvaluation),
        Checks.AsReference("gra_invest", "grey relation", GreyInvestments),
        Checks.AsReference("gra_small", "grey relation", GreySmall, "but for one printed check that compares the ideal with columns, a bug of the source"),
        Checks.AsReference("rsr_maternal", "rank-sum ratio", RsrMaternal),
    ];

    [ReferenceFact]
    public void Vikor_of_scikit_criteria_opricovic_2004_and_yang_2020() => VikorSmall();

    private static Checks VikorSmall()
    {
        JsonElement input = Reference.Json("mcda/vikor_small/input.json");
        var checks = Checks.Of("vikor_small");
        double[] w = [.. Near.Flatten(input.GetProperty("w"))];
        VikorResult small = new VikorAggregation().Detail(Rows(input, "X"), w);
        checks.Assert("S", [.. small.S]);
        checks.Assert("R", [.. small.R]);
        checks.Assert("Q", [.. small.Q]);

        JsonElement expected = Reference.Json("mcda/vikor_small/expected.json").GetProperty("expected_compromise");
        Assert.Equal(expected.GetProperty("acceptable_advantage").GetBoolean(), small.HasAcceptableAdvantage);
        Assert.Equal(expected.GetProperty("acceptable_stability").GetBoolean(), small.HasAcceptableStability);
        Assert.Equal(Near.Flatten(expected.GetProperty("compromise_set")), small.CompromiseSet.Order().Select(i => (double)i));
        // the source ranks the whole compromise set first and goes on without gaps
        double[] q = [.. small.Q.Select((v, i) => small.CompromiseSet.Contains(i) ? 0 : -v)];
        Assert.Equal(Near.Flatten(expected.GetProperty("rank")), Ranking.Of(q, TieRule.Dense));

        // mountain climbing: less risk is better, more altitude is better
        VikorResult mountain = new VikorAggregation().Detail(Rows(input, "mountain", 0), [0.5, 0.5]);
        checks.Assert("opricovic2004_S", [.. mountain.S]);
        checks.Assert("opricovic2004_R", [.. mountain.R]);
        checks.Assert("opricovic2004_Q", [.. mountain.Q]);
        checks.Assert("yang2020_Q", [.. new VikorAggregation().Detail(Rows(input, "yang"), [0.25, 0.25, 0.25, 0.25]).Q]);
        return checks.AssertAllUsed();
    }

    [ReferenceFact]
    public void Vikor_of_the_hydropower_systems() => VikorHydropower();

    private static Checks VikorHydropower()
    {
        JsonElement input = Reference.Json("mcda/vikor_hydropower/input.json"), ranks = Reference.Json("mcda/vikor_hydropower/expected.json").GetProperty("rank");
        int[] costs = [.. Near.Flatten(input.GetProperty("benefit")).Select((b, j) => (b, j)).Where(p => p.b == 0).Select(p => p.j)];
        var checks = Checks.Of("vikor_hydropower");
        foreach ((string weights, string name) in new[] { ("w1", "W1"), ("w2", "W2") })
        {
            VikorResult result = new VikorAggregation().Detail(Rows(input, "X", costs), [.. Near.Flatten(input.GetProperty(weights))]);
            checks.Assert(name + "_S", [.. result.S]);
            checks.Assert(name + "_R", [.. result.R]);
            checks.Assert(name + "_Q", [.. result.Q]);
            Assert.Equal(Near.Flatten(ranks.GetProperty(name)), result.Ranks);
        }
        return checks.AssertAllUsed();
    }

    [ReferenceFact]
    public void Grey_relational_evaluation_against_the_ideal() => GreyEvaluation();

    private static Checks GreyEvaluation()
    {
        JsonElement input = Reference.Json("mcda/gra_evaluation/input.json");
        double[] benefit = [.. Near.Flatten(input.GetProperty("benefit"))];
        Matrix scores = MinMax(Rows(input, "X", [.. Enumerable.Range(0, benefit.Length).Where(j => benefit[j] == 0)]));
        var checks = Checks.Of("gra_evaluation");
        checks.Assert("score", Tai.Composites(Indicators.Aggregation.GreyRelation(input.GetProperty("rho").GetDouble()), scores, [.. Near.Flatten(input.GetProperty("w"))]));
        return checks.AssertAllUsed();
    }

    [ReferenceFact]
    public void Grey_relation_of_investments_to_outputs() => GreyInvestments();

    private static Checks GreyInvestments()
    {
        JsonElement input = Reference.Json("mcda/gra_invest/input.json");
        Matrix rows = Rows(input, "rows");
        double[][] initial = [.. Enumerable.Range(1, 11).Select(j => rows.Column(j).ToArray().Select(x => x / rows[0, j]).ToArray())];
        // the extremes are taken per reference series, over all that are compared with it
        GreyRelation[] byOutput = [.. initial[5..].Select(y => GreyRelation.Of(y, Matrix.FromColumns(initial[..5])))];
        var checks = Checks.Of("gra_invest");
        checks.Assert("degree_rows_x_cols_y", [.. Enumerable.Range(0, 5).SelectMany(x => byOutput.Select(y => y.Degrees[x]))]);
        return checks.AssertAllUsed();
    }

    [ReferenceFact]
    public void Grey_relation_of_three_series_and_to_both_ideals() => GreySmall();

    private static Checks GreySmall()
    {
        JsonElement input = Reference.Json("mcda/gra_small/input.json");
        var checks = Checks.Of("gra_small");
        double rho = input.GetProperty("rho").GetDouble();
        checks.Assert("degree", [.. GreyRelation.Of([.. Near.Flatten(input.GetProperty("ref"))], Rows(input, "cmp_rows_time"), rho: rho).Degrees]);

        double[] w = [.. Near.Flatten(input.GetProperty("w"))];
        Matrix x = MinMax(Rows(input, "X"));
        // areas are the series here: a column an area, a row an indicator
        Matrix weighted = Matrix.FromRows([.. Enumerable.Range(0, 3).Select(j => x.Column(j).ToArray().Select(v => v * w[j]).ToArray())]);
        IReadOnlyList<double> best = GreyRelation.Of(w, weighted, rho: rho).Degrees, worst = GreyRelation.Of(new double[3], weighted, rho: rho).Degrees;
        checks.Assert("grey_to_positive_ideal", [.. best]);
        checks.Assert("grey_to_negative_ideal", [.. worst]);
        checks.Assert("grey_topsis_closeness_correct(rows are alternatives)", [.. best.Zip(worst, (b, s) => b / (b + s))]);
        // the source compared the ideal with columns, a bug that three areas of three indicators hide
        return checks.AssertAllUsed("grey_topsis_closeness_printed_by_source(compares the ideal with COLUMNS)");
    }

    [ReferenceFact]
    public void Rank_sum_ratio_of_maternal_care() => RsrMaternal();

    private static Checks RsrMaternal()
    {
        JsonElement input = Reference.Json("mcda/rsr_maternal/input.json");
        double[] Column(string name, int sign) => [.. Near.Flatten(input.GetProperty(name)).Select(v => sign * v)];
        RsrResult result = new RankSumRatioAggregation().Detail(Matrix.FromColumns(Column("x1", 1), Column("x2_cost", -1), Column("x3_cost", -1)), [1.0 / 3, 1.0 / 3, 1.0 / 3]);
        var checks = Checks.Of("rsr_maternal");
        checks.Assert("RSR_distinct_ascending", [.. result.Distribution.Select(s => s.Ratio)]);
        checks.Assert("cumulative_p", [.. result.Distribution.Select(s => s.CumulativeFrequency)]);
        checks.Assert("probit", [.. result.Distribution.Select(s => s.Probit)]);
        checks.Assert("intercept_slope", result.Intercept, result.Slope);
        checks.Assert("R2", result.RSquared);
        checks.Assert("RSRfit", [.. result.Distribution.Select(s => result.FittedAt(s.Probit))]);
        return checks.AssertAllUsed();
    }

    private static Matrix Rows(JsonElement input, string name, params int[] costs)
    {
        double[][] rows = [.. input.GetProperty(name).EnumerateArray().Select(r => Near.Flatten(r).ToArray())];
        foreach (double[] row in rows) foreach (int j in costs) row[j] = -row[j];
        return Matrix.FromRows(rows);
    }

    private static Matrix MinMax(Matrix m) => Matrix.FromColumns([.. Enumerable.Range(0, m.Columns).Select(j =>
    {
        double[] x = m.Column(j).ToArray();
        FittedNormalization fitted = Normalization.MinMax(0, 1).Fit(x);
        fitted.Apply(x, x);
        return x;
    })]);
}
