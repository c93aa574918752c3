using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Evaluation;

public class ExplanationTests
{
    private static readonly EvaluationResult Result = new EvaluationPlan(Small.Framework).Fit(Small.Easy).Evaluate(Small.Panel([8, double.NaN], [2, 5], [30, double.NaN]));

    [Fact]
    public void Ends_in_raw_figures_with_the_rule_that_scored_them()
    {
        Explanation whole = Result["x1", 2023].Explain();
        Explanation b = whole.Children[0].Children[1];
        Assert.Equal(("b", 2.0), (b.Code, b.Value!.Value));
        Near.Relative(80, b.Score);
        var line = Assert.IsType<FittedLinear>(b.Normalization);
        Assert.Equal((10.0, 0.0), (line.Worst, line.Best));
    }

    [Fact]
    public void Children_contribute_exactly_the_score_above_them()
    {
        Explanation whole = Result["x1", 2023].Explain();
        Near.Relative(whole.Score, whole.Children.Sum(c => c.Contribution!.Value), 1e-12);
        Near.Relative(48, whole.Children[0].Contribution!.Value);
    }

    [Fact]
    public void Says_which_are_missing_and_where_their_weight_went()
    {
        Explanation whole = Result["x2", 2023].Explain();
        Assert.Contains(whole.Notes, n => n.Chinese.Contains('乙'));
        Assert.Equal(0, whole.Children[1].CountedWeight);
        Assert.Equal(1, whole.Children[0].CountedWeight, 12);
        Assert.Equal(0.6, whole.Children[0].Weight);
        Assert.Contains(whole.Children[1].Notes, n => n.English.StartsWith("coverage 0", StringComparison.Ordinal));
    }

    [Fact]
    public void One_node_can_be_explained_alone()
    {
        Explanation a = Result["x1", 2023].Explain("a");
        Assert.Equal(("a", 8.0, "%"), (a.Code, a.Value!.Value, a.Unit));
        Near.Relative(60, a.Contribution!.Value);
        Assert.Throws<KeyNotFoundException>(() => Result["x1", 2023].Explain("nothing"));
    }

    [Fact]
    public void Reads_in_Chinese() => Snapshots.Match(Result["x2", 2023].Explain().ToString(), "explanation-zh");

    [Fact]
    public void Reads_in_English() => Snapshots.Match(Result["x2", 2023].Explain().ToString(Language.English), "explanation-en");
}
