namespace UrbanHealth.Indicators.Tests.Frameworks;

/// <summary>The shipped national lists, held against what is published of them: their numbers, dimensions and names.</summary>
public class NationalCatalogues
{
    public static TheoryData<string> Files => ["eight-dimensions.json", "mohurd-2023.json", "tdt1063-2021.json"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Are_files_as_the_library_writes_them(string file)
    {
        string text = NationalCatalogue.Text(file);
        Assert.Equal(text, IndicatorFramework.Parse(text).ToJson());
    }

    [Fact]
    public void Housing_ministry_2023_has_61_indicators_at_four_levels()
    {
        IndicatorFramework f = NationalCatalogue.HousingMinistry2023;
        Assert.Equal(("mohurd", "2023"), (f.Code, f.Version));
        Assert.Equal([("住房", 10), ("小区（社区）", 12), ("街区", 8), ("城区（城市）", 31)], f.Root.Dimensions.Select(d => (d.Name, d.Dimensions.Sum(x => x.Indicators.Count))));
        Assert.Equal(["生态宜居", "历史文化保护利用", "产城融合职住平衡", "安全韧性", "智慧高效"], f.FindDimension("mohurd-city")!.Dimensions.Select(d => d.Name));
        Assert.Equal(["存在结构安全隐患的住宅数量", "城市运行管理服务平台覆盖率"], [f.Indicators[0].Name, f.Indicators[^1].Name]);
        Assert.Equal(35, f.Indicators.Count(i => i.Measurement == MeasurementKind.ProblemCount));
        Assert.All(f.Indicators, i => Assert.NotNull(i.EnglishName));
        Assert.Empty(IndicatorFramework.Read(f.ToJson()).Report);
    }

    [Fact]
    public void Its_standards_are_the_twelve_that_a_published_report_prints_with_their_classes_of_city()
    {
        IndicatorFramework f = NationalCatalogue.HousingMinistry2023;
        Assert.Equal(12, f.Indicators.Count(i => i.Standards.Count + i.Components.Sum(c => c.Standards.Count) > 0));
        Assert.All(f.Indicators.SelectMany(i => i.Standards.Concat(i.Components.SelectMany(c => c.Standards))), s => Assert.NotNull(s.Document));
        Indicator pipes = f.Indicators.Single(i => i.Name == "市政管网管线智能化监测管理率");
        Assert.Equal((30, 15), (Standard.Choose(pipes.Standards, "省会城市", 2023)!.Value, Standard.Choose(pipes.Standards, "地级市", 2023)!.Value));
        Assert.Equal(">20", Standard.Choose(f.Indicators.Single(i => i.Name == "轨道站点周边覆盖通勤比例").Standards, "省会城市、特大城市", 2023)!.ToString());
        Assert.Equal(["≥30", "≥20"], f.Indicators.Single(i => i.Measurement == MeasurementKind.Compound).Components.Select(c => c.Standards[0].ToString()));
    }

    [Fact]
    public void Natural_resources_ministry_2021_has_33_basic_and_89_recommended_indicators_in_six_dimensions()
    {
        IndicatorFramework f = NationalCatalogue.NaturalResourcesMinistry2021;
        Assert.Equal(("tdt1063", "TD/T 1063-2021"), (f.Code, f.Version));
        Assert.Equal([("安全", 27), ("创新", 16), ("协调", 18), ("绿色", 17), ("开放", 15), ("共享", 29)], f.Root.Dimensions.Select(d => (d.Name, d.Dimensions.Sum(x => x.Indicators.Count))));
        Assert.Equal((33, 89), (f.Indicators.Count(i => i.Definition!.StartsWith("基本指标", StringComparison.Ordinal)), f.Indicators.Count(i => i.Definition!.StartsWith("推荐指标", StringComparison.Ordinal))));
    }

    /// <summary>Nine indicators have a target that each city's plan sets and eight a range; the list cannot know them, and says so.</summary>
    [Fact]
    public void Its_seventeen_targets_and_ranges_wait_for_the_citys_own_figures()
    {
        ValidationReport report = IndicatorFramework.Read(NationalCatalogue.NaturalResourcesMinistry2021.ToJson()).Report;
        Assert.Equal(17, report.Count);
        Assert.All(report, i => Assert.Equal("framework.direction-without-benchmark", i.Code));
    }

    [Fact]
    public void Lists_of_different_ministries_share_no_code() => Assert.Empty(
        NationalCatalogue.HousingMinistry2023.Indicators.Select(i => i.Code).Intersect(NationalCatalogue.NaturalResourcesMinistry2021.Indicators.Select(i => i.Code)));
}
