using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Statistics;

public class KendallConcordanceTests
{
    [ReferenceFact]
    public void Ten_projects_by_four_judges()
    {
        JsonElement checks = Checks("kendall_w_no_ties");
        KendallConcordance w = KendallConcordance.Of(Matrix.FromColumns(Rows(Input("kendall_w_no_ties").GetProperty("ranks_objects_by_judges"))));
        Near.Check(checks, "S", w.SquaredDeviation);
        Near.Check(checks, "W", w.W);
        Near.Check(checks, "chi2_df9", w.ChiSquared);
        Near.Check(checks, "p", w.PValue);
        Assert.Equal(9, w.DegreesOfFreedom);
    }

    [ReferenceFact]
    public void Ties_are_corrected_as_in_the_friedman_test()
    {
        JsonElement checks = Checks("kendall_w_ties");
        KendallConcordance w = KendallConcordance.Of(Matrix.FromRows(Rows(Input("kendall_w_ties").GetProperty("raters_by_objects"))));
        Near.Check(checks, "chi2_tie_corrected", w.ChiSquared);
        Near.Check(checks, "chi2_scipy", w.ChiSquared);
        Near.Check(checks, "p", w.PValue);
        Near.Check(checks, "W_tie_corrected", w.W);
        Near.Check(checks, "W_uncorrected", w.Uncorrected);
    }

    [Fact]
    public void Perfect_concordance_is_one_and_opposed_raters_have_none()
    {
        Assert.Equal(1, KendallConcordance.Of(Matrix.FromRows([1, 2, 3], [10, 20, 30], [0, 5, 6])).W);
        KendallConcordance none = KendallConcordance.Of(Matrix.FromRows([1, 2, 3], [3, 2, 1]));
        Assert.Equal((0, 1), (none.W, none.PValue));
    }

    [Fact]
    public void Raters_who_rate_all_alike_leave_it_undefined() => Assert.Throws<ArgumentException>(() => KendallConcordance.Of(Matrix.FromRows([3, 3, 3], [4, 4, 4])));

    [Fact]
    public void Missing_ratings_and_single_raters_are_refused()
    {
        Assert.Contains("Rater 2", Assert.Throws<ArgumentException>(() => KendallConcordance.Of(Matrix.FromRows([1, 2], [1, double.NaN]))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => KendallConcordance.Of(Matrix.FromRows([1, 2])));
    }

    private static JsonElement Input(string folder) => Reference.Json($"mcda/{folder}/input.json");

    private static JsonElement Checks(string folder) => JsonSerializer.SerializeToElement(Reference.Json($"mcda/{folder}/expected.json").GetProperty("checks").EnumerateArray().ToDictionary(c => c.GetProperty("name").GetString()!));

    private static double[][] Rows(JsonElement rows) => [.. rows.EnumerateArray().Select(r => Near.Flatten(r).ToArray())];
}
