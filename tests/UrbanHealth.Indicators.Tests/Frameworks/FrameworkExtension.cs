namespace UrbanHealth.Indicators.Tests.Frameworks;

/// <summary>Local indicators are added to a national list without touching it.</summary>
public class FrameworkExtension
{
    private static readonly Indicator Tea = new() { Code = "tea", Name = "茶馆密度", Origin = IndicatorOrigin.Local };
    private static readonly IndicatorFramework Weighted = new(new Dimension
    {
        Code = "c",
        Name = "市",
        Dimensions = [new Dimension { Code = "x", Name = "甲", Weight = 0.5, Indicators = [new Indicator { Code = "a", Name = "a", Weight = 0.4 }, new Indicator { Code = "b", Name = "b", Weight = 0.6 }] }, new Dimension { Code = "y", Name = "乙", Weight = 0.5 }],
    });

    [Fact]
    public void Adds_indicators_at_the_end_of_a_dimension_and_leaves_the_national_list_as_it_was()
    {
        IndicatorFramework national = NationalCatalogue.HousingMinistry2023;
        string before = national.ToJson();
        IndicatorFramework city = national.Extend("mohurd-city-ecology", Tea);
        Assert.Equal(before, national.ToJson());
        Assert.Equal((61, 62), (national.Indicators.Count, city.Indicators.Count));
        Assert.Same(Tea, city.FindDimension("mohurd-city-ecology")!.Indicators[^1]);
        Assert.Equal("mohurd-city-ecology", city.ParentOf("tea"));
        Assert.Equal(national.Indicators, city.Indicators.Where(i => i.Origin == IndicatorOrigin.National));
        Assert.Same(national.FindDimension("mohurd-housing"), city.FindDimension("mohurd-housing"));
    }

    [Fact]
    public void Adds_dimensions_and_quantities()
    {
        IndicatorFramework city = NationalCatalogue.EightDimensions
            .Extend("city-health", new Dimension { Code = "local", Name = "特色指标" })
            .WithQuantities(new Quantity { Code = "people", Name = "人口" })
            .Extend("local", Tea with { RollUp = RollUp.WeightedMean("people") });
        Assert.Equal(["生态宜居", "健康舒适", "安全韧性", "交通便捷", "风貌特色", "整洁有序", "多元包容", "创新活力", "特色指标"], city.Root.Dimensions.Select(d => d.Name));
        Assert.Equal(city, IndicatorFramework.Parse(city.ToJson()));
    }

    [Fact]
    public void Refuses_a_code_that_is_taken_or_a_dimension_that_is_not_there()
    {
        Assert.Throws<KeyNotFoundException>(() => NationalCatalogue.EightDimensions.Extend("nowhere", Tea));
        Assert.Equal("framework.duplicate-code", Assert.Throws<InvalidDocumentException>(() => NationalCatalogue.EightDimensions.Extend("ecology", Tea with { Code = "health" })).Report[0].Code);
        Assert.Equal("framework.unknown-quantity", Assert.Throws<InvalidDocumentException>(() => NationalCatalogue.EightDimensions.Extend("ecology", Tea with { RollUp = RollUp.WeightedMean("people") })).Report[0].Code);
    }

    [Fact]
    public void Wants_a_weight_for_a_new_sibling_where_the_others_have_one_and_then_lets_all_be_rewritten()
    {
        Assert.Equal("framework.weights-partly-given", Assert.Throws<InvalidDocumentException>(() => Weighted.Extend("x", Tea)).Report[0].Code);
        IndicatorFramework city = Weighted.Extend("x", Tea with { Weight = 0.2 }).WithWeights(new Dictionary<string, double?> { ["a"] = 0.3, ["b"] = 0.5 });
        Assert.Equal([0.3, 0.5, 0.2], city.Indicators.Select(i => i.Weight));
        Assert.Equal([null, 0.5, 0.5], city.Dimensions.Select(d => d.Weight));
        Assert.Equal([0.4, 0.6], Weighted.Indicators.Select(i => i.Weight));
        Assert.Equal([0.7, 0.3], Weighted.WithWeights(new Dictionary<string, double?> { ["x"] = 0.7, ["y"] = 0.3 }).Root.Dimensions.Select(d => d.Weight));
        Assert.All(Weighted.WithWeights(new Dictionary<string, double?> { ["a"] = null, ["b"] = null }).Indicators, i => Assert.Null(i.Weight));
    }

    [Fact]
    public void Refuses_weights_of_unknown_codes_and_weights_that_make_no_sense()
    {
        Assert.Throws<KeyNotFoundException>(() => Weighted.WithWeights(new Dictionary<string, double?> { ["z"] = 1 }));
        Assert.Throws<InvalidDocumentException>(() => Weighted.WithWeights(new Dictionary<string, double?> { ["a"] = -1 }));
        Assert.Throws<InvalidDocumentException>(() => Weighted.WithWeights(new Dictionary<string, double?> { ["a"] = null }));
    }

    [Fact]
    public void Replaces_an_indicator_in_its_place()
    {
        IndicatorFramework city = Weighted.Replace(Weighted["a"] with { Standards = [Standard.AtLeast(8)] });
        Assert.Equal(["a", "b"], city.Indicators.Select(i => i.Code));
        Assert.Equal(Standard.AtLeast(8), city["a"].Standards[0]);
        Assert.Throws<KeyNotFoundException>(() => Weighted.Replace(Tea));
    }

    [Fact]
    public void Goes_on_under_its_own_name_and_version()
    {
        IndicatorFramework city = NationalCatalogue.HousingMinistry2023.As("yichang", "宜昌市城市体检", "2025", "宜昌市");
        Assert.Equal(("yichang", "宜昌市城市体检", "2025", "宜昌市", 61), (city.Code, city.Name, city.Version, city.Source, city.Indicators.Count));
    }
}
