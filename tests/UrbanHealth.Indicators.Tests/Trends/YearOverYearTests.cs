using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Trends;

public class YearOverYearTests
{
    private static readonly EvaluationModel Model = new EvaluationPlan(Small.Framework) { CoverageThreshold = 0 }.Fit(Small.Easy);

    // 2022: x1 all 50, x2 all 90; 2023: x1 all 95, x2 all 70 (b is less-is-better)
    private static readonly Panel Two = new(Small.Framework, ["x1", "x2"], [2022, 2023],
    [
        [new double[] { 5, 9 }, new double[] { 5, 1 }, new double[] { 50, 90 }],
        [new double[] { 9.5, 7 }, new double[] { 0.5, 3 }, new double[] { 95, 70 }],
    ]);

    private static readonly YearOverYear Change = YearOverYear.Between(Model.Evaluate(Two), 2022, 2023);

    [Fact]
    public void Scores_ranks_and_grades_are_held_side_by_side()
    {
        NodeChange x1 = Change["x1"].Composite;
        Assert.Equal((50.0, 95.0), (x1.From, x1.To));
        Assert.Equal(90, x1.Percent, 1e-12);
        Assert.Equal((2.0, 1.0, 1.0), (x1.FromRank, x1.ToRank, x1.RankGain));
        Assert.Equal(("差", "优"), (x1.FromGrade!.Name, x1.ToGrade!.Name));
        Assert.Equal(ChangeLabel.Improved, x1.Label);
        Assert.Equal(ChangeLabel.Worsened, Change["x2"]["A"].Label);
        Assert.Equal(3, Change["x2"].Dimensions.Count);
        Assert.Equal("x1 all 50.00 → 95.00 (+45.00), rank 2 → 1, 差 → 优", x1.ToString());
    }

    [Fact]
    public void Grades_move_in_a_matrix()
    {
        TransitionMatrix<Grade> m = Change.GradeTransitions();
        Assert.Equal(["优", "中", "差"], m.States.Select(g => g.Name));
        Assert.Equal(1, m[m.States[2], m.States[0]]);
        Assert.Equal(1, m[m.States[0], m.States[1]]);
        Assert.Equal((2, 0), (m.Total, m.Stayed));
        Assert.Throws<ArgumentException>(() => new TransitionMatrix<string>(["a"], [("a", "b")]));
    }

    [Fact]
    public void The_attribution_sums_to_the_change()
    {
        Attribution why = Change["x1"].Attribution;
        Assert.Equal(45, why.Change, 1e-12);
        Assert.Equal(45 * 0.45, why.Of("a"), 1e-12);
    }

    [Fact]
    public void Figures_and_their_labels_come_with_it()
    {
        AreaChange x1 = Change["x1"];
        Assert.All(x1.Figures, f => Assert.Equal(ChangeLabel.Improved, f.Label));
        Assert.Contains("3 of 3 comparable: 3 improved, 0 unchanged, 0 worsened", x1.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Relative_scores_measure_each_year_against_itself()
    {
        // in 2022 x2 leads in everything and in 2023 x1: 0 → 100, however little the figures moved
        Assert.Equal([(0.0, 100.0), (100.0, 0.0)], Change.Relative().Select(c => (c.From, c.To)));
    }

    [Fact]
    public void A_tolerance_holds_for_scores_too()
    {
        YearOverYear wide = YearOverYear.Between(Change.Result, 2022, 2023, new ChangeRule { ToleranceOf = new Dictionary<string, double> { ["all"] = 50 } });
        Assert.Equal(ChangeLabel.Unchanged, wide["x1"].Composite.Label);
        Assert.Equal(ChangeLabel.Improved, wide["x1"]["A"].Label);
    }
}
