using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Trends;

public class GreyModelTests
{
    [ReferenceTheory]
    [InlineData("gm11_mathmodels")]
    [InlineData("gm11_noise")]
    [InlineData("gm11_liu")]
    [InlineData("gm11_deng")]
    public void Every_printed_and_recomputed_figure(string folder)
    {
        JsonElement input = Reference.Json($"mcda/{folder}/input.json"), checks = TrendReferences.Checks(folder);
        double[] x = TrendReferences.Numbers(input.GetProperty("x"));
        Dictionary<string, double[]> values = Figures(x, input.GetProperty("horizon").GetInt32());
        foreach (JsonProperty check in checks.EnumerateObject())
        {
            if (check.Name == "s_original_and_s_fitted_and_difference") continue; // steps of the relational degree, which is asserted
            Assert.True(values.ContainsKey(check.Name), check.Name);
            Near.Check(checks, check.Name, values[check.Name]);
        }
    }

    /// <summary>Every figure of a model by the name the reference files have for it.</summary>
    internal static Dictionary<string, double[]> Figures(double[] x, int horizon)
    {
        GreyModel m = GreyModel.Of(x);
        return new Dictionary<string, double[]>
        {
            ["a"] = [m.A],
            ["b"] = [m.B],
            ["fitted"] = [.. m.Fitted],
            ["forecast"] = [.. Enumerable.Range(x.Length, horizon).Select(m.Predict)],
            ["residual"] = [.. m.Residuals],
            ["relative_error"] = [.. m.RelativeErrors],
            ["level_ratio"] = [.. m.ClassRatios],
            ["level_ratio_bounds"] = [m.ClassRatioBounds.Lower, m.ClassRatioBounds.Upper],
            ["level_ratio_pass"] = [m.PassesClassRatioTest ? 1 : 0],
            ["C_all_pop"] = [m.PosteriorVarianceRatio()],
            ["C_all_sample"] = [m.PosteriorVarianceRatio()],
            ["C_from_k2_over_x_all_pop"] = [m.PosteriorVarianceRatio(PosteriorRatio.ResidualsFromSecond)],
            ["C_abs_residual_std"] = [m.PosteriorVarianceRatio(PosteriorRatio.AbsoluteResiduals)],
            ["C_variance_ratio"] = [m.PosteriorVarianceRatio(PosteriorRatio.Variances)],
            ["P"] = [m.SmallErrorProbability],
            ["mean_rel_error_k2_on"] = [m.MeanRelativeError],
            ["mean_rel_error_all"] = [m.RelativeErrors.Average()],
            ["level_ratio_deviation"] = [.. m.ClassRatioDeviations],
            ["S1"] = [m.SeriesDeviation],
            ["S2"] = [m.ResidualDeviation],
            ["mean"] = [x.Average()],
            ["S1_squared_population"] = [m.SeriesDeviation * m.SeriesDeviation],
            ["abs_residual_minus_mean"] = [.. m.Residuals.Select(e => Math.Abs(e - m.Residuals.Average()))],
            ["absolute_grey_relational_degree"] = [m.AbsoluteRelationalDegree],
            ["C_printed_0.011_candidates"] = [m.PosteriorVarianceRatio(), m.PosteriorVarianceRatio(), m.PosteriorVarianceRatio(PosteriorRatio.ResidualsFromSecond)],
        };
    }

    [Fact]
    public void Needs_four_positive_values()
    {
        Assert.Throws<ArgumentException>(() => GreyModel.Of([1, 2, 3]));
        Assert.Throws<ArgumentException>(() => GreyModel.Of([1, 2, 0, 3]));
        Assert.Throws<ArgumentException>(() => GreyModel.Of([1, 2, double.NaN, 3]));
    }

    [Fact]
    public void A_constant_series_stays_where_it_is()
    {
        GreyModel model = GreyModel.Of([5, 5, 5, 5]);
        Assert.Equal(0, model.A, 1e-15);
        Assert.Equal(5, model.Predict(9), 1e-12);
        Assert.True(double.IsNaN(model.PosteriorVarianceRatio()));
    }

    [Fact]
    public void The_background_weighs_the_earlier_sum()
    {
        // x = 1, 2, 4, 8: with λ = 0 z is the running sum 3, 7, 15 and x = (z + 1)/2 exactly, so a = -1/2, b = 1/2
        GreyModel model = GreyModel.Of([1, 2, 4, 8], background: 0);
        Assert.Equal(-0.5, model.A, 1e-12);
        Assert.Equal(0.5, model.B, 1e-12);
    }
}

public class ForecastTests
{
    private static readonly double[] Years = [2019, 2020, 2021, 2022, 2023];

    [Fact]
    public void Grey_refuses_what_it_is_not_fit_for()
    {
        Assert.Equal("trends.series-too-short", Forecast.Grey([2021, 2022, 2023], [1, 2, 3], 1).Refusal!.Code);
        Assert.Equal("trends.uneven-years", Forecast.Grey(Years, [1, 2, double.NaN, 3, 4], 1).Refusal!.Code);
        Assert.Equal("trends.not-positive", Forecast.Grey(Years, [1, 2, 0, 3, 4], 1).Refusal!.Code);
        ForecastResult jump = Forecast.Grey(Years, [1, 9, 2, 8, 1], 1);
        Assert.Equal("trends.class-ratio-fails", jump.Refusal!.Code);
        Assert.EndsWith("0.1111 in 2020 is not within 0.7165 … 1.3956", jump.Refusal.Message.English, StringComparison.Ordinal); // 1/9, and e^∓(2/6)
        Assert.Contains("2020 年级比 0.1111 不在 0.7165 … 1.3956 内", jump.Refusal.Message.Chinese, StringComparison.Ordinal);
        Assert.StartsWith("no Grey forecast: ", jump.ToString(), StringComparison.Ordinal);
        Assert.NotNull(jump.Grey);
        Assert.Empty(jump.Points);
        // close together, so the class ratios pass, and without a direction, so the fit explains nothing
        ForecastResult noise = Forecast.Grey(Years, [100, 104, 100, 104, 100], 1);
        Assert.True(noise.Grey!.PassesClassRatioTest);
        Assert.Equal("trends.grey-model-unqualified", noise.Refusal!.Code);
        Assert.Contains("后验差检验不合格", noise.Refusal.In(Language.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void A_percentage_of_zeros_is_not_printed() => Assert.Contains("mean 0\n", Forecast.Linear(Years, [0, 0, 0, 0, 0], 1).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Grey_forecasts_and_tests_itself_on_the_last_year()
    {
        ForecastResult result = Forecast.Grey(Years, [100, 120, 145, 175, 210], 3);
        Assert.True(result.IsAccepted);
        Assert.Equal([2024, 2025, 2026], result.Points.Select(p => p.Year));
        Assert.Equal(251.9713, result.Points[0].Value, 1e-4); // printed in the source
        Assert.Equal(1, result.Backtest.Count); // only the fifth value has four before it
        Assert.Equal(Math.Abs(GreyModel.Of([100, 120, 145, 175]).Predict(4) - 210), result.Backtest.MeanAbsoluteError, 1e-12);
        Assert.True(result.Points[0].Lower < result.Points[0].Value && result.Points[0].Value < result.Points[0].Upper);
    }

    [Fact]
    public void Linear_has_the_textbook_prediction_interval()
    {
        // y = 1, 3, 2 at 0, 1, 2: line 1.5 + t/2, s = √1.5, at 3: 3 ± t₀.₇₅(1)·s·√(1 + 1/3 + 4/2); the quartile of t with one degree is 1
        ForecastPoint p = Forecast.Linear([0, 1, 2], [1, 3, 2], 1, 0.5).Points[0];
        Assert.Equal(3, p.Value, 1e-12);
        Assert.Equal(Math.Sqrt(1.5 * (1 + 1 / 3.0 + 2)), p.Upper - p.Value, 1e-9);
        Assert.Equal("trends.series-too-short", Forecast.Linear([0, 1], [1, 3], 1).Refusal!.Code);
    }

    [Fact]
    public void Linear_honours_a_gap() => Assert.Equal(12, Forecast.Linear([2015, 2019, 2020], [0, 8, 10], 1).Points[0].Value, 1e-9);

    [Fact]
    public void Drift_goes_on_at_the_mean_change()
    {
        // 0, 1, 4: drift 2; changes 1 and 3 leave 1 and 1, s² = 2/1; two ahead ±√(2·2·(1 + 2/2))
        ForecastResult result = Forecast.Drift([0, 1, 2], [0, 1, 4], 2, 0.5);
        Assert.Equal([6, 8], result.Points.Select(p => p.Value));
        Assert.Equal(Math.Sqrt(8), result.Points[1].Upper - 8, 1e-9);
        Assert.Equal((1, 2.0), (result.Backtest.Count, result.Backtest.MeanAbsoluteError)); // from 0, 1 the next is 2
    }

    [Fact]
    public void Holt_with_full_smoothing_follows_the_last_change()
    {
        ForecastResult result = Forecast.Holt(Years, [1, 2, 4, 3, 5], 2, alpha: 1, beta: 1);
        Assert.Equal([7, 9], result.Points.Select(p => p.Value));
        // one-step errors from the start on: 0, 1, -3, 3; s² = 19/3 with n - 2
        Assert.Equal(0.6744897501960817 * Math.Sqrt(19 / 3.0), Forecast.Holt(Years, [1, 2, 4, 3, 5], 1, 0.5, 1, 1).Points[0].Upper - 7, 1e-9);
        Assert.Equal("trends.series-too-short", Forecast.Holt([1, 2, 3, 4], [1, 2, 3, 4], 1).Refusal!.Code);
    }

    [Fact]
    public void Holt_finds_a_straight_line() => Assert.All(Forecast.Holt(Years, [2, 4, 6, 8, 10], 3).Points.Zip([12.0, 14, 16]), p => Assert.Equal(p.Second, p.First.Value, 1e-9));
}

public class ConvergenceTests
{
    [Fact]
    public void Sigma_falls_as_areas_draw_together()
    {
        // 1 and 3, then 1.5 and 2.5, then 2 and 2: CV √2/2, √2/4, 0
        SigmaConvergence sigma = SigmaConvergence.Of([2019, 2020, 2021], Matrix.FromColumns([1, 3], [1.5, 2.5], [2, 2]));
        Near.Relative([Math.Sqrt(2) / 2, Math.Sqrt(2) / 4, 0], sigma.Dispersions, 1e-14);
        Assert.True(sigma.Converges);
        Assert.Equal(-3, sigma.Test.S);
        Assert.Equal([2, 1, 0], SigmaConvergence.Of([2019, 2020, 2021], Matrix.FromColumns([1, 3], [1.5, 2.5], [2, 2]), DispersionMeasure.Range).Dispersions);
    }

    [Fact]
    public void Beta_finds_the_speed_a_world_was_built_with()
    {
        // every gap to the mean of logs shrinks by e^(-0.02 T)
        double[] start = [1, 2, 4, 8, double.NaN, 3], end = [.. start.Select(v => Math.Exp(2 + (Math.Log(v) - 2) * Math.Exp(-0.02 * 5)))];
        end[5] = 0;
        BetaConvergence beta = BetaConvergence.Of(start, end, 5);
        Assert.Equal(0.02, beta.Speed, 1e-12);
        Assert.Equal(Math.Log(2) / 0.02, beta.HalfLife, 1e-9);
        Assert.Equal(2, beta.LeftOut);
    }
}
