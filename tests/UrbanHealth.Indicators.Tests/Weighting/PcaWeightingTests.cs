using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Weights;

public class PcaWeightingTests
{
    /// <summary>r = 0.6 between the first two, 0 with the third: eigenvalues 1.6, 1, 0.4; vectors (1, 1, 0)/√2, (0, 0, 1), (1, −1, 0)/√2.</summary>
    private static readonly Matrix Known = Matrix.FromColumns([2, 2, 1, 1, -1, -1, -2, -2], [2, 2, -1, -1, 1, 1, -2, -2], [1, -1, 1, -1, 1, -1, 1, -1]);

    [ReferenceFact]
    public void First_component_is_that_of_the_asem_pillars_up_to_sign()
    {
        Assert.All(Asem.Groups("Level 1"), group =>
        {
            double[] expected = [.. group.Codes.Select(c => Asem.Pca[c])];
            double[] found = [.. Weighting.PrincipalComponents(PcaWeights.FirstComponent).Weigh(Asem.Normalised(group.Codes)).Values];
            double sign = expected.Sum() < 0 ? -1 : 1;
            Near.Relative([.. expected.Select(e => sign * e)], found, 1e-10, group.Parent);
        });
    }

    [Fact]
    public void Each_rule_by_hand()
    {
        Near.Relative([0.5, 0.5, 0], Weigh(PcaWeights.FirstComponentSquared), 1e-13);
        Near.Relative([1 / Math.Sqrt(2), 1 / Math.Sqrt(2), 0], Weigh(PcaWeights.FirstComponent), 1e-13);
        // two kept: (1.6·½, 1.6·½, 1) over 2.6
        Near.Relative([0.8 / 2.6, 0.8 / 2.6, 1 / 2.6], Weigh(PcaWeights.VarianceWeighted, ComponentRetention.Count(2)), 1e-13);
        double a = 1.6 / Math.Sqrt(2);
        Near.Relative([a / (2 * a + 1), a / (2 * a + 1), 1 / (2 * a + 1)], Weigh(PcaWeights.VarianceWeightedAbsolute, ComponentRetention.Count(2)), 1e-13);
        // all kept: every column is explained in full, so all weigh the same
        Near.Relative([1.0 / 3, 1.0 / 3, 1.0 / 3], Weigh(PcaWeights.VarianceWeighted, ComponentRetention.Count(3)), 1e-13);
    }

    [Fact]
    public void Components_are_kept_by_the_named_rule()
    {
        Assert.Equal(1, Kept(ComponentRetention.Share(0.4)));
        Assert.Equal(2, Kept(ComponentRetention.Share(0.3)));
        Assert.Equal(3, Kept(ComponentRetention.Share()));
        Assert.Equal(2, Kept(ComponentRetention.Cumulative(0.85))); // 53 %, 87 %
        Assert.Equal(3, Kept(ComponentRetention.Cumulative(0.9)));
        Assert.Throws<ArgumentException>(() => Kept(ComponentRetention.Count(4)));
        Assert.Throws<ArgumentException>(() => Kept(ComponentRetention.Count(0)));
        static double Kept(ComponentRetention r) => Weighting.PrincipalComponents(retention: r).Weigh(Known).Evidence["componentsKept"][0];
    }

    [ReferenceFact]
    public void Kaiser_keeps_two_components_of_the_technology_achievement_index() // 3.35, 1.75, 0.98 …
    {
        WeightSet weights = Weighting.PrincipalComponents().Weigh(Tai.Raw());
        Assert.Equal(2, weights.Evidence["componentsKept"][0]);
        Near.Relative(Reference.Csv("tai/calc_eigen.csv").Numbers("Eigenvalue"), weights.Evidence["eigenvalues"], 1e-10);
        ReferenceTable loadings = Reference.Csv("tai/calc_loadings_unrotated.csv");
        double[] communality = [.. loadings.Numbers("PC1").Zip(loadings.Numbers("PC2"), (a, b) => a * a + b * b)];
        Near.Relative([.. communality.Select(c => c / communality.Sum())], weights.Values, 1e-10);
    }

    private static IReadOnlyList<double> Weigh(PcaWeights rule, ComponentRetention retention = default) => Weighting.PrincipalComponents(rule, retention).Weigh(Known).Values;
}
