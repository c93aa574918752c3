using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Trends;

/// <summary>The reference files of trends, each reproduced whole.</summary>
public class TrendReferences : IReferenceChecks
{
    /// <summary>The checks of a worked example by name.</summary>
    internal static JsonElement Checks(string folder)
    {
        JsonElement list = Reference.Json($"mcda/{folder}/expected.json").GetProperty("checks");
        return JsonSerializer.SerializeToElement(list.EnumerateArray().ToDictionary(c => c.GetProperty("name").GetString()!));
    }

    internal static double[] Numbers(JsonElement e) => [.. Near.Flatten(e)];

    IEnumerable<ReferenceCheck> IReferenceChecks.Checks()
    {
        yield return new("mann_kendall/R_datasets_golden.csv", "MannKendall, SenSlope, LinearTrend", 1e-9, () => Largest("mann_kendall/R_datasets_golden.csv", (row, x) =>
        {
            MannKendall test = MannKendall.Of(x, pValue: PValueRule.Approximate);
            LinearTrend line = LinearTrend.Of(x);
            return
            [
                (row("n"), test.Count), (row("S"), test.S), (row("varS"), test.Variance), (row("z"), test.Z), (row("p"), test.PValue), (row("tau_b"), test.TauB),
                (row("R_kendall_p"), test.PValue), (row("sen"), SenSlope.Of(x).Slope), (row("ols_slope"), line.Slope), (row("ols_se"), line.SlopeError), (row("r2"), line.RSquared),
            ];
        }));
        yield return new("mann_kendall/R_trend_Kendall_golden.csv", "MannKendall, SenSlope", 1e-9, () => Largest("mann_kendall/R_trend_Kendall_golden.csv", (row, x) =>
        {
            MannKendall test = MannKendall.Of(x, pValue: PValueRule.Approximate);
            SenSlope slope = SenSlope.Of(x);
            return
            [
                (row("trend_mk_S"), test.S), (row("trend_mk_varS"), test.Variance), (row("trend_mk_tau"), test.TauB), (row("trend_mk_z"), test.Z), (row("trend_mk_p"), test.PValue),
                (row("sens_slope"), slope.Slope), (row("sens_ci95_low"), slope.Lower), (row("sens_ci95_high"), slope.Upper),
            ];
        }))
        { Note = "the columns of the package trend; Kendall's are single precision" };
        yield return new("mann_kendall/expected.json", "MannKendall, SenSlope", 1e-9, () =>
        {
            JsonElement e = Reference.Json("mann_kendall/expected.json");
            double[] x = Reference.Csv("mann_kendall/arbitrary_1d.csv").Numbers("value");
            ReferenceTable two = Reference.Csv("mann_kendall/arbitrary_2d.csv");
            SenSlope slope = SenSlope.Of(x);
            return new[]
            {
                Near.Deviation(e.GetProperty("test_sens_slope").GetProperty("slope").GetDouble(), slope.Slope),
                Near.Deviation(e.GetProperty("test_sens_slope").GetProperty("intercept").GetDouble(), slope.Intercept),
                Of("test_original_test", MannKendall.Of(x)),
                Of("test_hamed_rao_modification_test", MannKendall.Of(x, SerialCorrection.HamedRao)),
                Of("test_hamed_rao_modification_test_lag3", MannKendall.Of(x, SerialCorrection.HamedRao, lag: 3)),
                Of("test_yue_wang_modification_test", MannKendall.Of(x, SerialCorrection.YueWang)),
                Of("test_yue_wang_modification_test_lag1", MannKendall.Of(x, SerialCorrection.YueWang, lag: 1)),
                Of("test_pre_whitening_modification_test", MannKendall.Of(x, SerialCorrection.PreWhitening)),
                Of("test_trend_free_pre_whitening_modification_test", MannKendall.Of(x, SerialCorrection.TrendFreePreWhitening)),
                Of("test_seasonal_test", MannKendall.OfSeasons(x, 12)),
                Of("test_regional_test", MannKendall.OfSeries(Matrix.FromColumns(two.Numbers("a"), two.Numbers("b")))),
            }.Max();

            double Of(string name, MannKendall test)
            {
                JsonElement t = e.GetProperty(name);
                return new[] { Dev("s", test.S), Dev("var_s", test.Variance), Dev("z", test.Z), Dev("p", test.PValue), Dev("Tau", test.Tau) }.Max();
                double Dev(string field, double actual) => Near.Deviation(t.GetProperty(field).GetDouble(), actual);
            }
        })
        { Note = "nine tests and Sen's slope of pyMannKendall" };
        foreach (ReferenceCheck check in Panels()) yield return check;
    }

    private static IEnumerable<ReferenceCheck> Panels()
    {
        yield return new("coinr_asem/I_trends_CAGR_raw.csv", "CompoundRate, by ratio", 1e-10, () => Asem("coinr_asem/I_trends_CAGR_raw.csv", "CAGR",
            (years, values) => CompoundRate.Of(years, values, CompoundRateMethod.Level, NonPositiveStart.ByRatio).Rate));
        yield return new("coinr_asem/I_trends_prcchange_raw.csv", "LinearTrend", 1e-9, () => Asem("coinr_asem/I_trends_prcchange_raw.csv", "prc_change",
            (years, values) => LinearTrend.Of(years, values) is var line ? 100 * line.Slope / line.At(years[0]) : 0))
        { Note = "the slope in percent of the line's first value; R fits without centring the years" };
    }

    IEnumerable<(string File, string Reason)> IReferenceChecks.NotCovered()
    {
        yield return ("mann_kendall/expected.json: correlated_*, partial, seasonal_sens_slope", "for seasons and covariates within a year; a yearly check-up has neither");
    }

    private static double Asem(string file, string column, Func<double[], double[], double> statistic)
    {
        ReferenceTable panel = Reference.Csv("coinr_asem/asem_iData_panel.csv"), expected = Reference.Csv(file);
        ILookup<string, string[]> rows = panel.Rows.ToLookup(r => r[panel.IndexOf("uCode")]);
        double largest = 0;
        foreach (string[] row in expected.Rows)
        {
            string code = row[expected.IndexOf("iCode")];
            string[][] series = [.. rows[row[expected.IndexOf("uCode")]].OrderBy(r => r[panel.IndexOf("Time")], StringComparer.Ordinal)];
            double[] years = [.. series.Select(r => Reference.Number(r[panel.IndexOf("Time")]))], values = [.. series.Select(r => Reference.Number(r[panel.IndexOf(code)]))];
            double printed = Reference.Number(row[expected.IndexOf(column)]);
            largest = Math.Max(largest, Near.Deviation(printed, statistic(years, values)));
        }
        return largest;
    }

    private static double Largest(string file, Func<Func<string, double>, double[], (double Expected, double Actual)[]> compare)
    {
        ReferenceTable golden = Reference.Csv(file);
        double largest = 0;
        foreach (string[] row in golden.Rows)
        {
            double[] x = Reference.Csv($"mann_kendall/R_{row[0]}.csv").Numbers("value");
            foreach ((double expected, double actual) in compare(column => Reference.Number(row[golden.IndexOf(column)]), x)) largest = Math.Max(largest, Near.Deviation(expected, actual));
        }
        return largest;
    }
}
