using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Surveys;

/// <summary>Whatever a survey prints or writes, no small combination of attributes stands in it while cells are suppressed.</summary>
public class PrivacySpecification
{
    private static readonly string[] Attributes = ["区域", "学历", "年龄"];

    private static readonly string[][] Respondents =
    [
        .. Enumerable.Range(0, 240).Select(i => new[] { i % 2 == 0 ? "东区" : "西区", i / 2 % 2 == 0 ? "本科" : "高中", i / 4 % 2 == 0 ? "18-59" : "60+" }),
        .. Enumerable.Repeat(new[] { "东区", "博士", "60+" }, 1), // one of a kind
        .. Enumerable.Repeat(new[] { "西区", "博士", "18-59" }, 14),
        .. Enumerable.Repeat(new[] { "南区", "高中", "60+" }, 3),
    ];

    private static SatisfactionSurvey Survey(SuppressionRule rule, int shift = 0)
    {
        var asked = new Questionnaire("s", "满意度", [Question.Likert("q1", "住房", LikertScores.FromZero(5)).For("住房"), Question.MultipleChoice("m", "改善", ("a", "停车"), ("b", "物业")), Question.Rating("n", "推荐").For("住房", "总体")], Attributes.Select(a => (RespondentAttribute)a));
        return SatisfactionSurvey.ReadCsv("respondent,区域,学历,年龄,q1,m,n\n" + string.Join('\n', Respondents.Select((r, i) => $"r{i},{string.Join(',', r)},{1 + (i + shift) % 5},{(i % 3 == 0 ? "a" : "a;b")},{i % 11}")), asked).Survey.With(rule);
    }

    /// <summary>Every combination of two or three attributes that 1 to 9 respondents have, as a table would name it.</summary>
    private static string[] SmallCombinations()
    {
        int[][] sets = [[0, 1], [0, 2], [1, 2], [0, 1, 2]];
        return [.. sets.SelectMany(s => Respondents.GroupBy(r => string.Join(" × ", s.Select(k => r[k]))).Where(g => g.Count() < 10).Select(g => g.Key))];
    }

    private static readonly string[] Crossings = ["区域 × 学历", "区域 × 年龄", "学历 × 年龄", "区域 × 学历 × 年龄"];

    private static string Published(SuppressionRule rule)
    {
        SatisfactionSurvey survey = Survey(rule), before = Survey(rule, 2);
        var text = new List<string> { survey.ToString(), survey.Design.ToString(), survey.Questionnaire.ToString(), survey.Quality().ToString(), survey.Quality().ToString(Language.Chinese) };
        foreach (string by in (string[])["", .. Attributes, .. Crossings])
        {
            foreach (SatisfactionSubject of in Enum.GetValues<SatisfactionSubject>())
            {
                SatisfactionTable table = survey.Satisfaction(by, of);
                text.AddRange([table.ToString(), table.ToJson(), ReportTable.Of(table).ToHtml(), .. table.Select(r => r.ToString())]);
                DifferenceTable changes = survey.ChangesSince(before, by, of);
                text.AddRange([changes.ToString(), changes.ToJson(), .. changes.Hidden]);
                if (by.Length == 0) continue;
                DifferenceTable differences = survey.Differences(by, of: of);
                text.AddRange([differences.ToString(), differences.ToJson(), .. differences.Hidden]);
            }
        }
        RepresentativenessTable sample = survey.RepresentativenessOf([PopulationMargin.Of("区域", ("东区", 5), ("西区", 5), ("南区", 1))]);
        text.AddRange([sample.ToString(), sample.ToJson()]);
        foreach (Question q in survey.Questionnaire.Questions) text.AddRange((survey.Distribution(q.Code) ?? []).Select(e => e.ToString()));
        return string.Join('\n', text);
    }

    [Fact]
    public void No_small_combination_of_attributes_is_named_in_anything_published()
    {
        string[] small = SmallCombinations();
        Assert.Equal(["东区 × 博士", "南区 × 高中", "南区 × 60+", "博士 × 60+", "东区 × 博士 × 60+", "南区 × 高中 × 60+"], small);
        string published = Published(SuppressionRule.Default), open = Published(SuppressionRule.None);
        Assert.All(small, s => Assert.DoesNotContain(s, published, StringComparison.Ordinal));
        Assert.All(small, s => Assert.Contains(s, open, StringComparison.Ordinal)); // what would stand there without the rule
        for (int i = 0; i < Respondents.Length; i++) Assert.DoesNotContain($"r{i},", published, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_out_is_counted()
    {
        SatisfactionTable table = Survey(SuppressionRule.Default).Satisfaction("区域 × 学历", SatisfactionSubject.Overall);
        Assert.Equal(2, table.HiddenCells); // 东区 × 博士 and 南区 × 高中
        Assert.Contains("2 个交叉单元样本不足，未列出 (2 crossed cells too small to publish)", table.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, JsonDocument.Parse(table.ToJson()).RootElement.GetProperty("hiddenCells").GetInt32());
        Assert.Equal("2 个交叉单元样本不足", ReportTable.Of(table).Rows[^1][1]);
        Assert.Throws<KeyNotFoundException>(() => table["", "东区 × 博士"]);
        SatisfactionTable byArea = Survey(SuppressionRule.Default).Satisfaction("区域", SatisfactionSubject.Overall); // a single attribute keeps its row
        Assert.Equal((0, true, true), (byArea.HiddenCells, byArea["", "南区"].IsSuppressed, byArea.Any(r => r.Domain == "东区")));
    }

    [Fact]
    public void Results_are_written_as_JSON_with_hidden_cells_empty()
    {
        SatisfactionSurvey survey = Survey(SuppressionRule.Default);
        SatisfactionTable table = survey.Satisfaction("区域", SatisfactionSubject.Overall);
        JsonElement[] rows = [.. JsonDocument.Parse(table.ToJson()).RootElement.GetProperty("rows").EnumerateArray()];
        Assert.Equal(table.Count, rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            Assert.Equal(table[i].Domain, rows[i].GetProperty("group").GetString());
            Assert.Equal(table[i].IsSuppressed, rows[i].GetProperty("suppressed").GetBoolean());
            if (table[i].Mean is not { } mean) { Assert.Equal(JsonValueKind.Null, rows[i].GetProperty("mean").ValueKind); continue; }
            Assert.Equal((mean.Value, mean.StandardError, mean.Interval().Low), (rows[i].GetProperty("mean").GetProperty("value").GetDouble(), rows[i].GetProperty("mean").GetProperty("standardError").GetDouble(), rows[i].GetProperty("mean").GetProperty("interval").GetProperty("low").GetDouble()));
        }
        DifferenceTable differences = survey.Differences("学历");
        JsonElement first = JsonDocument.Parse(differences.ToJson()).RootElement.GetProperty("rows")[0];
        Assert.Equal((differences[0].PValue, differences[0].AdjustedPValue), (first.GetProperty("pValue").GetDouble(), first.GetProperty("adjustedPValue").GetDouble()));
        Assert.Equal(258, JsonDocument.Parse(survey.Representativeness.ToJson()).RootElement.GetProperty("respondents").GetInt32());
    }
}
