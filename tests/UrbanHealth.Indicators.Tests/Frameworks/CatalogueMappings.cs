namespace UrbanHealth.Indicators.Tests.Frameworks;

/// <summary>Lists drift; a mapping says what may be compared between two versions of one, and why not the rest.</summary>
public class CatalogueMappings
{
    private const string Example = """
        {
          "format": "catalogue-mapping/1",
          "from": { "code": "city", "version": "2023" },
          "to": { "code": "city", "version": "2025" },
          "entries": [
            { "from": { "code": "road", "version": "1" }, "to": { "code": "road-density", "version": "1" }, "isComparable": true },
            { "from": { "code": "accidents", "version": "1" }, "to": { "code": "accidents", "version": "2" }, "isComparable": false, "reason": "起数改为死亡率" },
            { "from": { "code": "clinics", "version": "1" }, "isComparable": false, "reason": "取消" },
            { "to": { "code": "toilets" }, "isComparable": false, "reason": "新增" },
          ],
        }
        """;

    private static IndicatorFramework City(string version, params (string Code, string Version)[] indicators) => new(
        new Dimension { Code = "city", Name = "市", Indicators = [.. indicators.Select(i => new Indicator { Code = i.Code, Name = i.Code, Version = i.Version })] }, version: version);

    private static readonly IndicatorFramework
        Old = City("2023", ("road", "1"), ("accidents", "1"), ("clinics", "1")),
        New = City("2025", ("road-density", "1"), ("accidents", "2"), ("toilets", "1"));

    [Fact]
    public void Reads_and_writes_its_file()
    {
        CatalogueMapping mapping = CatalogueMapping.Parse(Example);
        Assert.Equal(new IndicatorVersion("road-density", "1"), Assert.Single(mapping.Comparable).To);
        Assert.Equal(("起数改为死亡率", "accidents@2"), (mapping.FindFrom("accidents")!.Reason, mapping.FindFrom("accidents")!.To!.ToString()));
        Assert.Null(mapping.FindFrom("clinics")!.To);
        Assert.Null(mapping.FindTo("toilets")!.From);
        Assert.Equal("city 2023 → city 2025: 1 of 3 comparable", mapping.ToString());
        Assert.Equal(mapping, CatalogueMapping.Parse(mapping.ToJson()));
        Assert.Equal(mapping.ToJson(), CatalogueMapping.Parse(mapping.ToJson()).ToJson());
        Assert.Empty(mapping.Check(Old, New));
    }

    [Fact]
    public void Reports_every_mistake_of_its_file_at_once()
    {
        CatalogueMappingReading reading = CatalogueMapping.Read("""
            { "format": "mapping", "from": { "code": "city" }, "entries": [
              { "isComparable": true },
              { "from": { "code": "a" }, "isComparable": true },
              { "from": { "code": "b" }, "to": { "code": "b" }, "isComparable": false },
              { "from": { "code": "b" }, "to": { "code": "c" } },
              3 ] }
            """);
        Assert.Null(reading.Mapping);
        Assert.Equal(
            [
                "mapping.unknown-format $.format", "document.missing-property $.to", "mapping.names-no-indicator $.entries[0]", "mapping.comparable-with-nothing $.entries[1]",
                "mapping.no-reason $.entries[2]", "document.missing-property $.entries[3].isComparable", "mapping.no-reason $.entries[3]", "document.wrong-type $.entries[4]", "mapping.duplicate-indicator $.entries[3].from",
            ],
            reading.Report.Select(i => $"{i.Code} {i.Place.Path}"));
        Assert.Throws<InvalidDocumentException>(() => CatalogueMapping.Parse(""));
    }

    [Fact]
    public void Is_held_against_the_two_frameworks()
    {
        ValidationReport report = CatalogueMapping.Parse(Example).Check(City("2023", ("road", "9"), ("accidents", "1"), ("clinics", "1"), ("extra", "1")), City("2026", ("road-density", "1"), ("accidents", "2"), ("toilets", "1")));
        Assert.Equal(["mapping.unknown-indicator road", "mapping.unmapped-indicator extra", "mapping.other-catalogue "], report.Select(i => $"{i.Code} {i.Place.Indicator}"));
    }

    [Fact]
    public void Follows_from_codes_and_definition_versions_where_nobody_wrote_one()
    {
        CatalogueMapping mapping = CatalogueMapping.ByCode(City("2023", ("a", "1"), ("b", "1"), ("c", "1")), City("2025", ("a", "1"), ("b", "2"), ("d", "1")));
        Assert.Equal(["a@1 → a@1 (comparable)"], mapping.Comparable.Select(e => e.ToString()));
        Assert.False(mapping.FindFrom("b")!.IsComparable);
        Assert.Equal((null, null), (mapping.FindFrom("c")!.To, mapping.FindTo("d")!.From));
        Assert.Equal(mapping, CatalogueMapping.Parse(mapping.ToJson()));
    }
}
