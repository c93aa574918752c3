using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Weights;

public class MerecWeightingTests
{
    private static readonly Direction[] Directions = [Direction.HigherIsBetter, Direction.HigherIsBetter, Direction.LowerIsBetter, Direction.LowerIsBetter];

    [ReferenceFact]
    public void Reproduces_the_founding_paper()
    {
        JsonElement checks = Example.Checks("merec");
        Matrix raw = Matrix.FromRows(Example.Rows(Example.Input("merec").GetProperty("X")));
        Near.Check(checks, "weights", [.. Weighting.Merec(Directions).Weigh(raw).Values]);
        Near.Check(checks, "weights_jmcdm", [.. Weighting.Merec(Directions).Weigh(raw).Values]);
    }

    [Fact]
    public void Follows_the_formula_by_hand()
    {
        // ln n: column 1 (0, ln 2), column 2 (ln 4, 0); S = ln(1 + ln 2), ln(1 + ln(2)/2); removing one leaves the other over 2 still
        Matrix raw = Matrix.FromColumns([1, 2], [4, 1]);
        double e1 = Math.Log(1 + Math.Log(2) / 2), e2 = Math.Log(1 + Math.Log(2));
        Near.Relative([e1, e2], Weighting.Merec().Weigh(raw).Evidence["removalEffect"], 1e-14);
    }

    [Fact]
    public void A_figure_that_is_not_positive_or_a_target_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Weighting.Merec().Weigh(Matrix.FromColumns([0, 1], [1, 2])));
        Assert.Throws<ArgumentException>(() => Weighting.Merec(Direction.TargetIsBest, Direction.HigherIsBetter).Weigh(Matrix.FromColumns([3, 1], [1, 2])));
        Assert.Throws<ArgumentException>(() => Weighting.Merec(Direction.HigherIsBetter).Weigh(Matrix.FromColumns([3, 1], [1, 2])));
    }

    [Fact]
    public void A_row_with_a_gap_is_left_out() => Assert.Equal(
        Weighting.Merec().Weigh(Matrix.FromColumns([1, 2, 5], [4, 1, 3])).Values,
        Weighting.Merec().Weigh(Matrix.FromColumns([1, 2, double.NaN, 5], [4, 1, 0.1, 3])).Values);

    [Fact]
    public void A_constant_column_that_weighs_nothing_keeps_the_directions_of_the_others() => Near.Relative(
        [.. Weighting.Merec(Direction.HigherIsBetter, Direction.LowerIsBetter).Weigh(Matrix.FromColumns([1, 2, 5], [4, 1, 3])).Values],
        [.. (Weighting.Merec(Direction.HigherIsBetter, Direction.HigherIsBetter, Direction.LowerIsBetter) with { Constant = ConstantColumns.ZeroWeight }).Weigh(Matrix.FromColumns([1, 2, 5], [7, 7, 7], [4, 1, 3])).Values.Where((_, j) => j != 1)],
        1e-15);
}
