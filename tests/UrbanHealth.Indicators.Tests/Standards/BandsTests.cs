namespace UrbanHealth.Indicators.Tests.Standards;

public class BandsTests
{
    [Theory]
    [InlineData(95, "很好")]
    [InlineData(90, "很好")]
    [InlineData(89.9, "较好")]
    [InlineData(75, "较好")]
    [InlineData(60, "一般")]
    [InlineData(59.9, "不足")]
    public void At_least_its_cut_earns_the_grade(double value, string grade) => Assert.Equal(grade, Bands.AtLeast(90, 75, 60).GradeOf(value)!.Name);

    [Theory]
    [InlineData(0, "很好")]
    [InlineData(1, "较好")]
    [InlineData(5, "一般")]
    [InlineData(6, "不足")]
    public void At_most_its_cut_earns_the_grade(double value, string grade) => Assert.Equal(grade, Bands.AtMost(0, 2, 5).GradeOf(value)!.Name);

    [Theory]
    [InlineData(1, "好")]
    [InlineData(0.6, "中")]
    [InlineData(1.6, "中")]
    [InlineData(0.4, "差")]
    [InlineData(3, "差")]
    public void Ranges_within_ranges_grade_what_is_best_in_the_middle(double value, string grade)
    {
        var bands = new Bands { Scale = GradeScale.Of(new BilingualText("好", "good"), new("中", "fair"), new("差", "poor")), Steps = [Standard.Within(0.7, 1.5), Standard.Within(0.5, 2)] };
        Assert.Equal(grade, bands.GradeOf(value)!.Name);
    }

    [Fact]
    public void No_figure_has_no_grade() => Assert.Null(Bands.AtLeast(90, 75, 60).GradeOf(double.NaN));

    [Fact]
    public void Steps_that_do_not_fit_the_scale_give_no_silent_grade()
    {
        Assert.Throws<ArgumentException>(() => Bands.AtLeast(90, 75));
        Assert.Throws<InvalidOperationException>(() => new Bands { Steps = [Standard.AtLeast(1)] }.GradeOf(2));
    }

    [Fact]
    public void Reads_well() => Assert.Equal("很好 ≥90, 较好 ≥75, 一般 ≥60, 不足", Bands.AtLeast(90, 75, 60).ToString());
}
