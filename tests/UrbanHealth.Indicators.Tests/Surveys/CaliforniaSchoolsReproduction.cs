using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Surveys;

/// <summary>Every estimate and every calibrated weight that R's survey package 4.1-1 gives for the samples of Californian schools.</summary>
public class CaliforniaSchoolsReproduction : IReferenceChecks
{
    private const double Tolerance = 1e-8;

    [ReferenceTheory]
    [InlineData("srs_fpc", 51)]
    [InlineData("strat_fpc", 51)]
    [InlineData("strat_nofpc", 32)]
    [InlineData("clus1_fpc", 51)]
    [InlineData("clus2_fpc", 2)]
    public void Every_estimate_with_its_error_design_effect_and_interval(string design, int rows)
    {
        (string What, double Deviation)[] all = [.. Deviations(design)];
        Assert.Equal(rows, all.Select(d => d.What[..d.What.LastIndexOf(' ')]).Distinct().Count());
        string[] off = [.. all.Where(d => !(d.Deviation <= Tolerance)).Select(d => $"{d.What}: {d.Deviation:E2}")];
        Assert.True(off.Length == 0, string.Join('\n', off));
    }

    [ReferenceTheory]
    [InlineData("srs_fpc")]
    [InlineData("strat_fpc")]
    [InlineData("clus1_fpc")]
    public void Every_calibrated_weight(string design)
    {
        double[] deviations = [.. WeightDeviations(design)];
        Assert.Equal(5 * CaliforniaSchools.Of(design).Design.Count, deviations.Length);
        Assert.True(deviations.Max() <= Tolerance, $"{deviations.Max():E2}");
    }

    [ReferenceFact]
    public void Sums_extremes_and_kishs_design_effect_of_the_weights() => Assert.True(SummaryDeviation() <= Tolerance, $"{SummaryDeviation():E2}");

    /// <summary>With equal design weights R's unweighted sweeps are the design-weighted regression, so the default gives R's errors too.</summary>
    [ReferenceTheory]
    [InlineData("srs_fpc")]
    [InlineData("clus1_fpc")]
    public void The_default_error_of_a_raked_mean_is_that_of_R_where_design_weights_are_equal(string design)
    {
        CaliforniaSchools schools = CaliforniaSchools.Of(design);
        SurveyDesign raked = schools.Design.Raked([(schools.Category("stype"), CaliforniaSchools.Type), (schools.Category("sch.wide"), CaliforniaSchools.SchoolWide)]).Design;
        foreach (string[] row in Reference.Csv("survey_api/golden_estimates.csv").Rows.Where(r => r[0] == design && r[1] == "rake[stype,sch.wide]:svymean"))
            Assert.True(Relative(Reference.Number(row[5]), raked.Mean(schools.Numbers(row[2])).StandardError) <= Tolerance, row[2]);
    }

    IEnumerable<ReferenceCheck> IReferenceChecks.Checks()
    {
        yield return new ReferenceCheck("survey_api/golden_estimates.csv", "SurveyDesign", Tolerance, () => new[] { "srs_fpc", "strat_fpc", "strat_nofpc", "clus1_fpc", "clus2_fpc" }.SelectMany(Deviations).Max(d => d.Deviation))
        {
            Note = "all 187 estimates with error, design effect and interval, relative to the value itself; the error of a raked margin's own total is zero but for R's ten sweeps, and is held relative to the total",
        };
        yield return new ReferenceCheck("survey_api/golden_weights.csv", "SurveyDesign.Calibrated", Tolerance, () => new[] { "srs_fpc", "strat_fpc", "clus1_fpc" }.SelectMany(WeightDeviations).Max())
        {
            Note = "all 2,915 weights, relative to the weight itself",
        };
        yield return new ReferenceCheck("survey_api/golden_weight_summary.csv", "SurveyDesign.KishDesignEffect", Tolerance, SummaryDeviation);
    }

    private static IEnumerable<(string What, double Deviation)> Deviations(string design)
    {
        CaliforniaSchools schools = CaliforniaSchools.Of(design);
        ReferenceTable golden = Reference.Csv("survey_api/golden_estimates.csv");
        foreach (string[] row in golden.Rows.Where(r => r[0] == design))
        {
            SurveyEstimate estimate = schools.Estimate(row[1], row[2], row[3]);
            ConfidenceInterval interval = estimate.Interval();
            string name = string.Join(' ', row.Take(4));
            double value = Reference.Number(row[4]), error = Reference.Number(row[5]);
            yield return ($"{name} estimate", Relative(value, estimate.Value));
            if (row[5].Length > 0) yield return ($"{name} se", error < 1e-5 ? Math.Abs(error - estimate.StandardError) / value : Relative(error, estimate.StandardError));
            if (row[6].Length > 0) yield return ($"{name} deff", Math.Abs(Reference.Number(row[6])) < 1e-12 ? Math.Abs(estimate.DesignEffect) : Relative(Reference.Number(row[6]), estimate.DesignEffect));
            if (row[7].Length > 0) yield return ($"{name} low", Relative(Reference.Number(row[7]), interval.Low));
            if (row[8].Length > 0) yield return ($"{name} high", Relative(Reference.Number(row[8]), interval.High));
        }
    }

    private static IEnumerable<double> WeightDeviations(string design)
    {
        CaliforniaSchools schools = CaliforniaSchools.Of(design);
        ReferenceTable golden = Reference.Csv("survey_api/golden_weights.csv");
        foreach (IGrouping<string, string[]> adjustment in golden.Rows.Where(r => r[0] == schools.File).GroupBy(r => r[1]))
        {
            double[] weights = schools.Adjusted(adjustment.Key).Weights.ToArray();
            foreach (string[] row in adjustment) yield return Relative(Reference.Number(row[5]), weights[int.Parse(row[2]) - 1]);
        }
    }

    private static double SummaryDeviation() => Reference.Csv("survey_api/golden_weight_summary.csv").Rows.Max(row =>
    {
        string[] key = row[0].Split(':');
        SurveyDesign design = CaliforniaSchools.Of(key[0]).Adjusted(key[1]);
        double[] weights = design.Weights.ToArray();
        double[] actual = [weights.Length, design.Population, weights.Min(), weights.Max(), design.KishEffectiveSize, design.KishDesignEffect];
        return actual.Select((a, i) => Relative(Reference.Number(row[i + 1]), a)).Max();
    });

    private static double Relative(double expected, double actual) => expected == actual ? 0 : Math.Abs(actual - expected) / Math.Abs(expected);
}
