using System.Globalization;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Trends;

public class PanelChangeTests
{
    private static readonly IndicatorFramework Framework = Catalogue(
        new Indicator { Code = "green", Name = "绿化覆盖率", Unit = "%" },
        new Indicator { Code = "vacant", Name = "历史建筑空置率", Unit = "%", Direction = Direction.LowerIsBetter },
        new Indicator { Code = "density", Name = "人口密度", Unit = "万人/平方公里", Direction = Direction.RangeIsBest, Standards = [Standard.Within(0.7, 1.5)] },
        new Indicator { Code = "sun", Name = "日照间距", Direction = Direction.TargetIsBest, Benchmark = Benchmark.Target(10, 8, 1) },
        new Indicator { Code = "roads", Name = "道路网密度", Unit = "公里/平方公里" });

    [Fact]
    public void Points_are_not_percent()
    {
        IndicatorChange change = Change("green", 90.52, 93.60);
        Assert.Equal(3.08, change.Points!.Value, 1e-12);
        Assert.Equal(3.08 / 90.52 * 100, change.Percent, 1e-12); // 3.40 %, not 3.08 %
        Assert.Equal(ChangeLabel.Improved, change.Label);
        Assert.Equal("甲 绿化覆盖率 90.52 → 93.6 %: +3.08 points, +3.40 %, Improved", change.ToString());
        Assert.Null(Change("roads", 5, 6).Points);
    }

    [Theory]
    [InlineData("green", 30, 40, ChangeLabel.Improved)]
    [InlineData("green", 40, 30, ChangeLabel.Worsened)]
    [InlineData("vacant", 6.25, 29, ChangeLabel.Worsened)] // the number rises and the condition falls
    [InlineData("vacant", 29, 6.25, ChangeLabel.Improved)]
    [InlineData("density", 0.61, 0.67, ChangeLabel.Improved)] // nearer to the range
    [InlineData("density", 0.8, 1.4, ChangeLabel.Unchanged)] // both inside
    [InlineData("density", 1.4, 1.6, ChangeLabel.Worsened)]
    [InlineData("density", 0.5, 1.6, ChangeLabel.Improved)] // 0.2 short, then 0.1 over
    [InlineData("sun", 4, 8, ChangeLabel.Improved)] // full marks from 9 to 11
    [InlineData("sun", 9, 11, ChangeLabel.Unchanged)]
    [InlineData("sun", 12, 14, ChangeLabel.Worsened)]
    [InlineData("green", 40, 40, ChangeLabel.Unchanged)]
    public void The_label_follows_the_condition(string code, double from, double to, ChangeLabel label) => Assert.Equal(label, Change(code, from, to).Label);

    [Fact]
    public void A_difference_within_the_tolerance_is_none()
    {
        ChangeRule rule = new() { Tolerance = 0.1, RelativeTolerance = 0.01, ToleranceOf = new Dictionary<string, double> { ["roads"] = 0 } };
        Assert.Equal(ChangeLabel.Unchanged, Change("green", 40, 40.4, rule).Label); // 1 % of 40
        Assert.Equal(ChangeLabel.Improved, Change("green", 40, 40.5, rule).Label);
        Assert.Equal(ChangeLabel.Unchanged, Change("vacant", 1, 1.1, rule).Label);
        Assert.Equal(ChangeLabel.Improved, Change("roads", 5, 5.06, rule).Label);
        Assert.Throws<ArgumentException>(() => Change("green", 1, 2, new ChangeRule { Tolerance = -1 }));
    }

    [Fact]
    public void From_zero_or_below_there_is_no_percentage_unless_asked()
    {
        Assert.True(double.IsNaN(Change("roads", 0, 5).Percent));
        Assert.True(double.IsNaN(Change("roads", -2, 4).Percent));
        Assert.Equal(ChangeLabel.Improved, Change("roads", 0, 5).Label);
        ChangeRule over = new() { NonPositive = NonPositiveStart.OverAbsoluteStart };
        Assert.Equal(300, Change("roads", -2, 4, over).Percent);
        Assert.True(double.IsNaN(Change("roads", 0, 5, over).Percent));
        Assert.Equal(0, Change("roads", 0, 0, new ChangeRule { NonPositive = NonPositiveStart.ByRatio }).Percent);
    }

    [Fact]
    public void A_rate_that_rose_because_the_scope_shrank_has_no_label()
    {
        IndicatorChange change = Change("roads", 5.21, 8.68, null, new ObservationScope { Coverage = "市辖区" }, new ObservationScope { Coverage = "市辖区（不含开发区）" });
        Assert.Equal(Comparability.CoverageChanged, change.Comparability);
        Assert.Null(change.Label);
        Assert.Equal(3.47, change.Difference, 1e-12); // the figures are still shown
        Assert.Equal("范围由“市辖区”变为“市辖区（不含开发区）”", Assert.Single(change.Notes).Chinese);
        Assert.Equal(Comparability.CoverageChanged, Change("roads", 5.21, 8.68, null, null, new ObservationScope { Coverage = "建成区" }).Comparability);
    }

    [Fact]
    public void A_changed_definition_has_no_label()
    {
        IndicatorChange change = Change("green", 30, 40, null, new ObservationScope { DefinitionVersion = "2023" }, new ObservationScope { DefinitionVersion = "2024" });
        Assert.Equal((Comparability.DefinitionChanged, (ChangeLabel?)null), (change.Comparability, change.Label));
        Assert.Equal("the definition went from version 2023 to version 2024", Assert.Single(change.Notes).English);
    }

    [Fact]
    public void A_figure_carried_over_from_the_start_says_nothing_of_a_change()
    {
        Assert.Equal(Comparability.CarriedOver, Change("green", 91, 91, null, null, new ObservationScope { CarriedOverFrom = 2024 }).Comparability);
        Assert.Null(Change("green", 91, 91, null, null, new ObservationScope { CarriedOverFrom = 2024 }).Label);
    }

    [Fact]
    public void New_and_ended_figures_are_named()
    {
        Assert.Equal(Comparability.New, Change("green", double.NaN, 3).Comparability);
        Assert.Equal(Comparability.Ended, Change("green", 3, double.NaN).Comparability);
        Assert.Equal(Comparability.NoFigure, Change("green", double.NaN, double.NaN).Comparability);
    }

    [Fact]
    public void Catalogues_that_differ_meet_by_code_and_version()
    {
        IndicatorFramework next = Catalogue(
            new Indicator { Code = "green", Name = "绿化覆盖率", Unit = "%" },
            new Indicator { Code = "vacant", Name = "历史建筑空置率", Unit = "%", Direction = Direction.LowerIsBetter, Version = "2" },
            new Indicator { Code = "cim", Name = "CIM 覆盖率" });
        Panel before = Read(Framework, new("甲", 2024, "green", 30), new("甲", 2024, "vacant", 5), new("甲", 2024, "roads", 5));
        Panel after = Read(next, new("甲", 2025, "green", 31), new("甲", 2025, "vacant", 4), new("甲", 2025, "cim", 60), new("乙", 2025, "green", 40));
        PanelChange change = PanelChange.Between(before, 2024, after, 2025);
        Assert.Equal(1, change.Count("甲", Comparability.Comparable));
        Assert.Equal(Comparability.DefinitionChanged, change["甲", "vacant"].Comparability);
        Assert.Equal(Comparability.New, change["甲", "cim"].Comparability);
        Assert.Equal(Comparability.New, change["乙", "green"].Comparability); // a new area
        Assert.Equal(["cim"], change.New.Select(i => i.Code));
        Assert.Equal(["density", "sun", "roads"], change.Ended.Select(i => i.Code));
        Assert.Equal("2024 → 2025: 1 of 6 figures comparable, 1 improved, 0 unchanged, 0 worsened", change.ToString());
    }

    [Fact]
    public void A_mapping_says_what_became_of_an_indicator()
    {
        IndicatorFramework next = Catalogue(
            new Indicator { Code = "canopy", Name = "绿化覆盖率", Unit = "%", Version = "2" },
            new Indicator { Code = "vacant", Name = "历史建筑空置率", Unit = "%", Direction = Direction.LowerIsBetter, Version = "2" });
        Panel before = Read(Framework, new("甲", 2024, "green", 30), new("甲", 2024, "vacant", 5));
        Panel after = Read(next, new("甲", 2025, "canopy", 31), new("甲", 2025, "vacant", 4));
        CatalogueMapping mapping = new()
        {
            From = new("all", "1"),
            To = new("all", "1"),
            Entries =
            [
                new() { From = new("green", "1"), To = new("canopy", "2"), IsComparable = true }, // renamed, and the same thing
                new() { From = new("vacant", "1"), To = new("vacant", "2"), Reason = "个数改为比例" },
            ],
        };
        PanelChange change = PanelChange.Between(before, 2024, after, 2025, mapping);
        Assert.Equal((30.0, 31.0, ChangeLabel.Improved), (change["甲", "canopy"].From, change["甲", "canopy"].To, change["甲", "canopy"].Label));
        Assert.Equal(Comparability.DefinitionChanged, change["甲", "vacant"].Comparability);
        Assert.Equal("个数改为比例", Assert.Single(change["甲", "vacant"].Notes).Chinese);
        Assert.Empty(change.New);
        Assert.Throws<ArgumentException>(() => PanelChange.Between(before, 2024, after, 2025, mapping with { From = new("other", "1") }));
    }

    [Fact]
    public void Judgements_move_in_a_matrix()
    {
        IndicatorFramework f = Catalogue(
            new Indicator { Code = "p", Name = "a", Standards = [Standard.AtLeast(10)] }, new Indicator { Code = "q", Name = "b", Standards = [Standard.AtLeast(10)] }, new Indicator { Code = "r", Name = "c" });
        Panel panel = Read(f, new("甲", 2024, "p", 8), new("甲", 2024, "q", 12), new("甲", 2024, "r", 1), new("甲", 2025, "p", 11), new("甲", 2025, "q", 13), new("甲", 2025, "r", 1));
        TransitionMatrix<Judgement> moves = PanelChange.Between(panel, 2024, 2025).JudgementTransitions();
        Assert.Equal((1, 1, 1, 3), (moves[Judgement.NotMet, Judgement.Met], moves[Judgement.Met, Judgement.Met], moves[Judgement.NoStandard, Judgement.NoStandard], moves.Total));
    }

    [Fact]
    public void A_target_that_nothing_states_has_no_label_and_says_so()
    {
        IndicatorFramework f = Catalogue(new Indicator { Code = "x", Name = "适度", Direction = Direction.TargetIsBest, Benchmark = Benchmark.Goalposts(0, 1) });
        IndicatorChange change = PanelChange.Between(Read(f, new("甲", 2024, "x", 1), new("甲", 2025, "x", 2)), 2024, 2025)["甲", "x"];
        Assert.Null(change.Label);
        Assert.Single(change.Notes);
    }

    [ReferenceFact]
    public void Printed_labels_of_a_real_report_follow_from_its_own_figures()
    {
        ReferenceTable table = Reference.Csv("yichang/indicators.csv");
        string Cell(string[] row, string column) => row[table.IndexOf(column)];
        string[] lower = ["35", "43", "44", "45", "55"]; // black water bodies, vacancy, damage twice, flooding
        string[][] rows = [.. table.Rows.Where(r => Cell(r, "change_label_vs_2024") != "")];
        Assert.Equal(28, rows.Length);
        string[][] single = [.. rows.Where(r => Cell(r, "number") is not ("47" or "48"))];
        IndicatorFramework f = Catalogue([.. single.Select(r => new Indicator
        {
            Code = Cell(r, "number"), Name = Cell(r, "name"), Unit = Cell(r, "unit"),
            Direction = lower.Contains(Cell(r, "number")) ? Direction.LowerIsBetter : Cell(r, "number") == "32" ? Direction.RangeIsBest : Direction.HigherIsBetter,
            Standards = Cell(r, "number") == "32" ? [Standard.Within(0.7, 1.5) with { AreaClass = "地级市" }, Standard.Within(0.6, 1) with { AreaClass = "县级市" }] : [],
        })]);
        foreach (string end in new[] { "value2025", "value2025_in_annex2" }) // where the two annexes disagree the label is the same
        {
            Panel panel = Read(f, [.. single.SelectMany(r => new Observation[]
            {
                new("市", 2024, Cell(r, "number"), Value(Cell(r, "value2024"))),
                new("市", 2025, Cell(r, "number"), Value(Cell(r, end) == "" ? Cell(r, "value2025") : Cell(r, end))),
            })]);
            PanelChange change = PanelChange.Between(panel, 2024, 2025, new ChangeRule { CityClass = "地级市" });
            foreach (string[] r in single)
            {
                ChangeLabel printed = Cell(r, "change_label_vs_2024") switch { "上升" => ChangeLabel.Improved, "持平" => ChangeLabel.Unchanged, _ => ChangeLabel.Worsened };
                Assert.True(printed == change["市", Cell(r, "number")].Label, change["市", Cell(r, "number")].ToString());
            }
        }
        static double Value(string text) => double.Parse(text.TrimEnd('%'), CultureInfo.InvariantCulture);
    }

    /// <summary>Indicators 47 and 48 print several figures and one label: each component has its own here, and one of them contradicts the printed label.</summary>
    [ReferenceFact]
    public void Components_of_a_real_report_have_labels_of_their_own()
    {
        ReferenceTable table = Reference.Csv("yichang/indicators.csv");
        double[] Numbers(string number, string column) => [.. System.Text.RegularExpressions.Regex.Matches(table.Rows.Single(r => r[table.IndexOf("number")] == number)[table.IndexOf(column)].Replace("300m", "", StringComparison.Ordinal).Replace("500m", "", StringComparison.Ordinal), "[0-9]+(\\.[0-9]+)?")
            .Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture))];
        double[] speed2024 = Numbers("47", "value2024"), speed2025 = Numbers("47", "value2025"), stops2024 = Numbers("48", "value2024"), stops2025 = Numbers("48", "value2025");
        Assert.Equal((2, 4, 2, 2), (speed2024.Length, speed2025.Length, stops2024.Length, stops2025.Length));
        IndicatorFramework f = Catalogue([.. new[] { "fast-am", "trunk-am", "fast-pm", "trunk-pm", "300m", "500m" }.Select(c => new Indicator { Code = c, Name = c })]);
        double[] from = [.. speed2024, .. speed2024, .. stops2024], to = [.. speed2025, .. stops2025]; // of 2024 one speed a kind of road is printed, for neither peak
        PanelChange change = PanelChange.Between(Read(f, [.. f.Indicators.SelectMany((x, i) => new Observation[] { new("市", 2024, x.Code, from[i]), new("市", 2025, x.Code, to[i]) })]), 2024, 2025);
        Assert.Equal(
            [ChangeLabel.Improved, ChangeLabel.Improved, ChangeLabel.Improved, ChangeLabel.Worsened, ChangeLabel.Worsened, ChangeLabel.Unchanged], // 35.32 → 35.18 in the evening on trunk roads against the printed 上升
            change.Of("市").Select(c => c.Label!.Value));
        string Printed(string number) => table.Rows.Single(r => r[table.IndexOf("number")] == number)[table.IndexOf("change_label_vs_2024")];
        Assert.Equal(("上升", "下降"), (Printed("47"), Printed("48")));
    }
    private static IndicatorChange Change(string code, double from, double to, ChangeRule? rule = null, ObservationScope? fromScope = null, ObservationScope? toScope = null) =>
        PanelChange.Between(Read(Framework, new("乙", 2024, "green", 1), new("乙", 2025, "green", 1), new("甲", 2024, code, from) { Scope = fromScope }, new("甲", 2025, code, to) { Scope = toScope }), 2024, 2025, rule)["甲", code];

    private static Panel Read(IndicatorFramework framework, params Observation[] observations)
    {
        PanelReading reading = Panel.Of(framework, observations);
        Assert.True(reading.Report.IsValid, reading.Report.ToString());
        return reading.Panel;
    }

    private static IndicatorFramework Catalogue(params Indicator[] indicators) => new(new Dimension { Code = "all", Name = "综合", Indicators = indicators });
}
