using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Surveys;

public class ReplicationSpecification
{
    // for a statistic that is linear in the clusters the jackknife is the variance formula itself, so R's linearised errors hold
    [ReferenceTheory]
    [InlineData("srs_fpc")]
    [InlineData("strat_fpc")]
    [InlineData("strat_nofpc")]
    [InlineData("clus1_fpc")]
    public void Jackknife_of_a_total_is_the_linearised_error(string name)
    {
        CaliforniaSchools schools = CaliforniaSchools.Of(name);
        double golden = Reference.Number(Reference.Csv("survey_api/golden_estimates.csv").Rows.Single(r => r[0] == name && r[1] == "svytotal")[5]);
        SurveyEstimate total = schools.Design.Replicated(ReplicationMethod.Jackknife).Total(schools.Numbers("enroll"));
        Assert.True(Math.Abs(total.StandardError / golden - 1) < 1e-9, $"{total.StandardError} {golden}");
    }

    [ReferenceFact]
    public void Jackknife_of_a_raked_mean_agrees_with_the_linearised_error_to_a_few_percent()
    {
        CaliforniaSchools schools = CaliforniaSchools.Of("srs_fpc");
        SurveyDesign raked = schools.Adjusted("rake");
        double[] y = schools.Numbers("api00");
        SurveyReplicates replicates = raked.Replicated(ReplicationMethod.Jackknife);
        Assert.Equal(200, replicates.Count);
        Assert.InRange(replicates.Mean(y).StandardError / raked.Mean(y).StandardError, 0.97, 1.05);
    }

    [ReferenceTheory]
    [InlineData("strat_fpc")]
    [InlineData("clus1_fpc")]
    public void Bootstrap_agrees_with_the_linearised_error_within_its_own_noise(string name) // relative noise 1/√(2·800) = 2.5 %, and few clusters
    {
        CaliforniaSchools schools = CaliforniaSchools.Of(name);
        double[] y = schools.Numbers("api00");
        SurveyEstimate bootstrap = schools.Design.Replicated(ReplicationMethod.Bootstrap, 800, 7).Mean(y), linear = schools.Design.Mean(y);
        Assert.Equal(linear.Value, bootstrap.Value);
        Assert.InRange(bootstrap.StandardError / linear.StandardError, 0.9, 1.1);
    }

    [Fact]
    public void Bootstrap_knows_that_most_of_the_population_was_asked() // 40 of 50: the error is √0.2 of that without the correction
    {
        double[] y = [.. Enumerable.Range(0, 40).Select(i => (double)(i * i % 17))];
        SurveyDesign design = SurveyDesign.SimpleRandom(40, 50);
        Assert.InRange(design.Replicated(ReplicationMethod.Bootstrap, 1000).Mean(y).StandardError / design.Mean(y).StandardError, 0.9, 1.1);
    }

    [Fact]
    public void A_seed_gives_the_same_bits_and_another_seed_others()
    {
        double[] y = [3, 1, 4, 1, 5, 9, 2, 6];
        SurveyDesign design = SurveyDesign.SimpleRandom(8, 100);
        double Error(long seed) => design.Replicated(ReplicationMethod.Bootstrap, 200, seed).Mean(y).StandardError;
        Assert.Equal(Error(1), Error(1));
        Assert.NotEqual(Error(1), Error(2));
    }

    [Fact]
    public void Any_statistic_of_weights_has_an_error() // twice the mean of 1, 2, 3: jackknife variance 4·s²/n = 4·1/3
    {
        double[] y = [1, 2, 3];
        SurveyEstimate twice = SurveyDesign.Of([1, 1, 1]).Replicated(ReplicationMethod.Jackknife).Estimate(w =>
        {
            double sum = 0, total = 0;
            for (int i = 0; i < y.Length; i++) (sum, total) = (sum + w[i] * y[i], total + w[i]);
            return 2 * sum / total;
        });
        Near.Relative(4, twice.Value);
        Near.Relative(4.0 / 3, twice.Variance);
    }

    [Fact]
    public void Replicates_of_a_calibrated_design_meet_the_margins_again()
    {
        CategoricalColumn sex = CategoricalColumn.Of(["f", "f", "f", "m", "m"]);
        SurveyDesign design = SurveyDesign.Of([1, 1, 1, 1, 1]).PostStratified(sex, PopulationMargin.Of("sex", ("f", 60), ("m", 40))).Design;
        var weights = new double[5];
        design.Replicated(ReplicationMethod.Jackknife).Fill(3, weights);
        Near.Relative([20, 20, 20, 0, 40], weights);
    }

    [Fact]
    public void A_replicate_that_empties_a_cell_says_so()
    {
        CategoricalColumn sex = CategoricalColumn.Of(["f", "f", "m"]);
        SurveyDesign design = SurveyDesign.Of([1, 1, 1]).PostStratified(sex, PopulationMargin.Of("sex", ("f", 60), ("m", 40))).Design;
        Assert.Contains("merge small cells", Assert.Throws<InvalidOperationException>(() => design.Replicated(ReplicationMethod.Jackknife).Mean(new double[] { 1, 2, 3 })).Message);
    }
}
