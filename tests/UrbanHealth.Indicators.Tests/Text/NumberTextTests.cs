using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators.Tests.Text;

public class NumberTextTests
{
    [Theory]
    [InlineData("56.10", 56.1, "")]
    [InlineData("-3e-2", -0.03, "")]
    [InlineData(" 1,234,567.8 ", 1234567.8, "")]
    [InlineData("１２．５％", 12.5, "%")]
    [InlineData("－３", -3, "")]
    [InlineData("−3", -3, "")]
    [InlineData("１，２３４", 1234, "")]
    [InlineData("2.99万", 2.99, "万")]
    [InlineData("8.68 公里/平方公里", 8.68, "公里/平方公里")]
    [InlineData("5e", 5, "e")]
    [InlineData(".5", 0.5, "")]
    public void Number_and_what_stands_behind_it(string text, double value, string suffix)
    {
        NumberText number = NumberText.Read(text);
        Assert.Equal((NumberKind.Number, value, suffix), (number.Kind, number.Value, number.Suffix));
    }

    [Theory]
    [InlineData("1,23")]
    [InlineData("1234,567")]
    [InlineData(",123")]
    [InlineData("1,234,5")]
    [InlineData("12.5.3")]
    [InlineData("53.69/35.18")]
    [InlineData("快速路54.44")]
    [InlineData("300m 82.87; 500m 100")]
    [InlineData("--5")]
    [InlineData(".")]
    [InlineData("+")]
    [InlineData("1 234")]
    public void Anything_else_is_not_a_number(string text) => Assert.Equal(NumberKind.NotANumber, NumberText.Read(text).Kind);

    [Theory]
    [InlineData("", nameof(NumberKind.Missing))]
    [InlineData("　", nameof(NumberKind.Missing))]
    [InlineData("-", nameof(NumberKind.Missing))]
    [InlineData("NA", nameof(NumberKind.Missing))]
    [InlineData("缺失", nameof(NumberKind.Missing))]
    [InlineData("——", nameof(NumberKind.NotApplicable))]
    [InlineData("—", nameof(NumberKind.NotApplicable))]
    [InlineData("/", nameof(NumberKind.NotApplicable))]
    [InlineData("／", nameof(NumberKind.NotApplicable))]
    [InlineData("不适用", nameof(NumberKind.NotApplicable))]
    [InlineData("不评价", nameof(NumberKind.NotEvaluated))]
    [InlineData("∞", nameof(NumberKind.Infinite))]
    [InlineData("1e999", nameof(NumberKind.Infinite))]
    [InlineData("-Infinity", nameof(NumberKind.Infinite))]
    public void Words_for_no_figure(string text, string kind)
    {
        Assert.Equal(kind, NumberText.Read(text).Kind.ToString());
        Assert.False(double.IsFinite(NumberText.Read(text).Value));
    }

    [Fact]
    public void Power_of_ten_is_taken_without_a_rounding_of_its_own()
    {
        Assert.Equal(29900, NumberText.Read("2.99万").Scaled(4));   // 2.99 * 10000 is 29900.000000000004
        Assert.Equal(0.07, NumberText.Read("7％").Scaled(-2));
    }
}
