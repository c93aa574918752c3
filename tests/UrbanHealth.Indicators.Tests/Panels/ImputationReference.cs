using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Panels;

/// <summary>COINr's imputations of the ASEM indicators, and of a small panel through time.</summary>
public class ImputationReference : IReferenceChecks
{
    private const string Folder = "coinr_asem/";

    private static Panel Denominated() => Asem.Panel("A_dset_Denominated.csv");

    private static Imputation ByGdpGroup(GroupImputation of)
    {
        ReferenceTable data = Reference.Csv(Folder + "asem_iData.csv");
        return of with { Groups = data.Text("uCode").Zip(data.Text("GDP_group")).Where(p => p.Second is not ("" or "NA")).ToDictionary(p => p.First, p => p.Second) };
    }

    IEnumerable<ReferenceCheck> IReferenceChecks.Checks()
    {
        yield return Units("E_i_mean.csv", "Imputation.Mean", Imputation.Mean);
        yield return Units("E_i_median.csv", "Imputation.Median", Imputation.Median);
        yield return Units("E_i_mean_grp.csv", "Imputation.GroupMean", () => ByGdpGroup(Imputation.GroupMean()));
        yield return Units("E_i_median_grp.csv", "Imputation.GroupMedian", () => ByGdpGroup(Imputation.GroupMedian()));
        yield return Units("E_i_mean_row_normfirst.csv", "Imputation.RowMean(All)", () => Imputation.RowMean(RowMeanScope.All));
        yield return Units("E_i_mean_row_bypillar_normfirst.csv", "Imputation.RowMean(Dimension)", () => Imputation.RowMean());
        yield return Years("E_panel_latest.csv", "Imputation.CarryForward", () => Imputation.CarryForward());
        yield return Years("E_panel_latest_maxtime1.csv", "Imputation.CarryForward(maxGap: 1)", () => Imputation.CarryForward(maxGap: 1));
        yield return Years("E_panel_constant.csv", "Imputation.InOrder(CarryForward, CarryBack)", () => Imputation.InOrder(Imputation.CarryForward(), Imputation.CarryBack()));
        yield return Years("E_panel_linear-constant.csv", "Imputation.LinearInTime(ends: Nearest)", () => Imputation.LinearInTime(ends: SeriesEndRule.Nearest));
        yield return new ReferenceCheck(Folder + "E_panel_latest_datayears.csv", "Imputation.CarryForward", 0, DataYears) { Note = "the year each figure is from" };
    }

    [ReferenceFact]
    public void Exactly_the_missing_cells_are_filled_and_marked()
    {
        Panel before = Denominated(), after = Imputation.Mean().Apply(before);
        int filled = 0;
        foreach (Area a in before.Areas)
            foreach (Indicator i in before.Framework.Indicators)
            {
                bool missing = double.IsNaN(before[a.Code, 2018, i.Code]);
                Assert.Equal(missing ? ObservationState.Imputed : ObservationState.Observed, after.State(a.Code, 2018, i.Code));
                if (missing) filled++;
                else Assert.Equal(before[a.Code, 2018, i.Code], after[a.Code, 2018, i.Code]);
            }
        Assert.Equal(before.Profile().Indicators.Missing, filled);
        Assert.True(filled > 50);
    }

    private static ReferenceCheck Units(string file, string method, Func<Imputation> imputation) => new(Folder + file, method, 1e-10, () =>
    {
        Panel filled = imputation().Apply(Denominated());
        ReferenceTable expected = Reference.Csv(Folder + file);
        string[] areas = expected.Text("uCode");
        double worst = 0;
        foreach (Indicator i in filled.Framework.Indicators)
        {
            double[] column = expected.Numbers(i.Code);
            for (int r = 0; r < areas.Length; r++) worst = Math.Max(worst, Near.Deviation(column[r], filled[areas[r], 2018, i.Code]));
        }
        return worst;
    });

    private static ReferenceCheck Years(string file, string method, Func<Imputation> imputation) => new(Folder + file, method, 1e-10, () =>
    {
        Panel filled = imputation().Apply(SmallPanel());
        ReferenceTable expected = Reference.Csv(Folder + file);
        string[] areas = expected.Text("uCode"), years = expected.Text("Time");
        double worst = 0;
        foreach (Indicator i in filled.Framework.Indicators)
        {
            double[] column = expected.Numbers(i.Code);
            for (int r = 0; r < areas.Length; r++) worst = Math.Max(worst, Near.Deviation(column[r], filled[areas[r], int.Parse(years[r]), i.Code]));
        }
        return worst;
    });

    /// <summary>A panel of years carried forward as if they were figures.</summary>
    private static double DataYears()
    {
        Panel small = SmallPanel();
        var observations = small.ToObservations().Select(o => o with { Value = o.Year });
        Panel filled = Imputation.CarryForward().Apply(Panel.Of(small.Framework, small.Areas, observations).Panel);
        ReferenceTable expected = Reference.Csv(Folder + "E_panel_latest_datayears.csv");
        string[] areas = expected.Text("uCode"), years = expected.Text("Time");
        double worst = 0;
        foreach (Indicator i in filled.Framework.Indicators)
        {
            double[] column = expected.Numbers(i.Code);
            for (int r = 0; r < areas.Length; r++) worst = Math.Max(worst, Near.Deviation(column[r], filled[areas[r], int.Parse(years[r]), i.Code]));
        }
        return worst;
    }

    private static Panel SmallPanel()
    {
        ReferenceTable t = Reference.Csv(Folder + "E_panel_input.csv");
        string[] codes = [.. t.Header.Skip(2)];
        var framework = new IndicatorFramework(new Dimension { Code = "ROOT", Name = "root", Indicators = [.. codes.Select(c => new Indicator { Code = c, Name = c })] });
        string[] areas = t.Text("uCode"), years = t.Text("Time");
        return Panel.Of(framework, codes.SelectMany(c => t.Numbers(c).Select((x, r) => new Observation(areas[r], int.Parse(years[r]), c, x)))).Panel;
    }
}
