using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>Imputation and treatment belong to the plan, are fitted once, and show in the trace.</summary>
public class PreparationTests
{
    private static readonly double NaN = double.NaN;

    [Fact]
    public void A_mean_is_that_of_the_baseline_whatever_panel_is_evaluated()
    {
        EvaluationModel model = new EvaluationPlan(Small.Framework) { Imputation = Imputation.Mean() }.Fit(Small.Panel([0, 10, NaN], [10, 0, 5], [0, 100, 50]));   // mean of a: 5
        EvaluationResult later = model.Evaluate(Small.Panel([NaN, 9, 9], [5, 5, 5], [50, 50, 50], 2024));
        Near.Relative(50, later["x1", 2024]["a"].Score);
        Explanation a = later["x1", 2024].Explain("a");
        Assert.Equal((5.0, ObservationState.Imputed), (a.Value!.Value, a.State!.Value));
        Assert.Contains(a.Notes, n => n.English == "imputed");
    }

    [Fact]
    public void A_group_mean_is_that_of_the_class_in_the_baseline()
    {
        Area[] areas = [new() { Code = "p", Class = "甲" }, new() { Code = "q", Class = "甲" }, new() { Code = "r", Class = "乙" }];
        Panel Of(int year, params double[] a) => new(Small.Framework, areas, [year], [[a, new double[] { 5, 0, 10 }, new double[] { 0, 50, 100 }]]);
        EvaluationModel model = new EvaluationPlan(Small.Framework) { Imputation = Imputation.GroupMean() }.Fit(Of(2023, 2, 4, 10));
        EvaluationResult later = model.Evaluate(Of(2024, NaN, 10, NaN));
        Assert.Equal(3, later.Panel["p", 2024, "a"]);
        Assert.Equal(10, later.Panel["r", 2024, "a"]);
    }

    [Fact]
    public void An_imputation_that_reads_the_other_areas_warns_that_old_scores_can_move() => Assert.Contains(
        new EvaluationPlan(Small.Framework) { Imputation = Imputation.NearestNeighbours() }.Fit(Small.Easy).Report, i => i.Code == "plan.relative-imputation");

    [Fact]
    public void Nothing_is_filled_or_treated_by_default()
    {
        var plan = new EvaluationPlan(Small.Framework);
        Assert.Null(plan.Imputation);
        Assert.Null(plan.Treatment);
    }

    /// <summary>Tukey's fences of 1, 2, 3, 4, 100 by R7 quartiles 2 and 4 are −1 and 7: the cap is at 7, or the last figure inside it.</summary>
    [Fact]
    public void A_treatment_is_fitted_once_and_the_trace_shows_what_it_changed()
    {
        Panel panel = Small.Panel([1, 2, 3, 4, 100], [1, 2, 3, 4, 5], [1, 2, 3, 4, 5]);
        EvaluationModel model = new EvaluationPlan(Small.Framework) { TreatmentOf = new Dictionary<string, Treatment> { ["a"] = Treatment.Fence() } }.Fit(panel);
        EvaluationResult later = model.Evaluate(Small.Panel([50], [3], [3], 2024));
        double cap = model.Treatments["a"].Apply(100);
        Assert.InRange(cap, 4, 7);
        Near.Relative(100, later["x1", 2024]["a"].Score);
        Assert.Equal(cap, later["x1", 2024].Explain("a").TreatedValue);
        Assert.Contains("异常值处理后", later["x1", 2024].Explain("a").ToString());
    }

    [Fact]
    public void Both_are_kept_by_the_model_in_JSON()
    {
        EvaluationModel model = new EvaluationPlan(Small.Framework) { Imputation = Imputation.InOrder(Imputation.CarryForward(), Imputation.Mean()), Treatment = Treatment.Winsorize() }.Fit(Small.Easy);
        EvaluationModel back = EvaluationModel.Parse(model.ToJson());
        Assert.Equal(model.ToJson(), back.ToJson());
        Panel gaps = Small.Panel([NaN], [NaN], [NaN], 2024);
        Assert.Equal(model.Evaluate(gaps)["x1", 2024].Score, back.Evaluate(gaps)["x1", 2024].Score);
        Assert.False(double.IsNaN(back.Evaluate(gaps)["x1", 2024].Score));
    }
}
