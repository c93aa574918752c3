using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Surveys;

/// <summary>The samples of Californian schools (Lumley, R survey 4.1-1) as designs, and the figures R computed from them.</summary>
internal sealed class CaliforniaSchools
{
    private readonly ReferenceTable table;
    private readonly Dictionary<string, SurveyDesign> calibrated = [];

    private CaliforniaSchools(string file, SurveyDesign design, ReferenceTable table)
    {
        (File, Design, this.table) = (file, design, table);
    }

    public string File { get; }

    public SurveyDesign Design { get; }

    public static readonly PopulationMargin Type = PopulationMargin.Of("stype", ("E", 4421), ("H", 755), ("M", 1018));

    public static readonly PopulationMargin SchoolWide = PopulationMargin.Of("sch.wide", ("No", 1072), ("Yes", 5122));

    public double[] Numbers(string column) => table.Numbers(column);

    public CategoricalColumn Category(string column) => CategoricalColumn.Of(table.Text(column));

    public static CaliforniaSchools Of(string design)
    {
        string file = design[..design.IndexOf('_')] switch { "srs" => "apisrs", "strat" => "apistrat", "clus1" => "apiclus1", _ => "apiclus2" };
        ReferenceTable t = Reference.Csv($"survey_api/{file}.csv");
        double[] weights = t.Numbers("pw");
        SampleColumns columns = design switch
        {
            "srs_fpc" => new SampleColumns { PopulationUnits = t.Numbers("fpc") },
            "strat_fpc" => new SampleColumns { Strata = CategoricalColumn.Of(t.Text("stype")), PopulationUnits = t.Numbers("fpc") },
            "strat_nofpc" => new SampleColumns { Strata = CategoricalColumn.Of(t.Text("stype")) },
            "clus1_fpc" => new SampleColumns { Clusters = CategoricalColumn.Of(t.Text("dnum")), PopulationUnits = t.Numbers("fpc") },
            "clus2_fpc" => new SampleColumns { Clusters = CategoricalColumn.Of(t.Text("dnum")), PopulationUnits = t.Numbers("fpc1"), SecondStageUnits = t.Numbers("fpc2") },
            _ => throw new ArgumentOutOfRangeException(nameof(design), design, "unknown"),
        };
        return new CaliforniaSchools(file, SurveyDesign.Of(weights, columns), t);
    }

    /// <summary>The design calibrated by the named adjustment of the golden files.</summary>
    public SurveyDesign Adjusted(string adjustment)
    {
        if (calibrated.TryGetValue(adjustment, out SurveyDesign? design)) return design;
        var type = (Category("stype"), Type);
        AuxiliaryTotal[] api99 = [new("api99", Numbers("api99"), 3914069)];
        CalibrationResult result = adjustment switch
        {
            "rake" => Design.Raked([type, (Category("sch.wide"), SchoolWide)], new CalibrationOptions { Residual = CalibrationResidual.UnweightedSweeps }),
            "poststrat" => Design.PostStratified(type.Item1, Type),
            "cal_linear" => Design.Calibrated([type], api99, new CalibrationOptions { Distance = CalibrationDistance.Linear }),
            "cal_raking" => Design.Calibrated([type], api99, new CalibrationOptions { Distance = CalibrationDistance.Raking }),
            "cal_logit" => Design.Calibrated([type], api99, new CalibrationOptions { Distance = CalibrationDistance.Logit, LowerBound = 0.2, UpperBound = 5 }),
            _ => throw new ArgumentOutOfRangeException(nameof(adjustment), adjustment, "unknown"),
        };
        Assert.True(result.Converged, result.ToString());
        return calibrated[adjustment] = result.Design;
    }

    /// <summary>The estimate that a row of the golden file names.</summary>
    public SurveyEstimate Estimate(string method, string variable, string level)
    {
        SurveyDesign design = Design;
        int colon = method.IndexOf("]:", StringComparison.Ordinal);
        if (colon >= 0)
        {
            design = Adjusted(method[..method.IndexOf('[', StringComparison.Ordinal)] switch
            {
                "rake" => "rake",
                "postStratify" => "poststrat",
                "calibrate_linear" => "cal_linear",
                "calibrate_raking" => "cal_raking",
                _ => "cal_logit",
            });
            method = method[(colon + 2)..];
        }
        switch (method)
        {
            case "svymean": return design.Mean(Numbers(variable));
            case "svytotal": return design.Total(Numbers(variable));
            case "svymean_factor": return design.Shares(Category(variable)).Single(e => variable + e.Domain == level);
            case "svytotal_factor": return design.Counts(Category(variable)).Single(e => variable + e.Domain == level);
            case "svyratio": return design.Ratio(Numbers("api.stu"), Numbers("enroll"));
            case "svyvar": return design.Variance(Numbers(variable));
            case "svyquantile_math": return design.Quantile(Numbers(variable), Reference.Number(level));
            case "svyby_svymean":
                string[] parts = level.Split(';');
                CategoricalColumn by = parts.Select(p => Category(p[..p.IndexOf('=', StringComparison.Ordinal)])).Aggregate((a, b) => a.Cross(b));
                string domain = string.Join(" × ", parts.Select(p => p[(p.IndexOf('=', StringComparison.Ordinal) + 1)..]));
                return design.Mean(Numbers(variable), by).Single(e => e.Domain == domain);
            default: throw new ArgumentOutOfRangeException(nameof(method), method, "unknown");
        }
    }
}
