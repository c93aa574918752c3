using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Surveys;

public class SurveyDesignSpecification
{
    private static readonly CategoricalColumn Strata = CategoricalColumn.Of(["A", "A", "B"]);
    private static readonly double[] Ones = [1, 1, 1], Values = [1, 3, 10];

    // stratum A: 2/(2 − 1)·((1 − 2)² + (3 − 2)²) = 4; stratum B has a single respondent of score 10
    [Theory]
    [InlineData(LonelyStratum.Certainty, 4)]
    [InlineData(LonelyStratum.Adjust, 4 + 100)]
    [InlineData(LonelyStratum.Average, 4 + 4)]
    public void A_stratum_of_one_adds_what_its_rule_says(LonelyStratum rule, double variance) =>
        Near.Relative(variance, SurveyDesign.Of(Ones, new SampleColumns { Strata = Strata }, rule).Total(Values).Variance);

    [Fact]
    public void A_stratum_of_one_fails_by_default_and_is_named()
    {
        SurveyDesign design = SurveyDesign.Of(Ones, new SampleColumns { Strata = Strata });
        Assert.Contains("'B'", Assert.Throws<InvalidOperationException>(() => design.Total(Values)).Message);
    }

    [Fact]
    public void A_single_respondent_alone_follows_the_rule_too()
    {
        Near.Relative(49, SurveyDesign.Of([1], null, LonelyStratum.Adjust).Total([7]).Variance);
        Assert.True(double.IsNaN(SurveyDesign.Of([1], null, LonelyStratum.Average).Total([7]).StandardError));
    }

    // one stage, 2 of 4 clusters with totals 3 and 10: (1 − 2/4)·2/1·(3.5² + 3.5²) = 24.5
    [Fact]
    public void Clusters_are_summed_before_they_are_compared() =>
        Near.Relative(24.5, SurveyDesign.Of(Ones, new SampleColumns { Clusters = CategoricalColumn.Of(["a", "a", "b"]), PopulationUnits = [4, 4, 4] }).Total([1, 2, 10]).Variance);

    // second stage: cluster a has 2 of 6 units, scores 1 and 3: (1 − 2/6)·2·(1 + 1) = 8/3, times 2/4; cluster b has 2 of 2 units and adds nothing
    // between: totals 4 and 10, (1 − 2/4)·2·(9 + 9) = 18
    [Fact]
    public void A_second_stage_adds_its_variance_times_the_fraction_of_clusters_drawn() =>
        Near.Relative(18 + 4.0 / 3, SurveyDesign.Of([1, 1, 1, 1], new SampleColumns
        {
            Clusters = CategoricalColumn.Of(["a", "a", "b", "b"]),
            PopulationUnits = [4, 4, 4, 4],
            SecondStageUnits = [6, 6, 2, 2],
        }).Total([1, 3, 4, 6]).Variance);

    [Fact]
    public void Households_are_summed_within_their_community_even_if_their_numbers_repeat()
    {
        // community a: households 1 (1 + 1) and 2 (4) of 4: (1 − 2/4)·2·(1 + 1) = 2; b: households 1 (3) and 2 (5 + 0) of 2; between: 6 and 8 of 4: 0.5·2·(1 + 1) = 2
        SurveyDesign design = SurveyDesign.Of([1, 1, 1, 1, 1, 1], new SampleColumns
        {
            Clusters = CategoricalColumn.Of(["a", "a", "a", "b", "b", "b"]),
            PopulationUnits = [4, 4, 4, 4, 4, 4],
            SecondStage = CategoricalColumn.Of(["1", "1", "2", "1", "2", "2"]),
            SecondStageUnits = [4, 4, 4, 2, 2, 2],
        });
        Near.Relative(2 + 0.5 * 2, design.Total([1, 1, 4, 3, 5, 0]).Variance);
    }

    [Fact]
    public void Equal_weights_and_simple_sampling_have_design_effect_1() => Gen.Double[-5, 5].Array[3, 30].Where(y => y.Max() - y.Min() > 0.1).Sample(y =>
    {
        Near.Relative(1, SurveyDesign.SimpleRandom(y.Length, 1000).Mean(y).DesignEffect);
        Near.Relative(1, SurveyDesign.Of(Enumerable.Repeat(2.5, y.Length).ToArray(), reference: DesignEffectReference.WithReplacement).Mean(y).DesignEffect);
        Near.Relative(1, SurveyDesign.SimpleRandom(y.Length, 1000).KishDesignEffect);
    }, iter: 50);

    [Fact]
    public void Design_effect_without_replacement_is_undefined_for_weights_that_do_not_sum_to_a_larger_population() =>
        Assert.True(double.IsNaN(SurveyDesign.Of(Ones).Mean(Values).DesignEffect));

    [Fact]
    public void Kish_weighs_unequal_weights() // (1 + 1 + 2)²/(1 + 1 + 4) = 16/6
    {
        SurveyDesign design = SurveyDesign.Of([1, 1, 2]);
        Near.Relative(16.0 / 6, design.KishEffectiveSize);
        Near.Relative(3 * 6.0 / 16, design.KishDesignEffect);
    }

    [Fact]
    public void A_missing_value_leaves_its_respondent_out_as_any_other_domain_does()
    {
        SurveyDesign design = SurveyDesign.Of([1, 2, 3, 4], new SampleColumns { Strata = CategoricalColumn.Of(["A", "A", "B", "B"]) });
        SurveyEstimate missing = design.Mean([5, double.NaN, 7, 9]);
        SurveyEstimate domain = design.Mean([5, 100, 7, 9], CategoricalColumn.Of(["in", "out", "in", "in"]))[0];
        Assert.Equal(domain with { Domain = "" }, missing);
        Near.Relative((5 + 21 + 36) / 8.0, missing.Value);
        Assert.Equal(3, missing.Respondents);
    }

    [Fact]
    public void A_domain_nobody_is_in_has_no_estimate()
    {
        SurveyEstimate nobody = SurveyDesign.Of(Ones).Mean(Values, CategoricalColumn.Of(["a", "a", "a"], ["a", "b"]))[1];
        Assert.True(double.IsNaN(nobody.Value) && double.IsNaN(nobody.StandardError) && nobody.Respondents == 0);
        Assert.True(double.IsNaN(nobody.Interval(0.95, IntervalMethod.Wilson).Low));
    }

    // the difference of two independent groups of one stratum is estimated as the domain scores are: against the squared sum of both
    [Fact]
    public void A_difference_knows_the_covariance_of_its_groups()
    {
        double[] y = [1, 2, 4, 8, 3, 5];
        CategoricalColumn clusters = CategoricalColumn.Of(["p", "p", "q", "q", "r", "r"]), group = CategoricalColumn.Of(["a", "b", "a", "b", "a", "b"]);
        SurveyDesign design = SurveyDesign.Of([1, 1, 1, 1, 1, 1], new SampleColumns { Clusters = clusters });
        // means 8/3 and 5; cluster scores ((y_a − 8/3) − (y_b − 5))/3 = (4/3, −5/3, 1/3)/3; variance 3/2·Σ = 1.5·(16 + 25 + 1)/81
        SurveyEstimate difference = design.Difference(y, group, "a", "b");
        Near.Relative(8.0 / 3 - 5, difference.Value);
        Near.Relative(1.5 * 42 / 81, difference.Variance);
        Assert.Equal(2, difference.DegreesOfFreedom); // three clusters that both groups share, not three each
    }

    [Fact]
    public void Estimates_do_not_depend_on_the_order_of_respondents() => Gen.Select(Gen.Double[1, 9].Array[40], Gen.Double[-50, 50].Array[40], Gen.Int[0, 2].Array[40], Gen.Int[0, 9].Array[40], Gen.Shuffle(Enumerable.Range(0, 40).ToArray())).Sample((w, y, s, c, order) =>
    {
        SurveyEstimate Estimate(int[] o)
        {
            CategoricalColumn strata = CategoricalColumn.Of(o.Select(i => "s" + s[i])), clusters = CategoricalColumn.Of(o.Select(i => $"{s[i]}-{c[i]}"));
            SurveyDesign design = SurveyDesign.Of(o.Select(i => w[i]).ToArray(), new SampleColumns { Strata = strata, Clusters = clusters }, LonelyStratum.Adjust);
            CategoricalColumn sex = CategoricalColumn.Of(o.Select(i => i % 3 == 0 ? "m" : "f"));
            return design.PostStratified(sex, PopulationMargin.Of("sex", ("m", 100), ("f", 120))).Design.Mean(o.Select(i => y[i]).ToArray());
        }
        SurveyEstimate a = Estimate([.. Enumerable.Range(0, 40)]), b = Estimate(order);
        Near.Relative(a.Value, b.Value, 1e-12);
        Near.Relative(a.StandardError, b.StandardError, 1e-12);
    }, iter: 30);

    [Theory]
    [InlineData(0.25, 1)]
    [InlineData(0.26, 2)]
    [InlineData(0.5, 2)]
    [InlineData(0.75, 4)]
    [InlineData(0.76, 8)]
    public void A_quantile_is_the_first_value_that_has_the_weight_below_it(double p, double expected) =>
        Assert.Equal(expected, SurveyDesign.Of([1, 1, 1, 1]).Quantile([8, 1, 4, 2], p).Value);

    // share at or below 2 is ½ with se √(4/3·4·(½/4)²) = 0.2887; at 65 % z = 0.9346, so the quantiles at 0.230 and 0.770
    [Fact]
    public void Woodruff_reads_the_quantiles_at_the_ends_of_the_interval_of_the_share()
    {
        ConfidenceInterval i = SurveyDesign.Of([1, 1, 1, 1]).QuantileInterval([8, 1, 4, 2], 0.5, 0.65);
        Assert.Equal((1, 8), (i.Low, i.High));
    }

    [Fact]
    public void Every_mistake_of_the_sample_is_found_at_once_with_its_line()
    {
        ValidationReport report = SurveyDesign.Check([1, 0, -2, double.NaN], new SampleColumns { Strata = CategoricalColumn.Of(["A", null, "B", "B"]) });
        Assert.Equal(["surveys.weight-not-positive", "surveys.weight-not-positive", "surveys.weight-not-positive", "surveys.stratum-missing"], report.Select(i => i.Code));
        Assert.Equal([2, 3, 4, 2], report.Select(i => (int)i.Place.Line!));
        Assert.All(report, i => Assert.True(i.Message.Chinese.Length > 0 && i.Message.English.Length > 0));
        Assert.Throws<InvalidDocumentException>(() => SurveyDesign.Of([1, 0, 1]));
    }

    [Fact]
    public void A_cluster_lies_in_one_stratum_and_a_stratum_has_one_population()
    {
        ValidationReport report = SurveyDesign.Check([1, 1, 1, 1], new SampleColumns
        {
            Strata = CategoricalColumn.Of(["A", "A", "B", "B"]),
            Clusters = CategoricalColumn.Of(["x", "y", "x", "z"]),
            PopulationUnits = [5, 6, 7, 7],
        });
        Assert.Equal(["surveys.cluster-in-two-strata", "surveys.population-not-constant"], report.Select(i => i.Code));
    }

    [Fact]
    public void More_cannot_be_sampled_than_there_is() =>
        Assert.Equal("surveys.sample-exceeds-population", SurveyDesign.Check([1, 1, 1], new SampleColumns { PopulationUnits = [2, 2, 2] }).Single().Code);

    [Fact]
    public void Trimming_keeps_the_sum_and_shares_what_is_cut()
    {
        // 1, 1, 8 held within 4: the other two share 6 in proportion
        Near.Relative([3, 3, 4], SurveyDesign.Of([1, 1, 8]).Trimmed(0, 4).Weights.ToArray());
        Assert.Throws<ArgumentException>(() => SurveyDesign.Of([1, 1, 8]).Trimmed(0, 3));
    }
}
