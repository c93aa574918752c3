using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Robustness;

/// <summary>The smallest change of weights that swaps two areas.</summary>
public class WeightSwapTests
{
    private static readonly double[] One = [80, 40], Other = [50, 60], Equal = [0.5, 0.5];

    [Fact]
    public void Two_weights_meet_where_the_scores_do()
    {
        // 30w = 20(1 − w)
        foreach (WeightDistance distance in Enum.GetValues<WeightDistance>())
            Near.Relative([0.4, 0.6], WeightSwap.Of(One, Other, Equal, distance).To!, 1e-9, distance.ToString());
        Near.Relative(0.2, WeightSwap.Of(One, Other, Equal).Size);
        Near.Relative(Math.Sqrt(0.02), WeightSwap.Of(One, Other, Equal, WeightDistance.Euclidean).Size);
        Near.Relative(0.1, WeightSwap.Of(One, Other, Equal, WeightDistance.Largest).Size);
    }

    [Fact]
    public void Three_weights_move_as_the_distance_says()
    {
        // d = (6, 0, −3), w = 1/3 each: ahead by 1. Sum: 1/9 from the first to the third. Euclidean: along d less its mean 1, (5, −1, −4) with d·(5, −1, −4) = 42: 1/42 of it.
        // Largest: the first falls and the third rises by t, 9t = 1
        double[] a = [16, 10, 7], b = [10, 10, 10], w = [1 / 3.0, 1 / 3.0, 1 / 3.0];
        Near.Relative([2 / 9.0, 1 / 3.0, 4 / 9.0], WeightSwap.Of(a, b, w).To!);
        Near.Relative([1 / 3.0 - 5 / 42.0, 1 / 3.0 + 1 / 42.0, 1 / 3.0 + 4 / 42.0], WeightSwap.Of(a, b, w, WeightDistance.Euclidean).To!, 1e-9);
        Near.Relative(1 / 9.0, WeightSwap.Of(a, b, w, WeightDistance.Largest).Size, 1e-9);
    }

    [Fact]
    public void A_weight_does_not_fall_below_nothing()
    {
        // the first column can give only 0.1: the rest must come from the second
        double[] a = [100, 60, 0], b = [0, 50, 50], w = [0.1, 0.8, 0.1]; // d = (100, 10, −50): ahead by 13
        double[] to = [.. WeightSwap.Of(a, b, w).To!];
        Near.Relative([0.1 - 13 / 150.0, 0.8, 0.1 + 13 / 150.0], to);
        double[] little = [.. WeightSwap.Of(a, b, [0.05, 0.9, 0.05]).To!]; // 11.5: 0.05 · 150 = 7.5, then 4/60
        Near.Relative([0, 0.9 - 4 / 60.0, 0.05 + 0.05 + 4 / 60.0], little);
    }

    [Fact]
    public void An_area_better_in_everything_cannot_be_overtaken() => Assert.Null(WeightSwap.Of([3, 4], [3, 2], Equal).To);

    [Fact]
    public void Equal_areas_need_no_change() => Assert.Equal(0, WeightSwap.Of([1, 2], [2, 1], Equal).Size);

    [Fact]
    public void Each_distance_is_smallest_by_its_own_measure()
    {
        Gen<double[]> scores = Gen.Int[0, 100].Select(x => (double)x).Array[5];
        Gen.Select(scores, scores, Gen.Double[0.05, 1].Array[5]).Sample((a, b, raw) =>
        {
            double[] w = [.. raw.Select(x => x / raw.Sum())], d = [.. a.Zip(b, (x, y) => x - y)];
            WeightSwap[] swaps = [.. Enum.GetValues<WeightDistance>().Select(m => WeightSwap.Of(a, b, w, m))];
            if (swaps[0].To is null) return swaps.All(s => s.To is null);
            foreach (WeightSwap s in swaps)
            {
                if (Math.Abs(s.To!.Sum() - 1) > 1e-9 || s.To!.Min() < -1e-9 || Math.Abs(s.To!.Zip(d, (x, y) => x * y).Sum()) > 1e-7) return false;
                foreach (WeightSwap other in swaps)
                    if (Size(other, s.Distance, w) < s.Size - 1e-7) return false;
            }
            return true;
        }, iter: 60);
    }

    [Fact]
    public void Two_evaluated_areas_are_asked_by_indicators_or_dimensions()
    {
        EvaluationResult result = TwoAreas.Plan.Fit(TwoAreas.Panel).Evaluate(TwoAreas.Panel);
        WeightSwap swap = WeightSwap.Between(result["x1", 2023], result["x2", 2023]);
        Assert.Equal("equal when a falls from 0.5 to 0.4, b rises from 0.5 to 0.6: size 0.2", swap.ToString());
        EvaluationResult tree = new EvaluationPlan(Small.Framework).Fit(Small.Easy).Evaluate(Small.Easy); // x3 50, 50; x4 80, 30 in A and B
        WeightSwap dimensions = WeightSwap.BetweenDimensions(tree["x4", 2023], tree["x3", 2023]);
        Near.Relative([0.4, 0.6], dimensions.To!); // 30w = 20(1 − w)
        Assert.Equal(["a", "b", "c"], WeightSwap.Between(tree["x4", 2023], tree["x3", 2023]).Codes);
    }

    [Fact]
    public void What_is_not_linear_is_refused()
    {
        EvaluationResult result = (TwoAreas.Plan with { Aggregation = Aggregation.Geometric() }).Fit(TwoAreas.Panel).Evaluate(TwoAreas.Panel);
        Assert.Throws<ArgumentException>(() => WeightSwap.Between(result["x1", 2023], result["x2", 2023]));
        Assert.Throws<ArgumentException>(() => WeightSwap.Of([1, double.NaN], [2, 1], Equal));
    }

    private static double Size(WeightSwap swap, WeightDistance distance, double[] w)
    {
        double[] change = [.. swap.To!.Zip(w, (x, y) => Math.Abs(x - y))];
        return distance switch { WeightDistance.Sum => change.Sum(), WeightDistance.Euclidean => Math.Sqrt(change.Sum(c => c * c)), _ => change.Max() };
    }
}
