using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.NormalizationRoom;

/// <summary>Fuzzy membership functions, usable alone.</summary>
public class MembershipTests
{
    [Fact]
    public void Triangle_and_trapezium_have_straight_flanks()
    {
        MembershipFunction triangle = MembershipFunction.Triangular(0, 2, 6), trapezium = MembershipFunction.Trapezoidal(0, 2, 4, 8);
        Near.Relative([0, 0, 0.5, 1, 0.75, 0, 0], Degrees(triangle, -1, 0, 1, 2, 3, 6, 7));
        Near.Relative([0, 0.25, 1, 1, 1, 0.75, 0, 0], Degrees(trapezium, 0, 0.5, 2, 3, 4, 5, 8, 9));
    }

    [Fact]
    public void Half_trapezia_stay_at_1_on_one_side()
    {
        Near.Relative([0, 0, 0.25, 1, 1], Degrees(MembershipFunction.Rising(10, 14), 9, 10, 11, 14, 1e9));
        Near.Relative([1, 1, 0.75, 0, 0], Degrees(MembershipFunction.Falling(10, 14), -1e9, 10, 11, 14, 15));
    }

    [Fact]
    public void A_step_belongs_at_its_corner() => Near.Relative([0, 1, 1, 1, 0], Degrees(MembershipFunction.Trapezoidal(1, 1, 2, 2), 0.9, 1, 1.5, 2, 2.1));

    [Fact]
    public void The_bell_is_1_at_the_centre_and_e_to_minus_a_half_at_its_width() =>
        Near.Relative([1, Math.Exp(-0.5), Math.Exp(-0.5), Math.Exp(-2)], Degrees(MembershipFunction.Gaussian(5, 2), 5, 3, 7, 9));

    [Fact]
    public void The_ridge_follows_half_a_sine()
    {
        Near.Relative([0, 0.5, 1, 0.5 + 0.5 * Math.Sin(Math.PI / 6), 0], Degrees(MembershipFunction.Ridge(0, 2, 4, 7), 0, 1, 3, 5, 7)); // 2/3 up the flank: sin(π/6)
        Near.Relative([0, 0.5, 1], Degrees(MembershipFunction.RisingRidge(10, 14), 10, 12, 15));
        Near.Relative([1, 0.5, 0], Degrees(MembershipFunction.FallingRidge(10, 14), 3, 12, 15));
    }

    [Fact]
    public void Missing_stays_missing()
    {
        foreach (MembershipFunction f in new[] { MembershipFunction.Triangular(0, 1, 2), MembershipFunction.Gaussian(0, 1), MembershipFunction.Ridge(0, 1, 2, 3) })
            Assert.Equal(double.NaN, f.Degree(double.NaN));
    }

    [Fact]
    public void Corners_that_fall_and_flanks_half_infinite_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MembershipFunction.Triangular(3, 2, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => MembershipFunction.Ridge(1, 2, 4, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => MembershipFunction.Trapezoidal(double.NegativeInfinity, 2, 4, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => MembershipFunction.Trapezoidal(double.NegativeInfinity, double.NegativeInfinity, double.PositiveInfinity, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => MembershipFunction.Trapezoidal(0, 1, 2, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => MembershipFunction.Gaussian(0, 0));
    }

    [Fact]
    public void A_degree_is_stretched_onto_the_range() =>
        Near.Relative([1, 3.5, 6], Scored.By(new MembershipNormalization { Function = MembershipFunction.Rising(0, 2), Low = 1, High = 6 }, [0, 1, 2]));

    [ReferenceFact]
    public void Degrees_of_the_cropping_plans_are_those_of_the_book()
    {
        // 耕作方案: half-trapezia at the ends and triangles between the thresholds; the weighted degrees are printed
        JsonElement input = Reference.Json("mcda/fuzzy_crop/input.json");
        double[][] thresholds = input.GetProperty("thresholds").Deserialize<double[][]>()!, objects = input.GetProperty("objects").Deserialize<double[][]>()!;
        double[] w = input.GetProperty("w").Deserialize<double[]>()!;
        var mu = new List<double>();
        foreach (double[] x in objects)
            for (int grade = 0; grade < 4; grade++)
                mu.Add(x.Select((v, j) =>
                {
                    double[] t = thresholds[j];
                    MembershipFunction f = grade == 0 ? MembershipFunction.Falling(t[0], t[1]) : grade == 3 ? MembershipFunction.Rising(t[2], t[3]) : MembershipFunction.Triangular(t[grade - 1], t[grade], t[grade + 1]);
                    return w[j] * f.Degree(v);
                }).Sum());
        JsonElement expected = Reference.Json("mcda/fuzzy_crop/expected.json").GetProperty("checks").EnumerateArray().First(c => c.GetProperty("name").GetString() == "mu").GetProperty("value");
        Near.Relative([.. Near.Flatten(expected)], mu, 1e-12);
    }

    private static double[] Degrees(MembershipFunction function, params double[] values) => Array.ConvertAll(values, function.Degree);
}
