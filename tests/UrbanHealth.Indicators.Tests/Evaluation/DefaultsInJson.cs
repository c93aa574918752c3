using System.Text.RegularExpressions;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>What a hand-written document leaves out is what the type's documentation says, never 0 or nothing.</summary>
public class DefaultsInJson
{
    private static EvaluationPlan Read(string parts) => EvaluationPlan.Parse($$"""{ "format": "plan/1", "framework": {{Small.Framework.ToJson()}}, {{parts}} }""");

    [Fact]
    public void Of_methods_named_by_their_type_alone()
    {
        Assert.Equal(Normalization.MinMax(), Read("\"normalization\": { \"type\": \"minMax\" }").Normalization);
        Assert.Equal(Normalization.MinMax(high: 10), Read("\"normalization\": { \"type\": \"minMax\", \"high\": 10 }").Normalization);
        Assert.Equal(new ZScoreNormalization(), Read("\"normalization\": { \"type\": \"zScore\" }").Normalization);
        Assert.Equal(Normalization.Goalposts(1, 9), Read("\"normalization\": { \"type\": \"goalposts\", \"worst\": 1, \"best\": 9 }").Normalization);
        Assert.Equal(Normalization.MinMax().After(new LogTransform()), Read("\"normalization\": { \"type\": \"transformed\", \"transform\": { \"type\": \"log\" }, \"then\": { \"type\": \"minMax\" } }").Normalization);
        Assert.Equal(Weighting.Entropy(), Read("\"weighting\": { \"type\": \"entropy\" }").Weighting);
        Assert.Equal(Aggregation.Geometric(), Read("\"aggregation\": { \"type\": \"geometric\" }").Aggregation);
        Assert.Equal(Aggregation.Vikor(), Read("\"aggregation\": { \"type\": \"vikor\" }").Aggregation);
        Assert.Equal(Grading.Fixed(85, 70, 60), Read("\"grading\": { \"type\": \"fixed\", \"cuts\": [85, 70, 60] }").Grading);
        Assert.Equal(Treatment.Winsorize(), Read("\"treatment\": { \"type\": \"winsorize\" }").Treatment);
        Assert.Equal(Imputation.NearestNeighbours(), Read("\"imputation\": { \"type\": \"nearestNeighbours\" }").Imputation);
    }

    [Fact]
    public void Of_a_method_read_alone()
    {
        Assert.Equal(Normalization.MinMax(), Normalization.FromJson("""{ "type": "minMax" }"""));
        Assert.Equal(Treatment.Fence(), Treatment.FromJson("""{ "type": "fence" }"""));
        Assert.Equal(Imputation.Regression(), Imputation.FromJson("""{ "type": "regression" }"""));
    }

    /// <summary>Every example is written in full, and every one of its optional properties taken away alone: what is read back is the example.</summary>
    [Fact]
    public void Of_every_optional_property_of_every_method()
    {
        foreach (object example in EvaluationReading.Defaults.Examples)
        {
            var type = EvaluationJson.Readable.GetTypeInfo(example.GetType());
            if (type is null) continue; // not a part of a plan
            string full = System.Text.Json.JsonSerializer.Serialize(example, type);
            foreach (var property in type.Properties.Where(p => !p.IsRequired))
            {
                var node = System.Text.Json.Nodes.JsonNode.Parse(full)!.AsObject();
                node.Remove(property.Name);
                EvaluationReading.Defaults.Complete(node, type);
                Assert.Equal(full, System.Text.Json.JsonSerializer.Serialize(System.Text.Json.JsonSerializer.Deserialize(node, type), type));
            }
        }
    }

    /// <summary>A type whose source gives a property a value of its own has an example.</summary>
    [Fact]
    public void Of_every_type_that_has_one()
    {
        var examples = EvaluationReading.Defaults.Examples.Select(e => e.GetType().Name).ToHashSet();
        foreach (string room in new[] { "Normalization", "Weighting", "Aggregation", "Panels/Imputation" })
            foreach (string file in Directory.EnumerateFiles(Repository.PathOf([.. $"src/UrbanHealth.Indicators/{room}".Split('/')]), "*.cs"))
            {
                string text = File.ReadAllText(file);
                Match record = Regex.Match(text, "public sealed record (?!Fitted)(\\w+) : (Normalization|Treatment|Transform|Weighting|ObjectiveWeighting|CombinedWeighting|Aggregation|RowAggregation|PositiveMeanAggregation|Grading|\\w*Imputation|BottomLineRule)\\b");
                if (record.Success && Regex.IsMatch(text, "init;.*\\} = |init =>"))
                    Assert.True(examples.Contains(record.Groups[1].Value) || !Regex.IsMatch(Regex.Replace(text, "public required [^;{]*\\{[^}]*\\}[^\\n]*", ""), "init;.*\\} = "), record.Groups[1].Value);
            }
    }
}
