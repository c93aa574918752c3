namespace UrbanHealth.Indicators;

/// <summary>The national lists of indicators (国家指标体系) that come with the library, each under its own version.</summary>
/// <remarks>
/// Take one, <see cref="IndicatorFramework.Extend(string, Indicator[])"/> it with local indicators, and keep it: the lists of different ministries are never mixed.
/// What in them was cross-checked and what is a reading is said in docs/frameworks.md.
/// </remarks>
public static class NationalCatalogue
{
    private static readonly Lazy<IndicatorFramework> Eight = Load("eight-dimensions.json"), Mohurd2023 = Load("mohurd-2023.json"), Tdt1063 = Load("tdt1063-2021.json");

    /// <summary>The housing ministry's eight dimensions of 2021-2022 (生态宜居, 健康舒适, 安全韧性, 交通便捷, 风貌特色, 整洁有序, 多元包容, 创新活力), without indicators, ready to extend.</summary>
    public static IndicatorFramework EightDimensions => Eight.Value;

    /// <summary>The housing ministry's list of 2023 (住房和城乡建设部, 建科〔2023〕75号): 61 basic indicators of 住房, 小区, 街区 and 城区.</summary>
    public static IndicatorFramework HousingMinistry2023 => Mohurd2023.Value;

    /// <summary>The natural resources ministry's list (自然资源部, TD/T 1063-2021): 33 basic and 89 recommended indicators.</summary>
    public static IndicatorFramework NaturalResourcesMinistry2021 => Tdt1063.Value;

    internal static string Text(string file)
    {
        using Stream stream = typeof(NationalCatalogue).Assembly.GetManifestResourceStream("catalogues/" + file) ?? throw new InvalidOperationException($"The library was built without its catalogue {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static Lazy<IndicatorFramework> Load(string file) => new(() => IndicatorFramework.Parse(Text(file)));
}
