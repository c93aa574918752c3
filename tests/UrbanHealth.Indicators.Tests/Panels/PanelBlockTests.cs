using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Panels;

/// <summary>Panels read and cut in blocks of areas.</summary>
public class PanelBlockTests
{
    private const string Text = "area,year,indicator,value,parent\nx,2022,a,1,城\nx,2023,a,2,城\ny,2023,b,3,城\nz,2022,a,4,\nz,2023,c,5,\n";

    [Fact]
    public void A_block_has_the_rows_of_so_many_areas()
    {
        PanelReading[] blocks = [.. Read(Text, 2)];
        Assert.Equal([["x", "y"], ["z"]], blocks.Select(b => b.Panel.Areas.Select(a => a.Code).ToArray()));
        Assert.All(blocks, b => Assert.True(b.Report.IsValid));
        Assert.Equal(2, blocks[0].Panel["x", 2023, "a"]);
        Assert.Equal(3, blocks[0].Panel["y", 2023, "b"]);
        Assert.Equal((4, 5), (blocks[1].Panel["z", 2022, "a"], blocks[1].Panel["z", 2023, "c"]));
    }

    [Fact]
    public void A_parent_of_another_block_stays_the_parent_without_being_added()
    {
        PanelReading block = Read(Text, 1).First();
        Assert.Equal("城", Assert.Single(block.Panel.Areas).Parent);
        Assert.DoesNotContain(block.Report, i => i.Code == "panel.parent-added");
    }

    [Fact]
    public void Rows_of_an_area_whose_block_is_closed_are_reported_once_and_left_out()
    {
        PanelReading[] blocks = [.. Read("area,year,a\nx,2022,1\ny,2022,2\nz,2022,3\nx,2023,9\nx,2024,9\n", 2)];
        Assert.Equal([["x", "y"], ["z"]], blocks.Select(b => b.Panel.Areas.Select(a => a.Code).ToArray()));
        ValidationIssue issue = Assert.Single(blocks[1].Report, i => i.Code == "csv.area-not-together");
        Assert.Equal((5, "x", Severity.Error), (issue.Place.Line, issue.Place.Area, issue.Severity));
        Assert.Equal([2022], blocks[1].Panel.Years);
    }

    [Fact]
    public void Areas_may_mix_within_a_block()
    {
        PanelReading block = Assert.Single(Read("area,year,a\nx,2022,1\ny,2022,2\nx,2023,9\n", 2));
        Assert.Equal(9, block.Panel["x", 2023, "a"]);
        Assert.True(block.Report.IsValid);
    }

    [Fact]
    public void Findings_keep_the_lines_of_the_text()
    {
        PanelReading[] blocks = [.. Read("area,year,a\nx,2022,1\ny,2022,many\nz,2022,1,2,3\nz,2022,4\n", 1)];
        Assert.Equal(3, blocks.Length);
        Assert.Equal(3, Assert.Single(blocks[1].Report, i => i.Code == "panel.not-a-number").Place.Line);
        Assert.Equal(4, Assert.Single(blocks[1].Report.Concat(blocks[2].Report), i => i.Code == "csv.ragged-row").Place.Line);
    }

    [Theory]
    [InlineData("", "csv.empty")]
    [InlineData("area,year,a\n", "panel.no-data")]
    [InlineData("area,a\nx,1\n", "csv.missing-column")]
    public void A_text_without_a_row_gives_one_block_with_its_findings(string text, string code)
    {
        PanelReading block = Assert.Single(Read(text, 5));
        Assert.Contains(block.Report, i => i.Code == code);
        Assert.Empty(block.Panel.Areas);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_reported_with_the_last_block()
    {
        byte[] text = [.. "area,year,a\nx,2022,1\ny,2022,2\n"u8, 0xB5, 0xC2, .. ",2022,3\n"u8]; // two bytes of GBK
        PanelReading[] blocks = [.. Panel.ReadCsvBlocks(new MemoryStream(text), Small.Framework, 1)];
        Assert.Equal(["x", "y"], blocks.SelectMany(b => b.Panel.Areas).Select(a => a.Code));
        Assert.DoesNotContain(blocks[0].Report, i => i.Code == "csv.wrong-encoding");
        Assert.Equal(4, Assert.Single(blocks[^1].Report, i => i.Code == "csv.wrong-encoding").Place.Line);
        Assert.Equal([["x", "y"], ["z"]], Panel.ReadCsvBlocks(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Text)), Small.Framework, 2).Select(b => b.Panel.Areas.Select(a => a.Code).ToArray()));
    }

    [Fact]
    public void A_block_of_a_panel_has_the_cells_of_its_areas()
    {
        Panel whole = Panel.ReadCsv("area,year,indicator,value,status,source\nx,2022,a,1,,统计\ny,2022,a,,不适用,\nz,2022,a,3,,年鉴\n", Small.Framework).Panel;
        Panel block = whole.Block(1, 2);
        Assert.Equal(["y", "z"], block.Areas.Select(a => a.Code));
        Assert.Equal(3, block["z", 2022, "a"]);
        Assert.Equal(ObservationState.NotApplicable, block.State("y", 2022, "a"));
        Assert.Equal("年鉴", block.Scope("z", 2022, "a")!.Source);
        Assert.Equal([2, 1], whole.Blocks(2).Select(b => b.Areas.Count));
        Assert.Throws<ArgumentOutOfRangeException>(() => whole.Block(1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => whole.Blocks(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Panel.ReadCsvBlocks(new StringReader(""), Small.Framework, 0));
    }

    private static IEnumerable<PanelReading> Read(string text, int areasPerBlock) => Panel.ReadCsvBlocks(new StringReader(text), Small.Framework, areasPerBlock);
}
