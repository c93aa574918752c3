using System.Globalization;
using System.Text;

namespace UrbanHealth.Indicators.Tests.Panels;

/// <summary>Everything that goes wrong with a year's files, met at once: each finding has its code, its place and a message in both languages, and what is sound is read.</summary>
public class BadInput
{
    // the parents of 甲 and 乙 run in a circle, and the size of 丁 is none
    private static readonly Area[] Areas =
    [
        new() { Code = "甲", Parent = "乙" }, new() { Code = "乙", Parent = "甲" }, new() { Code = "丙" }, new() { Code = "丁", Size = double.NaN },
    ];

    private static readonly PanelReading Reading = Panel.ReadCsv(new MemoryStream(
    [
        .. Encoding.UTF8.GetBytes(
            "area,year,indicator,value\n" +                      // 1
            "甲,2021,E02,5\n" +                                   // 2 sound
            "甲,2023,X99,5\n" +                                   // 3 unknown indicator
            "戊,2023,E02,5\n" +                                   // 4 unknown area
            "乙,2023,E02,5\n乙,2023,E02,6\n" +                     // 5, 6 contradict each other
            "丙,2023,E02,约十个\n" +                                // 7 not a number
            "丙,2023,S03,1e999\n" +                               // 8 infinite
            "丙,2023,E01,103.5\n" +                               // 9 a rate over 100
            "丁,2023,S03," + new string('9', 10_000_000) + "\n" +  // 10 ten megabytes
            "丁,2023,E02,7\n"),                                   // 11 sound
        0xD2, 0xCB, 0xB2, 0xFD, (byte)',', (byte)'2', (byte)'\n', // 12 GBK
    ]), SmallFramework.Instance, Areas);

    [Fact]
    public void Every_finding_of_a_table_comes_at_once()
    {
        Assert.Equal(
            [
                "3:panel.unknown-indicator", "4:panel.unknown-area", "6:panel.contradicting-observations", "7:panel.not-a-number", "8:panel.infinite-value", "9:panel.impossible-value",
                "10:csv.record-too-long", "12:csv.wrong-encoding", "panel.area-size", "panel.cyclic-parents", "panel.year-missing",
            ],
            Reading.Findings().OrderBy(f => f.Contains(':', StringComparison.Ordinal) ? int.Parse(f.Split(':')[0], CultureInfo.InvariantCulture) : 99).ThenBy(f => f, StringComparer.Ordinal));
        Assert.False(Reading.Report.IsValid);
    }

    [Fact]
    public void What_is_sound_is_read_and_what_is_not_is_missing()
    {
        Assert.Equal((5, 7), (Reading.Panel["甲", 2021, "E02"], Reading.Panel["丁", 2023, "E02"]));
        foreach ((string area, string code) in new[] { ("乙", "E02"), ("丙", "E02"), ("丙", "S03"), ("丙", "E01"), ("丁", "S03") })
            Assert.Equal(ObservationState.Missing, Reading.Panel.State(area, 2023, code));
    }

    [Theory]
    [InlineData("panel.unknown-indicator", 3L, null, null, null)]
    [InlineData("panel.unknown-area", 4L, null, null, null)]
    [InlineData("panel.contradicting-observations", 6L, "乙", 2023, "E02")]
    [InlineData("panel.not-a-number", 7L, "丙", 2023, "E02")]
    [InlineData("panel.infinite-value", 8L, "丙", 2023, "S03")]
    [InlineData("panel.impossible-value", 9L, "丙", 2023, "E01")]
    [InlineData("csv.record-too-long", 10L, null, null, null)]
    [InlineData("csv.wrong-encoding", 12L, null, null, null)]
    public void Each_says_where_it_lies(string code, long line, string? area, int? year, string? indicator)
    {
        Place place = Reading.Single(code).Place;
        Assert.Equal(line, place.Line);
        if (area is not null) Assert.Equal((area, year, indicator), (place.Area, place.Year, place.Indicator));
    }

    [Fact]
    public void Each_is_said_in_Chinese_and_in_English() => Assert.All(Reading.Report, i => AssertBothLanguages(i));

    [Fact]
    public void A_table_without_data_and_an_empty_file_say_so()
    {
        foreach (string text in new[] { "", "area,year,indicator,value\n", "area,year,indicator,value\n甲,2023,E02,\n" })
        {
            PanelReading none = Panel.ReadCsv(text, SmallFramework.Instance);
            Assert.Contains(none.Report, i => i.Code == "panel.no-data" && i.Severity == Severity.Error);
            Assert.All(none.Report, AssertBothLanguages);
        }
        Assert.Contains(Panel.ReadCsv("", SmallFramework.Instance).Report, i => i.Code == "csv.empty");
    }

    [Fact]
    public void Every_finding_of_a_framework_comes_at_once()
    {
        FrameworkReading reading = IndicatorFramework.Read(
            """
            { "code": "C", "name": "城市体检", "dimensions": [
              { "code": "D", "name": "", "indicators": [
                { "code": "a", "name": "a", "weight": 0.5, "possibleMinimum": 10, "possibleMaximum": 1 },
                { "code": "b", "name": "b", "weight": 0.6, "direction": "sideways", "standards": ["1.5~0.7"] },
                { "code": "a", "name": "c", "weight": "x", "benchmark": { "type": "range", "worstLow": 0, "low": 5, "high": 3, "worstHigh": 9 } } ] },
              { "code": "E", "name": "乙", "indicators": [ { "code": "d", "name": "d", "weight": 0.5 }, { "code": "e", "name": "e", "weight": 0.6 } ] } ] }
            """);
        Assert.Null(reading.Framework);
        foreach (string expected in new[]
        {
            "framework.empty-name $.dimensions[0].name", "framework.range-upside-down $.dimensions[0].indicators[0].possibleMinimum", "document.unknown-word $.dimensions[0].indicators[1].direction",
            "framework.duplicate-code $.dimensions[0].indicators[2].code", "document.wrong-type $.dimensions[0].indicators[2].weight",
        })
            Assert.Contains(expected, reading.Report.Select(i => $"{i.Code} {i.Place.Path}"));
        Assert.Contains(reading.Report, i => i.Code == "framework.invalid-benchmark");
        Assert.StartsWith("$.dimensions[1]", Assert.Single(reading.Report, i => i.Code == "framework.weights-do-not-sum-to-one").Place.Path, StringComparison.Ordinal);
        Assert.Contains(reading.Report, i => i.Place.Path?.Contains("standards[0]", StringComparison.Ordinal) == true);
        Assert.All(reading.Report, AssertBothLanguages);
    }

    internal static void AssertBothLanguages(ValidationIssue issue)
    {
        Assert.Contains(issue.Message.Chinese, c => c is >= '一' and <= '鿿');
        Assert.DoesNotContain(issue.Message.English.Replace("GBK", "", StringComparison.Ordinal), c => c is '，' or '。' or '；');
        Assert.NotEmpty(issue.Message.English.Trim());
    }
}
