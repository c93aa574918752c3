using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Weights;

public class FactorWeightingTests
{
    [ReferenceFact]
    public void Reproduces_the_rotated_factors_of_the_technology_achievement_index()
    {
        WeightSet weights = Weighting.FactorAnalysis().Weigh(Tai.Raw());
        // R's varimax stops at a relative change of 1e-5, so its angle, and with it a loading, is only good to a few 1e-4
        Near.Relative(Reference.Csv("tai/calc_varimax_FAweights.csv").Numbers("FAweight"), weights.Values, 5e-4);
        Near.Relative([.. Reference.Csv("tai/calc_varimax_expl.csv").Numbers("ExplVar").OrderDescending()], [.. weights.Evidence["explainedByFactor"].OrderDescending()], 2e-3);
        Assert.Equal(4, weights.Evidence["factorsKept"][0]);
    }

    [ReferenceFact]
    public void Reproduces_the_printed_weights_of_the_handbook()
    {
        IReadOnlyList<double> weights = Weighting.FactorAnalysis().Weigh(Tai.Raw()).Values;
        double[] printed = Reference.Csv("tai/hb_table18_FA_weights.csv").Numbers("PC");
        for (int j = 0; j < printed.Length; j++) Near.Absolute(printed[j], weights[j], 0.0055);
    }

    [Fact]
    public void An_indicator_weighs_by_the_factor_it_loads_on_most()
    {
        // two uncorrelated pairs, each perfectly shared by one factor after rotation: r12 = r34 = 0.6, else 0; l² = 0.8 for all
        Matrix pairs = Matrix.FromColumns(
            [2, 2, 1, 1, -1, -1, -2, -2, 2, 2, 1, 1, -1, -1, -2, -2],
            [2, 2, -1, -1, 1, 1, -2, -2, 2, 2, -1, -1, 1, 1, -2, -2],
            [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1],
            [1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1, -1]);
        WeightSet three = (Weighting.FactorAnalysis() with { Retention = ComponentRetention.Count(3) }).Weigh(pairs);
        // factors: the pair (loadings² 0.8, 0.8), and the two single columns (1 and 1)
        Near.Relative([0.8 / 3.6, 0.8 / 3.6, 1 / 3.6, 1 / 3.6], three.Values, 1e-9);
    }
}
