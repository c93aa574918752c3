using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.NormalizationRoom;

/// <summary>The reference files of the treatments, each by its method.</summary>
public class TreatmentReference : IReferenceChecks
{
    private const string Folder = "coinr_asem/";

    private static readonly Treatment Default = Treatment.Stepwise(Treatment.Winsorize(5), Treatment.Log());
    private static readonly Treatment One = Treatment.Stepwise(Treatment.Winsorize(1), Treatment.Log());
    private static readonly Treatment OnePlus = Treatment.Stepwise(Treatment.Winsorize(1), Treatment.Log(LogVariant.ShiftedBySkew));
    private static readonly Treatment Combined = new StepwiseTreatment { Steps = [Treatment.Winsorize(1), Treatment.Log()], Combined = true };

    IEnumerable<ReferenceCheck> IReferenceChecks.Checks()
    {
        yield return Figures("A_dset_Treated.csv", "winsorising, then a logarithm", Default);
        yield return Figures("F_treat_default.csv", "winsorising, then a logarithm", Default);
        yield return Figures("F_treat_winmax10.csv", "winsorising, at most 10 points", Treatment.Winsorize(10));
        yield return Figures("F_treat_win_nolimit.csv", "winsorising without a limit", Treatment.Winsorize(null));
        yield return Figures("F_treat_winmax1.csv", "winsorising at most one point, then a logarithm", One);
        yield return Figures("F_treat_winmax1_logplus.csv", "winsorising at most one point, then a logarithm by skewness", OnePlus);
        yield return Figures("F_treat_winmax1_combine.csv", "winsorising at most one point and a logarithm on top", Combined);
        yield return Figures("F_treat_log_CT_plus.csv", "winsorising, then a logarithm by skewness", Treatment.Stepwise(Treatment.Winsorize(5), Treatment.Log(LogVariant.ShiftedBySkew)));
        yield return Details("A_treat_details.csv", Treatment.Winsorize(5), null);
        yield return Details("F_treat_default_details.csv", Treatment.Winsorize(5), null);
        yield return Details("F_treat_winmax10_details.csv", Treatment.Winsorize(10), null);
        yield return Details("F_treat_win_nolimit_details.csv", Treatment.Winsorize(null), null);
        yield return Details("F_treat_log_CT_plus_details.csv", Treatment.Winsorize(5), null);
        yield return Details("F_qtreat_df_details.csv", Treatment.Winsorize(5), null);
        yield return Details("F_treat_winmax1_details.csv", Treatment.Winsorize(1), One);
        yield return Details("F_treat_winmax1_logplus_details.csv", Treatment.Winsorize(1), OnePlus);
        yield return Details("F_treat_winmax1_combine_details.csv", Treatment.Winsorize(1), Combined);
        yield return Points("A_treat_points.csv", Default);
        yield return Points("F_treat_winmax1_points.csv", One);
        yield return Points("F_treat_winmax1_logplus_points.csv", OnePlus);
        yield return Points("F_treat_winmax1_combine_points.csv", Combined);
        yield return new(Folder + "F_transform_vectors.csv", "winsorising, logarithms, Box-Cox", 1e-10, () =>
        {
            ReferenceTable e = Reference.Csv(Folder + "F_transform_vectors.csv");
            (string Column, Treatment Treatment)[] columns =
            [
                ("winsorise5", Treatment.Winsorize(5)), ("log_CT", Treatment.Log()), ("log_CT_orig", Treatment.Log(LogVariant.ShiftedByOne)), ("log_CT_plus", Treatment.Log(LogVariant.ShiftedBySkew)),
                ("log_GII_INTENDED", Treatment.Log(LogVariant.GlobalInnovationIndex)), ("boxcox05", new BoxCoxTreatment { Lambda = 0.5, ShiftsToPositive = true }), ("boxcox0", new BoxCoxTreatment { Lambda = 0, ShiftsToPositive = true }),
            ];
            return columns.Max(c => e.Numbers(c.Column).Zip(Treated(c.Treatment, e.Numbers("x")), Near.Deviation).Max());
        })
        { Note = "log_GII_RETURNED, which COINr leaves as the raw figures, is a defect of its own and not reproduced" };
    }

    IEnumerable<(string File, string Reason)> IReferenceChecks.NotCovered() =>
    [
        (Folder + "F_treat_boxcox0.csv", "COINr changed nothing in this run: the file equals coinr_asem/A_dset_Screened.csv. Box-Cox is checked by coinr_asem/F_transform_vectors.csv"),
        (Folder + "F_treat_boxcox0_details.csv", "as coinr_asem/F_treat_boxcox0.csv: no step was taken"),
    ];

    private static ReferenceTable Screened => Reference.Csv(Folder + "A_dset_Screened.csv");

    private static ReferenceCheck Figures(string file, string method, Treatment treatment) => new(Folder + file, method, 1e-10, () =>
    {
        ReferenceTable screened = Screened;
        return AsemColumns.Deviation(file, c => Treated(treatment, screened.Numbers(c)));
    });

    /// <summary>Skewness and kurtosis before, the points winsorised, and both moments after each step.</summary>
    private static ReferenceCheck Details(string file, Treatment winsorize, Treatment? whole) => new(Folder + file, "skewness, kurtosis and points of each step", 1e-10, () =>
    {
        ReferenceTable e = Reference.Csv(Folder + file), screened = Screened;
        double N(string[] row, string column) => Array.IndexOf(e.Header, column) is int i and >= 0 ? Reference.Number(row[i]) : double.NaN;
        return e.Rows.Max(r =>
        {
            double[] x = screened.Numbers(r[e.IndexOf("iCode")]);
            var test = new SkewKurtosisTest();
            if (r[e.IndexOf("check_SkewKurt0.Pass")] != (test.Passes(x) ? "TRUE" : "FALSE")) return double.PositiveInfinity;
            double[] first = Treated(winsorize, x), last = whole is null ? first : Treated(whole, x);
            double worst = Math.Max(Near.Deviation(N(r, "check_SkewKurt0.Skew"), Descriptive.Skewness(x)), Near.Deviation(N(r, "check_SkewKurt0.Kurt"), Descriptive.Kurtosis(x)));
            if (!double.IsNaN(N(r, "winsorise.nwin")))
                worst = new[]
                {
                    worst, Near.Deviation(N(r, "winsorise.nwin"), winsorize.Fit(x).Points(x).Count),
                    Near.Deviation(N(r, "check_SkewKurt1.Skew"), Descriptive.Skewness(first)), Near.Deviation(N(r, "check_SkewKurt1.Kurt"), Descriptive.Kurtosis(first)),
                }.Max();
            if (!double.IsNaN(N(r, "check_SkewKurt2.Skew")))
                worst = Math.Max(worst, Math.Max(Near.Deviation(N(r, "check_SkewKurt2.Skew"), Descriptive.Skewness(last)), Near.Deviation(N(r, "check_SkewKurt2.Kurt"), Descriptive.Kurtosis(last))));
            return worst;
        });
    });

    private static ReferenceCheck Points(string file, Treatment treatment) => new(Folder + file, "every treated point", 0, () =>
    {
        ReferenceTable e = Reference.Csv(Folder + file), screened = Screened;
        return AsemColumns.Indicators.Max(c =>
        {
            int[] marked = [.. e.Text(c).Select((t, i) => (t, i)).Where(p => p.t.Length > 0).Select(p => p.i)];
            double[] x = screened.Numbers(c);
            return marked.SequenceEqual(treatment.Fit(x).Points(x).Select(p => p.Row)) ? 0.0 : 1;
        });
    })
    { Note = "0: the same rows of the same indicators" };

    private static double[] Treated(Treatment treatment, double[] values)
    {
        var treated = new double[values.Length];
        treatment.Fit(values).Apply(values, treated);
        return treated;
    }
}
