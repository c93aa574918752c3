namespace UrbanHealth.Indicators;

/// <summary>An example of each method of the room that has a default, by which absent properties of its JSON are supplied.</summary>
internal static class AggregationDefaults
{
    public static DocumentDefaults All { get; } = new(
    [
        new BenefitOfTheDoubtAggregation(), new BordaAggregation(), new ChoquetAggregation(), new FuzzyAggregation { TypicalScores = [0, 100] }, new GeometricAggregation(), new GreyRelationAggregation(), new HarmonicAggregation(), new ImbalancePenaltyAggregation(),
        new MazziottaParetoAggregation(), new OwaAggregation(), new PowerMeanAggregation(), new Quantifier(), new RankSumRatioAggregation(), new TopsisAggregation(), new VikorAggregation(), new VetoRule(),
        new EqualIntervalGrading(), new FixedGrading { Cuts = [] }, new NaturalBreaksGrading(), new QuantileGrading(), new StandardDeviationGrading(),
    ]);
}
