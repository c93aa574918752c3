namespace UrbanHealth.Indicators.Tests.Standards;

public class StandardTests
{
    [Theory]
    [InlineData("≥8", 8, true)]
    [InlineData("≥8", 7.999, false)]
    [InlineData(">8", 8, false)]
    [InlineData(">8", 8.001, true)]
    [InlineData("≤50", 50, true)]
    [InlineData("≤50", 50.001, false)]
    [InlineData("<50", 50, false)]
    [InlineData("<50", 49.999, true)]
    [InlineData("=0", 0, true)]
    [InlineData("=0", 1, false)]
    [InlineData("0.7~1.5", 0.7, true)]
    [InlineData("0.7~1.5", 1.5, true)]
    [InlineData("0.7~1.5", 0.67, false)]
    [InlineData("0.7~1.5", 1.51, false)]
    public void Is_met_at_its_bound_unless_its_sign_is_strict(string standard, double value, bool met)
    {
        Assert.Equal(met, Standard.Parse(standard).IsMetBy(value));
        Assert.Equal(met ? Judgement.Met : Judgement.NotMet, Standard.Parse(standard).Judge(value));
    }

    [Theory]
    [InlineData("≥8")]
    [InlineData("<8")]
    [InlineData("0~8")]
    [InlineData("=8")]
    public void Has_nothing_to_judge_without_a_figure(string standard)
    {
        Assert.Equal(Judgement.Missing, Standard.Parse(standard).Judge(double.NaN));
        Assert.False(Standard.Parse(standard).IsMetBy(double.NaN));
        Assert.True(double.IsNaN(Standard.Parse(standard).MarginOf(double.NaN)));
    }

    [Theory]
    [InlineData("≥8", 8.68, 0.68)]
    [InlineData(">8", 7, -1)]
    [InlineData("≤50", 40, 10)]
    [InlineData("<50", 60, -10)]
    [InlineData("0.7~1.5", 0.67, -0.03)]
    [InlineData("0.7~1.5", 1, 0.3)]
    [InlineData("0.7~1.5", 1.4, 0.1)]
    [InlineData("0.7~1.5", 2, -0.5)]
    [InlineData("=0", 3, -3)]
    [InlineData("=5", 3, -2)]
    public void Margin_is_the_room_left_inside_and_negative_outside(string standard, double value, double margin) =>
        Assert.Equal(margin, Standard.Parse(standard).MarginOf(value), 12);

    [Theory]
    [InlineData(">=8", "≥8")]
    [InlineData(" ≤ 8.5 ", "≤8.5")]
    [InlineData("<=1e-3", "≤0.001")]
    [InlineData("0.7～1.5", "0.7~1.5")]
    [InlineData("-5~-1", "-5~-1")]
    [InlineData("<0.3", "<0.3")]
    [InlineData("=0", "=0")]
    public void Reads_its_signs_and_writes_them_one_way(string text, string written) => Assert.Equal(written, Standard.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("8")]
    [InlineData("≥")]
    [InlineData("≥8%")]
    [InlineData("≥NaN")]
    [InlineData("≥1e999")]
    [InlineData("~8")]
    [InlineData("1,5~2")]
    public void Refuses_what_is_no_standard(string text)
    {
        Assert.False(Standard.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Standard.Parse(text));
    }

    [Fact]
    public void Is_not_made_upside_down_or_without_a_bound()
    {
        Assert.Throws<ArgumentException>(() => Standard.Within(2, 1));
        Assert.Throws<ArgumentException>(() => Standard.AtLeast(double.NaN));
        Assert.Throws<ArgumentException>(() => Standard.LessThan(double.PositiveInfinity));
        Assert.Equal(Standard.Within(1, 1), Standard.Parse("1~1"));
    }

    [Fact]
    public void Stands_inside_other_json_as_its_signs_or_as_an_object()
    {
        Assert.Equal("\"\\u22658\"", System.Text.Json.JsonSerializer.Serialize(Standard.AtLeast(8)));
        Standard full = Standard.Within(0.7, 1.5) with { AreaClass = "A", Document = "B", FromYear = 2024 };
        string json = System.Text.Json.JsonSerializer.Serialize(full);
        Assert.Equal("""{"comparison":"within","value":0.7,"upper":1.5,"areaClass":"A","document":"B","fromYear":2024}""", json);
        Assert.Equal(full, System.Text.Json.JsonSerializer.Deserialize<Standard>(json));
        Assert.Throws<System.Text.Json.JsonException>(() => System.Text.Json.JsonSerializer.Deserialize<Standard>("\"8\""));
    }
}
