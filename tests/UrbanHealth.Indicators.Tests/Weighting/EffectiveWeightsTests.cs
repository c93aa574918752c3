using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Weights;

public class EffectiveWeightsTests
{
    private static readonly IndicatorFramework Small = new(new Dimension
    {
        Code = "R",
        Name = "根",
        Dimensions = [new Dimension { Code = "D", Name = "维", Indicators = [new Indicator { Code = "a", Name = "甲" }, new Indicator { Code = "b", Name = "乙" }] }],
        Indicators = [new Indicator { Code = "c", Name = "丙" }],
    });

    [Fact]
    public void Are_the_products_up_the_tree()
    {
        IReadOnlyDictionary<string, double> effective = EffectiveWeights.Of(Small, new Dictionary<string, WeightSet> { ["R"] = new([0.6, 0.4], "given"), ["D"] = new([0.25, 0.75], "given") });
        Near.Relative([1, 0.6, 0.15, 0.45, 0.4], [effective["R"], effective["D"], effective["a"], effective["b"], effective["c"]], 1e-15);
    }

    [Fact]
    public void A_parent_without_a_weight_for_each_child_is_refused()
    {
        Assert.Throws<ArgumentException>(() => EffectiveWeights.Of(Small, new Dictionary<string, WeightSet> { ["R"] = new([0.6, 0.4], "given") }));
        Assert.Throws<ArgumentException>(() => EffectiveWeights.Of(Small, new Dictionary<string, WeightSet> { ["R"] = new([1], "given"), ["D"] = new([0.25, 0.75], "given") }));
    }

    [ReferenceFact]
    public void Reproduce_those_of_the_asem_index() => Near.Relative(0, Deviation(), 1e-14);

    internal static double Deviation()
    {
        Dictionary<string, string[]> children = new[] { "Level 1", "Level 2", "Level 3" }.SelectMany(Asem.Groups).ToDictionary(g => g.Parent, g => g.Codes);
        var framework = new IndicatorFramework(Node("Index"));
        ReferenceTable expected = Reference.Csv("coinr_asem/A_effective_weights.csv");
        Dictionary<string, WeightSet> weights = children.ToDictionary(p => p.Key, p => Weighting.Equal().Weigh(Matrix.FromRows(new double[p.Value.Length])));
        IReadOnlyDictionary<string, double> effective = EffectiveWeights.Of(framework, weights);
        return expected.Text("iCode").Zip(expected.Numbers("EffWeight")).Max(p => Near.Deviation(p.Second, effective[p.First]));

        Dimension Node(string code) => new()
        {
            Code = code,
            Name = code,
            Dimensions = [.. children[code].Where(children.ContainsKey).Select(Node)],
            Indicators = [.. children[code].Where(c => !children.ContainsKey(c)).Select(c => new Indicator { Code = c, Name = c })],
        };
    }
}
