using UrbanHealth.Indicators.Numerics;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>What a method learns from counts, extremes and sums it learns from blocks of areas as from all at once, to the last bit; what needs every score at once is refused.</summary>
public class LearningInPartsTests
{
    private static readonly Panel Whole = Small.Panel([0, 10, 5, 8, 3], [10, 0, 5, 2, 7], [0, 100, 50, 30, 10]);

    public static TheoryData<Aggregation> Mergeable => new(
        Aggregation.Arithmetic(), Aggregation.Geometric(), Aggregation.Topsis(), Aggregation.Topsis(TopsisScaling.None), Aggregation.GreyRelation(), new GreyRelationAggregation { Extremes = GreyExtremes.Pairwise },
        Aggregation.MazziottaPareto(), new MazziottaParetoAggregation { Denominator = VarianceDenominator.Sample }, Aggregation.AdjustedMazziottaPareto(), Aggregation.Fuzzy(0, 50, 100));

    [Theory]
    [MemberData(nameof(Mergeable))]
    public void Of_aggregations(Aggregation aggregation) => Same(Plan(aggregation));

    [Fact]
    public void Of_gradings()
    {
        foreach (Grading grading in new[] { Grading.FourBands, Grading.EqualIntervals(), Grading.StandardDeviations() }) Same(new EvaluationPlan(Small.Framework) { Grading = grading });
    }

    public static TheoryData<Aggregation> WholeOnly => new(Aggregation.Vikor(), Aggregation.BenefitOfTheDoubt(), Aggregation.Borda(), Aggregation.Copeland(), Aggregation.RankSumRatio());

    [Theory]
    [MemberData(nameof(WholeOnly))]
    public void Not_of_aggregations_that_look_at_every_area(Aggregation aggregation)
    {
        ValidationReport report = Assert.Throws<InvalidDocumentException>(() => Plan(aggregation).Fit(Whole.Blocks(2))).Report;
        Assert.All(report, i => Assert.Equal("plan.not-in-blocks", i.Code));
        Assert.Contains(report, i => i.Place.Indicator == "A");
        Assert.Contains($"{aggregation.GetType().Name} needs every score at once", Assert.Throws<InvalidOperationException>(() => aggregation.FitByMoments([])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Not_of_gradings_that_look_at_every_score()
    {
        foreach (Grading grading in new[] { Grading.Quantiles(), Grading.NaturalBreaks() })
        {
            EvaluationPlan plan = new(Small.Framework) { Grading = grading };
            Assert.All(Assert.Throws<InvalidDocumentException>(() => plan.Fit(Whole.Blocks(2))).Report, i => Assert.Equal("plan.not-in-blocks", i.Code));
            Assert.Equal(plan.Fit(Whole).ToJson(), plan.Fit(Whole.Blocks(2), wholeColumns: WholeColumnRule.Keep).ToJson());
            Assert.Contains($"{grading.GetType().Name} needs every score at once", Assert.Throws<InvalidOperationException>(() => grading.Fit(new ExactMoments())).Message, StringComparison.Ordinal);
        }
    }

    private static EvaluationPlan Plan(Aggregation aggregation) =>
        new(Small.Framework) { AggregationOf = new Dictionary<string, Aggregation> { ["A"] = aggregation }, Normalization = Normalization.MinMax(1, 100) };

    private static void Same(EvaluationPlan plan) => Assert.Equal(plan.Fit(Whole).ToJson(), plan.Fit(Whole.Blocks(2)).ToJson());
}
