using System.Text.Json;
using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.NormalizationRoom;

/// <summary>Treatments of outliers: fitted once, applied to later figures unchanged.</summary>
public class TreatmentTests
{
    private static readonly double[] Tail = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1000];

    [Fact]
    public void Winsorising_moves_the_farthest_to_the_next_until_the_test_passes()
    {
        FittedTreatment fitted = Treatment.Winsorize().Fit(Tail);
        Assert.Equal(new FittedCap { High = 9 }, fitted);
        Assert.Equal([new TreatedPoint(9, 1000, 9)], fitted.Points(Tail));
        Assert.Equal(9, fitted.Apply(50)); // a later figure meets the same bound
        Assert.Equal(-7, fitted.Apply(-7)); // the other side is free
    }

    [Fact]
    public void The_side_of_the_skewness_is_winsorised() =>
        Assert.Equal(new FittedCap { Low = -9 }, Treatment.Winsorize().Fit(Array.ConvertAll(Tail, v => -v)));

    [Fact]
    public void Equal_figures_count_as_points_each()
    {
        // two at 1000: one step moves two points. COINr's step counts as one and would pass a limit of 1
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 1000, 1000];
        Assert.False(new SkewKurtosisTest().Passes(x));
        Assert.Equal(new FittedCap(), Treatment.Winsorize(1).Fit(x));
        Assert.Equal(new FittedCap { High = 18 }, Treatment.Winsorize(2).Fit(x));
        Assert.Equal(2, Treatment.Winsorize(2).Fit(x).Points(x).Count);
    }

    [Fact]
    public void A_point_moved_twice_counts_once_and_the_limit_stops_before_the_step()
    {
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 400, 1000];
        Assert.Equal(new FittedCap { High = 400 }, Treatment.Winsorize(1).Fit(x));
        Assert.Equal(new FittedCap { High = 18 }, Treatment.Winsorize(null).Fit(x));
        Assert.Equal(new FittedCap(), Treatment.Winsorize(0).Fit(x));
        Assert.Throws<InvalidOperationException>(() => Treatment.Winsorize(-1).Fit(x));
    }

    [Fact]
    public void Both_limits_must_be_passed_to_be_distorted()
    {
        double skewness = Descriptive.Skewness(Tail), kurtosis = Descriptive.Kurtosis(Tail);
        Assert.False(new SkewKurtosisTest().Passes(Tail));
        Assert.True(new SkewKurtosisTest { SkewnessLimit = skewness }.Passes(Tail)); // at the limit is within it
        Assert.True(new SkewKurtosisTest { KurtosisLimit = kurtosis }.Passes(Tail));
        Assert.True(new SkewKurtosisTest().Passes([1, 1, 1, 1, 1]));
        Assert.True(new SkewKurtosisTest().Passes([1, 1, 1000]));
        // one figure apart from three: skewness 2 and kurtosis 4 exactly, whatever the figure
        Assert.False(new SkewKurtosisTest { SkewnessLimit = 1.9 }.Passes([1, 1, 1, 1000]));
        Assert.True(new SkewKurtosisTest().Passes([]));
    }

    [Fact]
    public void Logarithms_by_name()
    {
        double[] x = [2, 5, 12]; // range 10
        Near.Relative(Math.Log(5 - 2 + 0.1), Treatment.Log().Fit(x).Apply(5));
        Near.Relative(Math.Log(5 - 2 + 1), Treatment.Log(LogVariant.ShiftedByOne).Fit(x).Apply(5));
        Near.Relative(Math.Log(5), Treatment.Log(LogVariant.Plain).Fit(x).Apply(5));
        Near.Relative(Math.Log(11 * 3 / 10.0 + 1), Treatment.Log(LogVariant.GlobalInnovationIndex).Fit(x).Apply(5));
        double[] left = [2, 9, 12]; // skewed to the left: mirrored, and still rising
        Near.Relative(-Math.Log(12 - 9 + 0.1), Treatment.Log(LogVariant.ShiftedBySkew).Fit(left).Apply(9));
        Near.Relative(-Math.Log(11 * 3 / 10.0 + 1), Treatment.Log(LogVariant.GlobalInnovationIndex).Fit(left).Apply(9));
        Near.Relative(Math.Log(5 - 2 + 0.1), Treatment.Log(LogVariant.ShiftedBySkew).Fit(x).Apply(5));
    }

    [Fact]
    public void Logarithms_of_what_has_none_are_errors()
    {
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => Treatment.Log(LogVariant.Plain).Fit([0, 1])).ParamName);
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => Treatment.Log().Fit([3, 3])).ParamName);
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => Treatment.Log(LogVariant.GlobalInnovationIndex).Fit([0.1, 0.5, 0.6])).ParamName);
        FittedTreatment fitted = Treatment.Log().Fit([2, 12]);
        Assert.Equal(double.NaN, fitted.Apply(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => fitted.Apply(1.8)); // below the shift of the baseline
    }

    [Fact]
    public void The_most_likely_lambda_of_a_lognormal_shape_is_0() =>
        // z symmetric about 0, so the likelihood of e^z is symmetric about λ = 0
        Near.Absolute(0, Lambda(Array.ConvertAll(new double[] { -2, -1, -0.4, 0.4, 1, 2 }, Math.Exp)), 1e-6);

    [Fact]
    public void The_most_likely_lambda_maximises_the_likelihood_of_Box_and_Cox()
    {
        double[] x = [0.5, 1.2, 2.2, 2.9, 4.1, 7.7, 12.5];
        double best = Lambda(x);
        double Likelihood(double l) => -x.Length / 2.0 * Math.Log(Descriptive.Variance(Array.ConvertAll(x, v => (Math.Pow(v, l) - 1) / l), VarianceDenominator.Population)) + (l - 1) * x.Sum(Math.Log);
        foreach (double step in new[] { 1e-3, 0.01, 0.1, 1 })
        {
            Assert.True(Likelihood(best) > Likelihood(best + step));
            Assert.True(Likelihood(best) > Likelihood(best - step));
        }
    }

    [Fact]
    public void The_unit_does_not_change_lambda() =>
        Gen.Double[0.1, 20].Array[5, 12].Sample(x =>
        {
            if (x.Max() / x.Min() > 1.5) Near.Absolute(Lambda(x), Lambda(Array.ConvertAll(x, v => v * 1000)), 1e-5);
        }, iter: 30);

    [Fact]
    public void Box_Cox_of_what_is_not_positive_is_an_error_or_a_named_shift()
    {
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => Treatment.BoxCox(0.5).Fit([0, 3])).ParamName);
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => Treatment.BoxCox().Fit([3, 3])).ParamName);
        Near.Relative(2, new BoxCoxTreatment { Lambda = 0.5, ShiftsToPositive = true }.Fit([-1, 2]).Apply(2)); // 2(√(2 + 2) − 1)
        Near.Relative(2 * (Math.Sqrt(2) - 1), new BoxCoxTreatment { Lambda = 0.5, ShiftsToPositive = true }.Fit([1, 2]).Apply(2)); // nothing to shift
    }

    [Fact]
    public void Fences_flag_and_cap()
    {
        var quartiles = new FenceTreatment();
        double[] x = [1, 2, 3, 4, 100]; // quartiles 2 and 4: fences −1 and 7
        Assert.Equal([4], quartiles.Flag(x));
        Assert.Equal(new FittedCap { Low = -1, High = 7 }, quartiles.Fit(x));
        Assert.Equal(new FittedCap { Low = -4, High = 10 }, new FenceTreatment { Multiplier = 3 }.Fit(x));
        var median = (FittedCap)Treatment.Fence(FenceRule.MedianDeviation).Fit(x); // median 3, deviations 2 1 0 1 97: 1 · 1.4826 · 3.5
        Near.Relative([3 - 3.5 / 0.67448975019608174, 3 + 3.5 / 0.67448975019608174], [median.Low, median.High]);
        Assert.Throws<ArgumentException>(() => quartiles.Fit([1, 1, 1, 1, 9]));
        Assert.Throws<InvalidOperationException>(() => new FenceTreatment { Multiplier = 0 }.Fit(x));
    }

    [Fact]
    public void Steps_are_taken_only_while_the_test_fails()
    {
        Assert.Equal(new FittedCap(), Treatment.Stepwise(Treatment.Winsorize(), Treatment.Log()).Fit([1, 2, 3, 4, 5]));
        Assert.Equal(new FittedCap { High = 9 }, Treatment.Stepwise(Treatment.Winsorize(), Treatment.Log()).Fit(Tail));
        FittedTreatment raw = Treatment.Stepwise(Treatment.Winsorize(0), Treatment.Log()).Fit(Tail);
        Assert.Equal(Treatment.Log().Fit(Tail), raw); // the logarithm starts from the raw figures
        double[] two = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 400, 1000];
        Assert.Equal(Treatment.Log().Fit(two), Treatment.Stepwise(Treatment.Winsorize(1), Treatment.Log()).Fit(two)); // winsorising is undone first
        var both = (FittedSequence)new StepwiseTreatment { Steps = [Treatment.Winsorize(1), Treatment.Log()], Combined = true }.Fit(two);
        Assert.Equal(2, both.Steps.Count);
        Near.Relative(Math.Log(400 - 1 + 3.99), both.Apply(5000)); // capped at 400 first, range 399
    }

    [Fact]
    public void Order_is_never_turned() =>
        Gen.Double[0.1, 100].Array[6, 15].Sample(x =>
        {
            if (x.Max() <= 1.5 || x.Max() - x.Min() < 0.5) return;
            double[] y = [.. x.Order()];
            foreach (Treatment t in new[] { Treatment.Winsorize(null), Treatment.Log(), Treatment.Log(LogVariant.ShiftedBySkew), Treatment.Log(LogVariant.GlobalInnovationIndex), Treatment.BoxCox(-1) })
            {
                FittedTreatment fitted = t.Fit(y);
                for (int i = 1; i < y.Length; i++) Assert.True(fitted.Apply(y[i]) >= fitted.Apply(y[i - 1]));
            }
        }, iter: 100);

    [Fact]
    public void Every_treatment_and_its_fit_come_back_from_JSON()
    {
        Treatment[] all =
        [
            Treatment.Winsorize(), Treatment.Winsorize(null), Treatment.Log(), Treatment.Log(LogVariant.GlobalInnovationIndex), Treatment.BoxCox(), Treatment.BoxCox(0.5), Treatment.Fence(), Treatment.Fence(FenceRule.MedianDeviation),
            Treatment.Stepwise(Treatment.Winsorize(0), Treatment.Log()), new StepwiseTreatment { Steps = [new FenceTreatment { Multiplier = 9 }, Treatment.Log(LogVariant.ShiftedBySkew)], Combined = true },
        ];
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 400, 1000];
        foreach (Treatment t in all)
        {
            Assert.Equal(t.ToJson(), Treatment.FromJson(t.ToJson()).ToJson());
            FittedTreatment fitted = t.Fit(x), read = FittedTreatment.FromJson(fitted.ToJson()), again = Treatment.FromJson(t.ToJson()).Fit(x);
            Assert.Equal(fitted.GetType(), read.GetType());
            foreach (double v in x)
            {
                Assert.Equal(fitted.Apply(v), read.Apply(v));
                Assert.Equal(fitted.Apply(v), again.Apply(v));
            }
        }
        FittedTreatment mirrored = Treatment.Log(LogVariant.ShiftedBySkew).Fit([2, 9, 12]);
        Assert.Equal(mirrored, FittedTreatment.FromJson(mirrored.ToJson()));
        Assert.Throws<JsonException>(() => Treatment.FromJson("null"));
        Assert.Throws<JsonException>(() => FittedTreatment.FromJson("null"));
    }

    [Fact]
    public void A_fitted_treatment_says_its_rule()
    {
        Assert.Equal(["left as it is", "held to 9 at most", "held to 2 at least", "held within 2 to 9"],
            new FittedCap[] { new(), new() { High = 9 }, new() { Low = 2 }, new() { Low = 2, High = 9 } }.Select(c => c.Describe(Language.English)));
        Assert.Equal(["不作处理", "不高于 9", "不低于 2", "限于 2~9"],
            new FittedCap[] { new(), new() { High = 9 }, new() { Low = 2 }, new() { Low = 2, High = 9 } }.Select(c => c.Describe(Language.Chinese)));
        Assert.Equal("ln(x + -1)", Treatment.Log(LogVariant.ShiftedByOne).Fit([2, 3]).Describe(Language.English));
        Assert.Equal("held to 9 at most, then −ln(x + 12) of −x", new FittedSequence { Steps = [new FittedCap { High = 9 }, new FittedTransform { Transform = new ReflectedTransform { Of = new LogTransform { Shift = 12 } } }] }.Describe(Language.English));
        Assert.Equal("row 3: 1000 → 500", new TreatedPoint(3, 1000, 500).ToString());
        Assert.Equal("|skewness| ≤ 2 or kurtosis ≤ 3.5", new SkewKurtosisTest().ToString());
        Assert.Equal("treated", Assert.Throws<ArgumentException>(() => new FittedCap().Apply([1, 2], new double[1])).ParamName);
    }

    private static double Lambda(double[] x) => ((BoxCoxTransform)((FittedTransform)Treatment.BoxCox().Fit(x)).Transform).Lambda;
}
