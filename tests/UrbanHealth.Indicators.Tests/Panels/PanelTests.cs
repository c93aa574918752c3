using CsCheck;

namespace UrbanHealth.Indicators.Tests.Panels;

public class PanelTests
{
    private static readonly IndicatorFramework F = SmallFramework.Instance;

    [Fact]
    public void Records_of_any_order_make_columns_in_the_order_of_the_areas()
    {
        PanelReading r = Panel.Of(F, ["甲", "乙"], [new("乙", 2025, "E02", 2), new("甲", 2024, "E02", 3), new("甲", 2025, "E02", 1)]);
        Assert.Empty(r.Report);
        Assert.Equal([1, 2], r.Panel.Column("E02", 2025).ToArray());
        Assert.Equal([3, double.NaN], r.Panel.Column("E02", 2024).ToArray());
        Assert.Equal(["E01", "E02", "E03", "S01", "S02", "S03", "S04", "S05", "S01a", "S01b", "Q1", "Q2"], r.Panel.Codes);
    }

    [Fact]
    public void Records_are_checked_all_at_once()
    {
        PanelReading r = Panel.Of(F, ["甲"],
        [
            new("甲", 2025, "E77", 1), new("丙", 2025, "E01", 1), new("甲", 0, "E01", 1), new("甲", 2025, "E01", double.PositiveInfinity), new("甲", 2025, "E01", 101),
            new("甲", 2025, "E02", 1), new("甲", 2025, "E02", 2), new("甲", 2025, "E03", 1) { State = ObservationState.NotApplicable }, new("甲", 2025, "S02", double.NaN) { State = ObservationState.RolledUp },
        ]);
        Assert.Equal(["panel.unknown-indicator", "panel.unknown-area", "panel.not-a-year", "panel.infinite-value", "panel.impossible-value", "panel.contradicting-observations", "panel.state-contradicts-value", "panel.state-contradicts-value", "panel.no-data"], r.Findings());
        Assert.Contains("第 7 个观测的值 2 与第 6 个观测的值 1", r.Single("panel.contradicting-observations").Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Areas_given_wrongly_are_found_and_mended()
    {
        PanelReading r = Panel.Of(F,
            [new Area { Code = "市", Parent = "区" }, new Area { Code = "区", Parent = "街" }, new Area { Code = "街", Parent = "市" }, "街", new Area { Code = "x", Parent = "无" }, new Area { Code = " ", }, new Area { Code = "y", Size = -1, Parent = "x" }, new Area { Code = "z", Parent = "街" }],
            [new("市", 2025, "E02", 1)]);
        Assert.Equal(["panel.duplicate-area", "panel.area-code-blank", "panel.unknown-parent", "panel.area-size", "panel.cyclic-parents"], r.Findings());
        Assert.Contains("市 → 区 → 街 → 市", r.Single("panel.cyclic-parents").Message.Chinese, StringComparison.Ordinal);
        Assert.Equal(["市:", "区:", "街:", "x:", "y:x", "z:街"], r.Panel.Areas.Select(a => $"{a.Code}:{a.Parent}"));
        Assert.Null(r.Panel.Areas[4].Size);
    }

    [Fact]
    public void Area_is_found_by_code_first_by_name_second_and_never_by_a_name_that_two_share()
    {
        Panel p = Panel.Of(F, [new Area { Code = "110105", Name = "朝阳区" }, new Area { Code = "220104", Name = "朝阳区" }, new Area { Code = "420502", Name = "西陵区" }], [new("西陵区", 2025, "E02", 1)]).Panel;
        Assert.Equal(1, p["420502", 2025, "E02"]);
        Assert.False(p.HasArea("朝阳区"));
        Assert.True(p.HasArea("110105"));
    }

    [Fact]
    public void Year_that_is_missing_in_the_middle_is_a_warning_and_a_gap_of_one_series_a_notice()
    {
        PanelReading r = Panel.Of(F, ["甲", "乙"], [new("甲", 2019, "E02", 1), new("甲", 2021, "E02", 1), new("乙", 2019, "E02", 1), new("乙", 2022, "E02", 1), new("乙", 2025, "E02", 1)]);
        Assert.Equal(["panel.year-missing", "panel.year-missing", "panel.gap"], r.Findings());
        Assert.Equal((2020, 2023), (r.Report[0].Place.Year, r.Report[1].Place.Year));
        Assert.Equal("2022 与 2025 年之间缺少 2023 至 2024 年", r.Report[1].Message.Chinese);
        Assert.Equal((2021, "E02"), (r.Report[2].Place.Year, r.Report[2].Place.Indicator));
        Assert.EndsWith("：乙", r.Report[2].Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Change_of_coverage_between_years_is_a_warning() // Yichang's road density after an industrial park was left out
    {
        PanelReading r = Panel.Of(F, ["宜昌市"], [
            new("宜昌市", 2024, "E03", 5.21) { Scope = new() { Coverage = "含生物产业园" } },
            new("宜昌市", 2025, "E03", 8.68) { Scope = new() { Coverage = "不含生物产业园" } }]);
        Assert.Equal(["panel.scope-changed"], r.Findings());
        Assert.Equal(new Place { Area = "宜昌市", Year = 2025, Indicator = "E03" }, r.Report[0].Place);
        Assert.True(r.Report.IsValid);
    }

    [Fact]
    public void Coverage_that_is_not_stated_is_no_change() =>
        Assert.Empty(Panel.Of(F, ["甲"], [new("甲", 2024, "E03", 1) { Scope = new() { Coverage = "建成区" } }, new("甲", 2025, "E03", 1)]).Report);

    [Fact]
    public void Definition_that_differs_from_the_framework_or_between_years_is_a_warning()
    {
        PanelReading r = Panel.Of(F, ["甲"], [new("甲", 2024, "S05", 1) { Scope = new() { DefinitionVersion = "1" } }, new("甲", 2025, "S05", 1)]);
        Assert.Equal(["panel.definition-changed", "panel.definition-version"], r.Findings());
        Assert.Empty(Panel.Of(F, ["甲"], [new("甲", 2024, "S05", 1) { Scope = new() { DefinitionVersion = "2" } }, new("甲", 2025, "S05", 1)]).Report);
    }

    [Fact]
    public void Figure_carried_over_is_a_notice_and_from_a_later_year_a_warning()
    {
        PanelReading r = Panel.Of(F, ["甲"], [new("甲", 2025, "E01", 91) { Scope = new() { CarriedOverFrom = 2024 } }, new("甲", 2025, "E02", 91) { Scope = new() { CarriedOverFrom = 2025 } }]);
        Assert.Equal(["panel.carried-over", "panel.carried-over-from-later"], r.Findings());
        Assert.Equal(ObservationState.CarriedOver, r.Panel.State("甲", 2025, "E01"));
    }

    [Fact]
    public void State_of_a_record_follows_from_its_value_and_scope_unless_it_is_given()
    {
        Assert.Equal(ObservationState.Observed, new Observation("甲", 2025, "E01", 1).State);
        Assert.Equal(ObservationState.Missing, new Observation("甲", 2025, "E01", double.NaN).State);
        Assert.Equal(ObservationState.CarriedOver, new Observation("甲", 2025, "E01", 1) { Scope = new() { CarriedOverFrom = 2024 } }.State);
        Assert.Equal(ObservationState.Missing, (new Observation("甲", 2025, "E01", 1) with { Value = double.NaN }).State);
    }

    [Fact]
    public void Built_by_column_without_a_copy_or_with_one()
    {
        double[] mine = [1, 2], copied = [3, 4];
        Panel p = Panel.Builder(F, ["甲", "乙"], 2024..2025).SetMemory("E02", 2024, mine).Set("E02", 2025, copied).Build().Panel;
        mine[0] = 10; copied[0] = 30; // not allowed for the first; it shows that there is one memory
        Assert.Equal([10, 2], p.Column("E02", 2024).ToArray());
        Assert.Equal([3, 4], p.Column("E02", 2025).ToArray());
        Assert.True(double.IsNaN(p["甲", 2025, "E01"]));
    }

    [Fact]
    public void Builder_checks_figures_without_touching_the_callers_memory()
    {
        double[] mine = [50, 101, double.NaN];
        PanelReading r = Panel.Builder(F, ["甲", "乙", "丙"], [2025]).SetMemory("E01", 2025, mine).SetState("丙", "E01", 2025, ObservationState.NotApplicable)
            .SetScope("甲", "E01", 2025, new ObservationScope { CarriedOverFrom = 2024 }).Build();
        Assert.Equal(["panel.impossible-value", "panel.carried-over"], r.Findings());
        Assert.Equal([50, double.NaN, double.NaN], r.Panel.Column("E01", 2025).ToArray());
        Assert.Equal([ObservationState.CarriedOver, ObservationState.Missing, ObservationState.NotApplicable], new[] { "甲", "乙", "丙" }.Select(a => r.Panel.State(a, 2025, "E01")));
        Assert.Equal(101, mine[1]);
    }

    [Fact]
    public void Builder_names_the_argument_that_is_wrong()
    {
        Assert.Throws<ArgumentException>("areas", () => Panel.Builder(F, ["甲", "甲"], [2025]));
        Assert.Throws<ArgumentException>("areas", () => Panel.Builder(F, [" "], [2025]));
        Assert.Throws<ArgumentException>("years", () => Panel.Builder(F, ["甲"], [2025, 2025]));
        Assert.Throws<ArgumentException>("years", () => Panel.Builder(F, ["甲"], [0]));
        PanelBuilder b = Panel.Builder(F, ["甲"], [2025]);
        Assert.Throws<ArgumentException>("code", () => b.Set("E77", 2025, 1));
        Assert.Throws<ArgumentException>("year", () => b.Set("E01", 2024, 1));
        Assert.Throws<ArgumentException>("values", () => b.Set("E01", 2025, 1, 2));
        Assert.Throws<ArgumentException>("area", () => b.SetState("乙", "E01", 2025, ObservationState.NotApplicable));
        b.Build();
        Assert.Throws<InvalidOperationException>(b.Build);
    }

    [Fact]
    public void Unknown_area_year_or_code_is_not_found()
    {
        Panel p = Panel.Of(F, [new("甲", 2025, "E01", 1)]).Panel;
        Assert.Throws<KeyNotFoundException>(() => p["乙", 2025, "E01"]);
        Assert.Throws<KeyNotFoundException>(() => p["甲", 2024, "E01"]);
        Assert.Throws<KeyNotFoundException>(() => p["甲", 2025, "E77"]);
        Assert.Throws<ArgumentNullException>(() => p.HasCode(null!));
    }

    [Fact]
    public void Profile_counts_what_is_missing_by_indicator_and_year()
    {
        PanelProfile profile = Panel.Of(F, ["甲", "乙", "丙"], [new("甲", 2025, "E02", 1), new("乙", 2025, "E02", double.NaN) { State = ObservationState.NotApplicable }, new("丙", 2025, "E03", 2) { Scope = new() { CarriedOverFrom = 2024 } }]).Panel.Profile();
        ColumnProfile parking = profile.Columns.Single(c => c.Code == "E02");
        Assert.Equal(new StateCounts(1, 1, 1, 0, 0, 0, 0), parking.Counts);
        Assert.Equal(["丙"], parking.MissingAreas);
        Assert.Equal(0.5, parking.Counts.Coverage);
        Assert.Equal((3 * 8, 24 - 3), (profile.Indicators.Total, profile.Indicators.Missing));
        Assert.Equal((1, 7), (profile.Areas[0].Counts.Observed, profile.Areas[0].Counts.Missing));
        Assert.Contains("\nE02 停车泊位缺口数 2025：有值 1，不适用 1，缺失 1（丙）\n", profile.ToString(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains("\nE02 停车泊位缺口数 2025: observed 1, not applicable 1, missing 1 (丙)\n", profile.ToString(), StringComparison.Ordinal);
        Assert.True(double.IsNaN(new StateCounts(0, 0, 2, 0, 0, 0, 0).Coverage));
    }

    [Fact]
    public void Written_as_CSV_it_reads_back_to_the_same_panel()
    {
        Panel p = Panel.Of(F,
            [new Area { Code = "市", Name = "宜昌, \"市\"", Level = "市", Class = "地级市" }, new Area { Code = "区", Parent = "市", Size = 0.1 + 0.2 }, "空"],
            [
                new("市", 2023, "E01", 0.1 + 0.2) { Scope = new() { Coverage = "建成区", DataDate = new DateOnly(2023, 12, 31), Source = "a,b", DefinitionVersion = "1", StandardError = 1e-300, Parts = new(2, 5), Note = "两\n行" } },
                new("区", 2025, "E02", double.NaN) { State = ObservationState.NotApplicable }, new("区", 2025, "E03", 3) { State = ObservationState.NotEvaluated },
                new("区", 2025, "S01a", 4) { Scope = new() { CarriedOverFrom = 2023 } }, new("区", 2025, "Q1", -5e-320) { State = ObservationState.Imputed },
                new("市", 2025, "Q1", 7) { Scope = new() { CarriedOverFrom = 2023 }, State = ObservationState.Observed }, new("市", 2025, "S05", double.NaN) { Scope = new() { Source = "无" } },
            ]).Panel;
        PanelReading back = Panel.ReadCsv(p.ToCsv(), F);
        Assert.True(back.Report.IsValid);
        Same(p, back.Panel);
        Same(p, Panel.Of(F, p.Areas, p.ToObservations()).Panel);
    }

    [Fact]
    public void Any_panel_written_as_CSV_reads_back_to_the_same_panel() =>
        Gen.Select(Gen.Select(Gen.Int[0, 3], Gen.Int[2019, 2023], Gen.Int[0, 11], Gen.Double, Gen.Int[0, 3]).Array[1, 40], Gen.Int[1, 4]).Sample((cells, areas) =>
        {
            IReadOnlyList<string> codes = Panel.CodesOf(F);
            Area[] given = [.. Enumerable.Range(0, areas).Select(i => new Area { Code = $"甲{i}", Parent = i == 0 ? null : "甲0" })];
            Panel p = Panel.Of(F, given, cells.Select(c => new Observation($"甲{c.Item1 % areas}", c.Item2, codes[c.Item3], c.Item4)
            {
                Scope = c.Item5 == 0 ? null : new ObservationScope { Source = "源" + c.Item5 },
            })).Panel;
            Same(p, Panel.ReadCsv(p.ToCsv(), F).Panel);
            Same(p, Panel.ReadCsv(p.ToCsv(), F, given).Panel);
        }, iter: 500);

    private static void Same(Panel expected, Panel actual)
    {
        Assert.Equal(expected.Areas, actual.Areas);
        Assert.Equal(expected.Years, actual.Years);
        Assert.Equal(expected.ToObservations(), actual.ToObservations());
    }
}
