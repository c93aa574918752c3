using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>A result as JSON, for systems that store and compare it.</summary>
public class ResultJson
{
    private static readonly EvaluationResult Result = new EvaluationPlan(Small.Framework).Fit(Small.Easy).Evaluate(Small.Panel([0, 10, 5, double.NaN], [10, 0, 5, double.NaN], [0, 100, 50, double.NaN]));

    [Fact]
    public void Holds_every_area_with_its_scores_ranks_and_figures()
    {
        using JsonDocument document = JsonDocument.Parse(Result.ToJson());
        JsonElement[] areas = [.. document.RootElement.GetProperty("areas").EnumerateArray()];
        Assert.Equal("2023", document.RootElement.GetProperty("baseline").GetString());
        Assert.Equal(["x1", "x2", "x3", "x4"], areas.Select(a => a.GetProperty("area").GetString()));
        Assert.Equal([0, 100, 50], areas.Take(3).Select(a => a.GetProperty("score").GetDouble())); // min-max of figures at both ends and in the middle
        Assert.Equal([3, 1, 2], areas.Take(3).Select(a => a.GetProperty("rank").GetDouble()));
        Assert.Equal(["A", "B"], areas[0].GetProperty("dimensions").EnumerateArray().Select(d => d.GetProperty("code").GetString()));
        JsonElement b = areas[0].GetProperty("indicators").EnumerateArray().Single(i => i.GetProperty("code").GetString() == "b");
        Assert.Equal((10, 0, "noStandard"), (b.GetProperty("value").GetDouble(), b.GetProperty("score").GetDouble(), b.GetProperty("judgement").GetString())); // less is better
    }

    [Fact]
    public void What_is_missing_is_null_and_no_number()
    {
        using JsonDocument document = JsonDocument.Parse(Result["x4", 2023].ToJson());
        JsonElement area = document.RootElement;
        Assert.All(["score", "rank", "groupRank", "grade"], name => Assert.Equal(JsonValueKind.Null, area.GetProperty(name).ValueKind));
        Assert.All(area.GetProperty("indicators").EnumerateArray(), i => Assert.Equal((JsonValueKind.Null, "missing"), (i.GetProperty("value").ValueKind, i.GetProperty("state").GetString())));
    }

    [Fact]
    public void The_same_result_gives_the_same_text()
    {
        EvaluationResult again = EvaluationModel.Parse(Result.Model.ToJson()).Evaluate(Result.Panel, threads: 2);
        Assert.Equal(Result.ToJson(), again.ToJson());
    }
}
