namespace UrbanHealth.Indicators;

/// <summary>An example of each method of the room that has a default, by which absent properties of its JSON are supplied.</summary>
internal static class WeightingDefaults
{
    public static DocumentDefaults All { get; } = new(
    [
        new AhpWeighting { Experts = [] }, AhpRules.Default, new BestWorstWeighting { Judgements = new BestWorstJudgements(0, 1, [1, 2], [2, 1]) }, new CorrelationBalanceWeighting(), new CriticWeighting(), new EntropyWeighting(), new FactorWeighting(), new GameTheoryCombination(),
        new GivenWeighting(), new JointLeastSquaresCombination(), new LinearCombination(), new MaximumDeviationCombination(), new MerecWeighting(), new MinimumRelativeEntropyCombination(), new MultiplicativeCombination(), new PcaWeighting(), new RankWeighting { Ranks = [] },
        new StandardDeviationCorrelationWeighting(), new StandardDeviationWeighting(), new VariationWeighting(),
    ]);
}
