using System.Globalization;
using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Trends;

public class FiveYearReviewTests
{
    private static readonly IndicatorFramework Framework = new(new Dimension
    {
        Code = "all",
        Name = "综合",
        Indicators =
        [
            new Indicator { Code = "green", Name = "绿化覆盖率", Unit = "%" },
            new Indicator { Code = "vacant", Name = "空置率", Unit = "%", Direction = Direction.LowerIsBetter },
        ],
    });

    private static readonly Panel Figures = Read(Series("甲", "green", 2019, 30, 32, 33, 36, 38), Series("甲", "vacant", 2019, 6, 8, 12, 20, 29), Series("乙", "green", 2019, 20, double.NaN, 22, 22, 22), Series("乙", "vacant", 2019, 9, 9, 9, 9, 9));

    [Fact]
    public void Says_what_improved_worsened_and_is_short_with_the_evidence()
    {
        IndicatorTarget[] targets = [new() { Code = "green", BaselineYear = 2018, Baseline = 28, TargetYear = 2023, Target = 38 }, new() { Code = "vacant", BaselineYear = 2019, TargetYear = 2025, Target = 5 }];
        AreaReview area = FiveYearReview.Of(Figures, targets, 2019..2023)["甲"];
        Assert.Equal(["green"], area.Improved.Select(i => i.Indicator.Code));
        Assert.Equal(["vacant"], area.Worsened.Select(i => i.Indicator.Code)); // the number rises
        Assert.Equal(["vacant"], area.Short.Select(i => i.Indicator.Code));
        Assert.Equal(0.5, area.Attainment);
        Assert.Equal(TargetStatus.Attained, area["green"].Target!.Status);
        Assert.Equal(TargetStatus.MovingAway, area["vacant"].Target!.Status);
        Assert.Equal(6, area["vacant"].Target!.Baseline); // the panel's own figure of 2019
        SeriesTrend green = area["green"].Trend;
        Assert.Equal((5, 2019, 2023, 30.0, 38.0), (green.Count, green.FirstYear, green.LastYear, green.First, green.Last));
        Assert.Equal(2, green.MeanAnnualChange);
        Assert.Equal(10, green.S);
        Assert.Equal(2 / 120.0, green.PValue, 1e-15);
        Assert.True(area["green"].IsSignificant());
        Assert.Equal(2, green.SenSlope); // slopes 1, 1.5, 2, 2, 2, 2, 2, 2.5, 2.5, 3
        Assert.Equal((1.0, 3.0), (green.SenLower, green.SenUpper));
        Assert.Equal(TrendPhase.Accelerating, area["vacant"].Trend.Phase); // 3 a year, then 8.5
    }

    [Fact]
    public void A_missing_year_in_the_middle_and_only_ties()
    {
        AreaReview area = FiveYearReview.Of(Figures, null, 2019..2023)["乙"];
        SeriesTrend green = area["green"].Trend;
        Assert.Equal(4, green.Count);
        Assert.Equal(0.5, green.MeanAnnualChange);
        Assert.Equal(3, green.S); // 20 below three times 22
        Assert.Equal(0.5, green.PValue, 1e-15); // of the 4 places of the 20, first and last are as far out
        SeriesTrend still = area["vacant"].Trend;
        Assert.Equal((0, 1.0, 0.0, TrendPhase.Flat), (still.S, still.PValue, still.SenSlope, still.Phase));
        Assert.True(double.IsNaN(still.Spearman));
        Assert.Equal(ChangeLabel.Unchanged, area["vacant"].Label);
        Assert.True(double.IsNaN(area.Attainment));
    }

    [Fact]
    public void A_break_is_shown_and_the_rule_says_what_it_does()
    {
        Panel panel = Read(
            Series("甲", "green", 2019, 10, 12), [.. Series("甲", "green", 2021, 50, 52, 54).Select(o => o with { Scope = new ObservationScope { Coverage = "建成区" } })]);
        IndicatorReview Of(BreakRule rule) => FiveYearReview.Of(panel, null, 2019..2023, rule)["甲"]["green"];
        Assert.Equal([2021], Of(BreakRule.LatestRun).Breaks);
        Assert.Equal((3, 50.0, 2.0), (Of(BreakRule.LatestRun).Trend.Count, Of(BreakRule.LatestRun).Trend.First, Of(BreakRule.LatestRun).Trend.SenSlope));
        Assert.Equal((5, 48.0), (Of(BreakRule.SpliceByDifference).Trend.Count, Of(BreakRule.SpliceByDifference).Trend.First)); // 12 → 50 is no movement
        Assert.Equal(10 * 50 / 12.0, Of(BreakRule.SpliceByRatio).Trend.First, 1e-12);
        Assert.Equal((5, 10.0), (Of(BreakRule.Ignore).Trend.Count, Of(BreakRule.Ignore).Trend.First));
        Assert.Equal([10, 12, 50, 52, 54], Of(BreakRule.LatestRun).Values); // the figures themselves stay
    }

    [Fact]
    public void Two_breaks_are_spliced_one_after_the_other_and_a_gap_at_a_break_does_not_matter()
    {
        Observation[] Scoped(string coverage, int year, params double[] values) => [.. Series("甲", "green", year, values).Select(o => o with { Scope = new ObservationScope { Coverage = coverage } })];
        SeriesTrend Of(BreakRule rule, params Observation[][] series) => FiveYearReview.Of(Read(series), null, 2019..2023, rule)["甲"]["green"].Trend;
        // 10, 12 | 20, 22 | 44: over 2023 everything before rises by 22, over 2021 by another 8
        Observation[][] twice = [Series("甲", "green", 2019, 10, 12), Scoped("建成区", 2021, 20, 22), Scoped("市辖区", 2023, 44)];
        Assert.Equal((5, 40.0, 44.0, 5), (Of(BreakRule.SpliceByDifference, twice).Count, Of(BreakRule.SpliceByDifference, twice).First, Of(BreakRule.SpliceByDifference, twice).Last, Of(BreakRule.SpliceByDifference, twice).FirstYear - 2014));
        Assert.Equal(10 * 40 / 12.0, Of(BreakRule.SpliceByRatio, twice).First, 1e-12); // 22 → 44 doubles, then 12 → 40
        Assert.Equal(8, Of(BreakRule.SpliceByDifference, twice).S); // 40 < 42 = 42 < 44 = 44: ten pairs, two of them tied
        Assert.Equal((1, 44.0), (Of(BreakRule.LatestRun, twice).Count, Of(BreakRule.LatestRun, twice).First));
        // the year before the break is missing: the last figure before it joins, and the years count by their distance
        Observation[][] gap = [Series("甲", "green", 2019, 10), Scoped("建成区", 2021, 20, 22, 24)];
        Assert.Equal((4, 20.0, 1.0), (Of(BreakRule.SpliceByDifference, gap).Count, Of(BreakRule.SpliceByDifference, gap).First, Of(BreakRule.SpliceByDifference, gap).MeanAnnualChange)); // 20 (2019) → 24 (2023)
        // no ratio from 0: only the years since count
        Observation[][] zero = [Series("甲", "green", 2019, 10, 0), Scoped("建成区", 2021, 5, 6, 7)];
        Assert.Equal((3, 5.0), (Of(BreakRule.SpliceByRatio, zero).Count, Of(BreakRule.SpliceByRatio, zero).First));
        Assert.Equal((5, 15.0), (Of(BreakRule.SpliceByDifference, zero).Count, Of(BreakRule.SpliceByDifference, zero).First));
    }

    [Fact]
    public void Years_under_an_older_catalogue_are_reviewed_with_the_newer_ones_by_a_mapping()
    {
        IndicatorFramework old = new(new Dimension
        {
            Code = "all",
            Name = "综合",
            Indicators = [new Indicator { Code = "canopy", Name = "绿化率", Unit = "%" }, new Indicator { Code = "vacant", Name = "空置套数", Direction = Direction.LowerIsBetter }, new Indicator { Code = "gone", Name = "已取消" }],
        });
        IndicatorFramework now = new(new Dimension
        {
            Code = "all",
            Name = "综合",
            Indicators = [new Indicator { Code = "green", Name = "绿化覆盖率", Unit = "%", Version = "2" }, new Indicator { Code = "vacant", Name = "空置率", Unit = "%", Direction = Direction.LowerIsBetter, Version = "2" }, new Indicator { Code = "new", Name = "新增" }],
        }, version: "2");
        CatalogueMapping mapping = new()
        {
            From = new("all", old.Version),
            To = new("all", now.Version),
            Entries =
            [
                new() { From = new("canopy", "1"), To = new("green", "2"), IsComparable = true }, new() { From = new("vacant", "1"), To = new("vacant", "2"), Reason = "套数改为比例" },
                new() { From = new("gone", "1"), Reason = "取消" }, new() { To = new("new", "1"), Reason = "新增" },
            ],
        };
        Panel earlier = Panel.Of(old, [.. Series("甲", "canopy", 2019, 30, 31), .. Series("甲", "vacant", 2019, 500, 480), .. Series("甲", "gone", 2019, 1, 2), .. Series("乙", "canopy", 2019, 20, 21)]).Panel;
        Panel later = Panel.Of(now, [.. Series("甲", "green", 2021, 33, 34, 36), .. Series("甲", "vacant", 2021, 9, 8, 7)]).Panel;
        PanelReading joined = later.Continuing(earlier, mapping);
        Assert.Equal(["panel.definition-changed vacant", "panel.definition-version vacant", "panel.not-continued gone"], joined.Report.Select(i => $"{i.Code} {i.Place.Indicator}"));
        Assert.Contains("2", joined.Report[^1].Message.English, StringComparison.Ordinal);
        Assert.Equal((2019, 2023, 2), (joined.Panel.Years[0], joined.Panel.Years[^1], joined.Panel.Areas.Count));

        AreaReview review = FiveYearReview.Of(joined.Panel, null, 2019..2023)["甲"];
        Assert.Equal((5, 30.0, 36.0, 0), (review["green"].Trend.Count, review["green"].Trend.First, review["green"].Trend.Last, review["green"].Breaks.Count));
        Assert.Equal([2021], review["vacant"].Breaks); // another definition: shown, and only the years since count
        Assert.Equal((3, 9.0), (review["vacant"].Trend.Count, review["vacant"].Trend.First));
        Assert.Equal(21, FiveYearReview.Of(joined.Panel, null, 2019..2023)["乙"]["green"].Trend.Last);
        // and two years of it as the two panels themselves compare
        Assert.Equal(Comparability.Comparable, PanelChange.Between(joined.Panel, 2020, 2021)["甲", "green"].Comparability);
        Assert.Equal(Comparability.DefinitionChanged, PanelChange.Between(joined.Panel, 2020, 2021)["甲", "vacant"].Comparability);
        Assert.Throws<ArgumentException>(() => later.Continuing(later, CatalogueMapping.ByCode(now, now)));
        Assert.Throws<ArgumentException>(() => later.Continuing(earlier, mapping with { From = new("other", "1") }));
    }

    [Fact]
    public void A_target_without_a_figure_is_neither_attained_nor_short_and_is_named()
    {
        IndicatorTarget[] targets = [new() { Code = "green", BaselineYear = 2019, Baseline = 20, TargetYear = 2025, Target = 30 }, new() { Code = "vacant", BaselineYear = 2015, TargetYear = 2025, Target = 5 }];
        Assert.Equal(["green", "vacant"], FiveYearReview.Of(Figures, targets, 2019..2023)["乙"].Short.Select(i => i.Indicator.Code)); // 9 is above 5, though no baseline says how far it has come
        AreaReview area = FiveYearReview.Of(Read(Series("乙", "green", 2019, 20, 21, 22, 23, 24), Series("甲", "vacant", 2019, 1)), targets, 2019..2023)["乙"];
        Assert.Equal(["green"], area.Short.Select(i => i.Indicator.Code));
        Assert.Equal(["vacant"], area.Unassessed.Select(i => i.Indicator.Code)); // 乙 has none at all
        Assert.Contains("1 short of target, 1 without a figure for their target", area.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_of_an_area_wins_over_one_of_all()
    {
        IndicatorTarget all = new() { Code = "green", BaselineYear = 2019, TargetYear = 2025, Target = 50 };
        FiveYearReview review = FiveYearReview.Of(Figures, [all with { Area = "甲", Target = 35 }, all], 2019..2023);
        Assert.Equal(35, review["甲"]["green"].Target!.TargetInForce);
        Assert.Equal(50, review["乙"]["green"].Target!.TargetInForce);
        Assert.Throws<ArgumentException>(() => FiveYearReview.Of(Figures, [all with { Code = "none" }], 2019..2023));
        Assert.Throws<ArgumentException>(() => FiveYearReview.Of(Figures, [all with { Area = "丙" }], 2019..2023));
        Assert.Throws<ArgumentException>(() => FiveYearReview.Of(Figures, null, 1990..1995));
    }

    [Fact]
    public void Scores_are_reviewed_where_there_are_scores()
    {
        EvaluationResult result = new EvaluationPlan(Framework).Fit(Figures).Evaluate(Figures);
        Assert.Equal(5, FiveYearReview.Of(result, null, 2019..2023)["甲"].Scores()!.Value.Count);
        Assert.Null(FiveYearReview.Of(Figures, null, 2019..2023)["甲"].Scores());
    }

    [Fact]
    public void One_pass_gives_what_the_single_methods_give() =>
        Gen.Int[-5, 9].Array[1, 12].Select(Gen.Int[1, 4].Array[12], Gen.Bool.Array[12], Gen.Int[0, 1]).Sample((whole, gaps, missing, sign) =>
        {
            double[] values = [.. whole.Select((v, i) => missing[i] && i % 3 == 1 ? double.NaN : sign == 0 ? v + 6 : v)];
            int[] years = [.. values.Select((_, i) => 2000 + gaps.Take(i).Sum())];
            double[] t = [.. years.Select(y => (double)y)];
            SeriesTrend all = SeriesTrend.Of(years, values);
            MannKendall test = MannKendall.Of(values);
            SenSlope slope = SenSlope.Of(t, values);
            Assert.Equal((test.Count, test.S, test.PValue), (all.Count, all.S, all.PValue));
            Assert.Equal((slope.Slope, slope.Lower, slope.Upper), (all.SenSlope, all.SenLower, all.SenUpper));
            LinearTrend line = LinearTrend.Of(t, values);
            Near.Relative(line.Slope, all.Line.Slope, 1e-12);
            Near.Relative(line.SlopeError, all.Line.SlopeError, 1e-12);
            Near.Relative(CompoundRate.Of(t, values).Rate, all.CompoundRate, 1e-14);
            Near.Relative(AnnualChange.Mean(t, values), all.MeanAnnualChange, 1e-14);
            Near.Relative(AnnualChange.Volatility(t, values), all.Volatility, 1e-12);
            Near.Relative(SpearmanTrend.Of(values, PValueRule.Approximate).Correlation, all.Spearman, 1e-13);
            Assert.Equal(TrendPhases.Of(t, values).Phase, all.Phase);
        }, iter: 200);

    /// <summary>Counted by a plain script over the same rows: five years of every country, and of PM10 in thirty cities.</summary>
    [ReferenceTheory]
    [InlineData("hdi/hdi_panel.csv", "life_expectancy", 2018, 2022, 95, 100, -166, 16, -33.142666666666656)]
    [InlineData("hdi/hdi_panel.csv", "gni_per_capita_ppp2017", 2018, 2022, 122, 71, 240, 23, 32620.009235566627)]
    [InlineData("china_30cities/panel.csv", "PM10", 2013, 2017, 30, 0, -257, 13, -308.08333333333337)]
    public void Real_windows(string file, string column, int first, int last, int improved, int worsened, int sumOfS, int unanimous, double sumOfSlopes)
    {
        bool hdi = file.StartsWith("hdi", StringComparison.Ordinal);
        ReferenceTable table = Reference.Csv(file);
        IndicatorFramework f = new(new Dimension { Code = "all", Name = "x", Indicators = [new Indicator { Code = column, Name = column, Direction = hdi ? Direction.HigherIsBetter : Direction.LowerIsBetter }] });
        Panel panel = Panel.Of(f, table.Rows.Where(r => !hdi || r[table.IndexOf("is_aggregate")] == "0")
            .Select(r => new Observation(r[table.IndexOf(hdi ? "iso3" : "city")], int.Parse(r[table.IndexOf("year")], CultureInfo.InvariantCulture), column, Reference.Number(r[table.IndexOf(column)].Trim())))).Panel;
        FiveYearReview review = FiveYearReview.Of(panel, null, YearRange.Of(first, last));
        IndicatorReview[] all = [.. review.Areas.Select(a => a[column]).Where(i => i.Trend.Count > 1)];
        Assert.Equal(improved, all.Count(i => i.Label == ChangeLabel.Improved));
        Assert.Equal(worsened, all.Count(i => i.Label == ChangeLabel.Worsened));
        Assert.Equal(sumOfS, all.Sum(i => i.Trend.S));
        Assert.Equal(unanimous, all.Count(i => i.Trend.Count == 5 && i.Trend.PValue < 0.02));
        Near.Relative(sumOfSlopes, all.Sum(i => i.Trend.SenSlope), 1e-10);
    }

    private static Observation[] Series(string area, string code, int year, params double[] values) => [.. values.Select((v, i) => new Observation(area, year + i, code, v))];

    private static Panel Read(params Observation[][] series)
    {
        PanelReading reading = Panel.Of(Framework, series.SelectMany(s => s));
        Assert.True(reading.Report.IsValid, reading.Report.ToString());
        return reading.Panel;
    }
}
