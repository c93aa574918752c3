using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators.Tests.Text;

public class TextTableTests
{
    [Fact]
    public void Chinese_counts_two_cells_so_columns_line_up() => Assert.Equal(
        "对象    得分\n福州市  81.2\nXiamen   9.5",
        new TextTable("对象", "得分").Add("福州市", "81.2").Add("Xiamen", "9.5").ToString());

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("福州", 4)]
    [InlineData("％", 2)]
    [InlineData("①m²", 3)]
    public void Width_is_that_of_a_terminal(string text, int cells) => Assert.Equal(cells, TextTable.Width(text));
}
