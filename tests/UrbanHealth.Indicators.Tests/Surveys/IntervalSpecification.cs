using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Surveys;

public class IntervalSpecification : IReferenceChecks
{
    [ReferenceFact]
    public void Wilson_with_and_without_continuity_as_Newcombe_published() => Assert.True(WilsonDeviation() <= 1e-12, $"{WilsonDeviation():E2}");

    [Fact]
    public void Wilson_is_exactly_0_and_1_where_none_and_all_succeed()
    {
        Assert.Equal(0, ProportionInterval.Wilson(0, 20).Low);
        Assert.Equal(1, ProportionInterval.Wilson(29, 29).High);
    }

    // closed forms: none of n leaves 1 − α/2 = (1 − p)^n, all of n leaves p^n = α/2
    [Fact]
    public void Clopper_Pearson_has_closed_forms_at_its_ends()
    {
        Near.Relative(1 - Math.Pow(0.025, 1 / 20.0), ProportionInterval.ClopperPearson(0, 20).High, 1e-12);
        Near.Relative(Math.Pow(0.025, 1 / 20.0), ProportionInterval.ClopperPearson(20, 20).Low, 1e-12);
        Assert.Equal((0, 1), (ProportionInterval.ClopperPearson(0, 20).Low, ProportionInterval.ClopperPearson(20, 20).High));
    }

    [Fact]
    public void Clopper_Pearson_leaves_half_the_rest_on_either_side() // P(X ≥ 3 | low) = P(X ≤ 3 | high) = 0.05 for 3 of 10
    {
        ConfidenceInterval i = ProportionInterval.ClopperPearson(3, 10, 0.9);
        Near.Relative(0.05, Enumerable.Range(3, 8).Sum(k => Binomial(10, k, i.Low)), 1e-11);
        Near.Relative(0.05, Enumerable.Range(0, 4).Sum(k => Binomial(10, k, i.High)), 1e-11);

        static double Binomial(int n, int k, double p) => Enumerable.Range(1, k).Aggregate(1.0, (c, j) => c * (n - j + 1) / j) * Math.Pow(p, k) * Math.Pow(1 - p, n - k);
    }

    [Fact]
    public void Student_t_widens_the_interval_by_the_degrees_of_freedom() // t(0.975; 4) = 2.776445105197793 (any table)
    {
        ConfidenceInterval i = SurveyDesign.Of([1, 1, 1, 1, 1]).Mean([1, 2, 3, 4, 5]).Interval(0.95, IntervalMethod.StudentT);
        Near.Relative(3 + 2.776445105197793 * Math.Sqrt(0.5), i.High, 1e-12);
    }

    [Fact]
    public void Intervals_for_shares_stay_within_0_and_1()
    {
        SurveyEstimate share = SurveyDesign.Of([1, 1, 1, 1, 1, 1, 1, 1, 1, 9]).Mean([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
        foreach (IntervalMethod method in new[] { IntervalMethod.Wilson, IntervalMethod.Logit, IntervalMethod.KornGraubard })
        {
            ConfidenceInterval i = share.Interval(0.95, method);
            Assert.True(0 <= i.Low && i.Low < share.Value && share.Value < i.High && i.High <= 1, $"{method} {i}");
        }
    }

    [Fact]
    public void Wilson_of_a_simple_random_sample_is_nearly_that_of_its_count() // with replacement p(1 − p)/se² is n − 1
    {
        double[] y = [.. Enumerable.Range(0, 101).Select(i => i < 20 ? 1.0 : 0)];
        ConfidenceInterval expected = ProportionInterval.Wilson(20 / 101.0 * 100, 100), actual = SurveyDesign.Of(Enumerable.Repeat(1.0, 101).ToArray()).Mean(y).Interval(0.95, IntervalMethod.Wilson);
        Near.Relative([expected.Low, expected.High], [actual.Low, actual.High]);
    }

    // four clusters of five with 1, 2, 3, 4 successes: p = ½, variance 4/3·Σ((k − 2.5)/20)² = 1/60, effective n = 15, 3 degrees of freedom
    // t(0.975; 3) = 3.182446305284263, t(0.975; 19) = 2.093024054408263 (any table)
    [Fact]
    public void Intervals_for_shares_of_clusters_take_the_effective_sample_size_and_the_degrees_of_freedom()
    {
        double[] y = [.. Enumerable.Range(1, 4).SelectMany(k => Enumerable.Range(0, 5).Select(i => i < k ? 1.0 : 0))];
        SurveyEstimate share = SurveyDesign.Of(Enumerable.Repeat(1.0, 20).ToArray(), new SampleColumns { Clusters = CategoricalColumn.Of(Enumerable.Range(0, 20).Select(i => "c" + i / 5)) }).Mean(y);
        Near.Relative(1 / 60.0, share.Variance);
        Assert.Equal(3, share.DegreesOfFreedom);
        ConfidenceInterval wilson = share.Interval(0.95, IntervalMethod.Wilson), logit = share.Interval(0.95, IntervalMethod.Logit), exact = share.Interval(0.95, IntervalMethod.KornGraubard);
        Near.Relative(ProportionInterval.Wilson(7.5, 15).Low, wilson.Low);
        Near.Relative(1 / (1 + Math.Exp(3.182446305284263 * Math.Sqrt(1 / 60.0) / 0.25)), logit.Low, 1e-9);
        Near.Relative(1, logit.Low + logit.High);
        double m = 15 * Math.Pow(2.093024054408263 / 3.182446305284263, 2);
        Near.Relative(ProportionInterval.ClopperPearson(m / 2, m).Low, exact.Low, 1e-9);
    }

    [Fact]
    public void Logit_of_a_count() // 20 of 100: ln(1/4) ± 1.96·√(1/20 + 1/80)
    {
        double reach = 1.959963984540054 * 0.25;
        Near.Relative(1 / (1 + 4 * Math.Exp(reach)), ProportionInterval.Logit(20, 100).Low);
        Assert.True(double.IsNaN(ProportionInterval.Logit(0, 9).Low));
    }

    [Fact]
    public void A_method_for_shares_refuses_other_values() =>
        Assert.Throws<InvalidOperationException>(() => SurveyDesign.Of([1, 1]).Mean([50, 75]).Interval(method: IntervalMethod.Wilson));

    IEnumerable<ReferenceCheck> IReferenceChecks.Checks()
    {
        yield return new ReferenceCheck("mcda/more/wilson.json", "ProportionInterval.Wilson", 1e-12, WilsonDeviation);
    }

    private static double WilsonDeviation()
    {
        JsonElement file = Reference.Json("mcda/more/wilson.json");
        double worst = 0;
        foreach (JsonElement pair in file.GetProperty("inputs").GetProperty("k_n").EnumerateArray())
        {
            double k = pair[0].GetDouble(), n = pair[1].GetDouble();
            JsonElement expected = file.GetProperty("expected").GetProperty($"{k}/{n}");
            foreach ((string name, bool continuity) in new[] { ("wilson", false), ("wilson_continuity", true) })
            {
                ConfidenceInterval actual = ProportionInterval.Wilson(k, n, 0.95, continuity);
                worst = Math.Max(worst, Math.Max(Near.Deviation(expected.GetProperty(name)[0].GetDouble(), actual.Low), Near.Deviation(expected.GetProperty(name)[1].GetDouble(), actual.High)));
            }
        }
        return worst;
    }
}
