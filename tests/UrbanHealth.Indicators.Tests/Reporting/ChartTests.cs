using System.Xml.Linq;

namespace UrbanHealth.Indicators.Tests.Reporting;

public class ChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Is_well_formed_and_escapes_what_it_is_given()
    {
        string svg = new BarChart { Title = "A < B & \"C\"", Bars = [new("<x>", 1)] }.ToSvg();
        XElement root = XDocument.Parse(svg).Root!;
        Assert.Contains(root.Descendants(Svg + "text"), t => t.Value == "<x>");
        Assert.Equal("A < B & \"C\"", root.Attribute("aria-label")!.Value);
    }

    [Fact]
    public void Bar_lengths_are_proportional_to_values()
    {
        XElement root = XDocument.Parse(new BarChart { Bars = [new("a", 10), new("b", 40)] }.ToSvg()).Root!;
        double[] widths = [.. root.Elements(Svg + "rect").Select(r => (double)r.Attribute("width")!)];
        Assert.Equal(4, widths[1] / widths[0], 2);
    }

    [Fact]
    public void A_missing_bar_says_so_and_is_not_drawn_as_zero()
    {
        XElement root = XDocument.Parse(new BarChart { Bars = [new("a", double.NaN), new("b", 40)] }.ToSvg()).Root!;
        Assert.Single(root.Elements(Svg + "rect"));
        Assert.Contains(root.Elements(Svg + "text"), t => t.Value == "无数据");
    }

    [Fact]
    public void A_line_is_not_drawn_across_a_gap_or_a_break()
    {
        ChartPoint[] points = [new(2010, 1), new(2011, double.NaN), new(2012, 3), new(2013, 4)];
        XElement gap = XDocument.Parse(new LineChart { Lines = [new("a", points)] }.ToSvg()).Root!;
        Assert.Equal(2, gap.Elements(Svg + "path").Single().Attribute("d")!.Value.Count(c => c == 'M'));
        XElement broken = XDocument.Parse(new LineChart { Lines = [new("a", points)], Breaks = [new(2013, "口径")] }.ToSvg()).Root!;
        Assert.Equal(2, broken.Elements(Svg + "path").Count());
        Assert.Contains(broken.Elements(Svg + "text"), t => t.Value == "口径");
    }

    [Theory]
    [InlineData(40)]
    [InlineData(43)]
    public void A_target_at_the_edge_of_the_values_does_not_lie_on_the_frame(double target)
    {
        XElement root = XDocument.Parse(new LineChart { Lines = [new("a", [new(2010, 41), new(2011, 43)])], Target = target, TargetLabel = "目标" }.ToSvg()).Root!;
        double y = (double)root.Elements(Svg + "line").Single(l => (string?)l.Attribute("class") == "target").Attribute("y1")!;
        double[] grid = [.. root.Elements(Svg + "line").Where(l => (string?)l.Attribute("class") == "grid").Select(l => (double)l.Attribute("y1")!)];
        Assert.True(y > grid.Min() + 1 && y < grid.Max() - 1, $"the target is at {y}, the frame from {grid.Min()} to {grid.Max()}");
    }

    [Fact]
    public void The_words_of_a_target_stand_where_the_line_is_farther_away()
    {
        XElement rising = XDocument.Parse(new LineChart { Lines = [new("a", [new(2010, 8), new(2011, 9), new(2012, 10.2), new(2013, 10.4)])], Target = 10, TargetLabel = "目标" }.ToSvg()).Root!;
        XElement falling = XDocument.Parse(new LineChart { Lines = [new("a", [new(2010, 10.4), new(2011, 10.2), new(2012, 9), new(2013, 8)])], Target = 10, TargetLabel = "目标" }.ToSvg()).Root!;
        Assert.Equal("targettext", (string?)Words(rising).Attribute("class"));
        Assert.Equal("targettext end", (string?)Words(falling).Attribute("class"));

        static XElement Words(XElement root) => root.Elements(Svg + "text").Single(t => t.Value == "目标");
    }

    [Fact]
    public void A_title_too_long_for_one_line_puts_its_unit_below()
    {
        XElement root = XDocument.Parse(new LineChart { Title = "建成区排水管道密度", Unit = "公里/平方公里", Width = 180, Lines = [] }.ToSvg()).Root!;
        Assert.Contains(root.Elements(Svg + "text"), t => t.Value == "建成区排水管道密度");
        Assert.Contains(root.Elements(Svg + "text"), t => t.Value == "公里/平方公里");
        Assert.Contains(XDocument.Parse(new LineChart { Title = "建成区排水管道密度", Unit = "公里/平方公里", Lines = [] }.ToSvg()).Root!.Elements(Svg + "text"), t => t.Value == "建成区排水管道密度（公里/平方公里）");
    }

    [Fact]
    public void What_a_bar_that_points_left_says_stands_left_of_it()
    {
        XElement root = XDocument.Parse(new BarChart { Bars = [new("a", -12) { Note = "下降" }, new("b", 8)] }.ToSvg()).Root!;
        XElement words = root.Elements(Svg + "text").Single(t => t.Value == "-12.0 下降"), bar = root.Elements(Svg + "rect").First();
        Assert.Equal("small end", (string?)words.Attribute("class"));
        Assert.True((double)words.Attribute("x")! < (double)bar.Attribute("x")!);
    }

    [Fact]
    public void A_name_too_long_for_its_place_is_cut_and_whole_in_the_tip()
    {
        string name = string.Concat(Enumerable.Repeat("很长的名字", 10));
        XElement root = XDocument.Parse(new BarChart { Bars = [new(name, 1)] }.ToSvg()).Root!;
        XElement cut = root.Elements(Svg + "text").First();
        Assert.EndsWith("…", cut.Value);
        Assert.StartsWith("很长的名字很长", cut.Value);
        Assert.Contains(name, root.Element(Svg + "rect")!.Element(Svg + "title")!.Value);
        Assert.DoesNotContain("…", XDocument.Parse(new BarChart { Bars = [new("福州市", 1)] }.ToSvg()).Root!.Value);
    }

    [Fact]
    public void The_words_of_breaks_side_by_side_do_not_stand_on_each_other()
    {
        ChartPoint[] points = [.. Enumerable.Range(2005, 20).Select(x => new ChartPoint(x, x))];
        XElement root = XDocument.Parse(new LineChart { Lines = [new("a", points)], Breaks = [new(2016, "口径变化"), new(2017, "范围变化"), new(2023, "沿用")] }.ToSvg()).Root!;
        double[] y = [.. root.Elements(Svg + "text").Where(t => (string?)t.Attribute("class") == "breaktext middle").Select(t => (double)t.Attribute("y")!)];
        Assert.True(y[1] > y[0] + 10, "the second stands lower");
        Assert.Equal(y[0], y[2]);
    }

    [Fact]
    public void The_labels_of_an_axis_have_room()
    {
        XElement root = XDocument.Parse(new LineChart { Lines = [new("a", [new(2020, 1234567), new(2021, 2345678)])] }.ToSvg()).Root!;
        Assert.All(root.Elements(Svg + "text").Where(t => (string?)t.Attribute("class") == "small end"), t => Assert.True((double)t.Attribute("x")! >= 6 * t.Value.Length));
    }

    [Fact]
    public void Years_stand_at_their_real_distance()
    {
        XElement root = XDocument.Parse(new LineChart { Lines = [new("a", [new(2010, 1), new(2012, 2), new(2013, 3)])] }.ToSvg()).Root!;
        double[] x = [.. root.Elements(Svg + "circle").Select(c => (double)c.Attribute("cx")!)];
        Assert.Equal(2, (x[1] - x[0]) / (x[2] - x[1]), 1);
    }

    [Theory]
    [InlineData(0, 97, 0, 100, 50)]
    [InlineData(3.2, 4.1, 3.2, 4.2, 0.5)]
    public void Axis_ticks_are_round_and_hold_the_values(double low, double high, double from, double to, double step)
    {
        Axis axis = Axis.Over([low, high], ticks: 2);
        Assert.True(axis.Low <= low && axis.High >= high);
        Assert.Equal(step, axis.Step, 10);
        Assert.True(axis.Low <= from && axis.High >= to - step);
    }
}
