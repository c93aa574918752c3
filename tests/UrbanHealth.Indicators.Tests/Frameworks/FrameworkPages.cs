using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Frameworks;

/// <summary>The files that the pages show can be read as they stand.</summary>
public class FrameworkPages
{
    [Fact]
    public void The_example_has_no_finding_and_conforms_to_the_schema()
    {
        string json = File.ReadAllText(Repository.PathOf("docs", "examples", "city.json"));
        Assert.Empty(IndicatorFramework.Read(json).Report);
        JsonNode schema = JsonNode.Parse(File.ReadAllText(Repository.PathOf("docs", "schema", "framework.schema.json")))!;
        Assert.Empty(SchemaCheck.Of(schema, JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })));
    }

    [Fact]
    public void The_mapping_of_the_page_can_be_read()
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "frameworks.md")).ReplaceLineEndings("\n");
        string json = Regex.Match(page, "```json\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        Assert.Equal("jiangcheng 2023 → jiangcheng 2025: 1 of 3 comparable", CatalogueMapping.Parse(json).ToString());
    }
}
