namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>A dimension is graded by the share of its evaluated indicators that are good.</summary>
public class ShareRuleTests
{
    [Theory]
    [InlineData(9, 10, "优")]
    [InlineData(8, 9, "良")]
    [InlineData(4, 5, "良")]
    [InlineData(5, 6, "良")]
    [InlineData(10, 12, "良")]
    [InlineData(3, 4, "中")]
    [InlineData(1, 2, "中")]
    [InlineData(5, 10, "中")]
    [InlineData(4, 9, "差")]
    [InlineData(0, 3, "差")]
    public void Default_cuts_are_nine_tenths_four_fifths_and_a_half(int good, int evaluated, string grade) => Assert.Equal(grade, ShareRule.Default.GradeOf(good, evaluated)!.Name);

    [Fact]
    public void Nothing_evaluated_gives_no_grade() => Assert.Null(ShareRule.Default.GradeOf(0, 0));

    [Fact]
    public void Words_cuts_and_what_is_good_are_data()
    {
        var rule = new ShareRule { GoodLevel = 1, Scale = GradeScale.Of(new BilingualText("达标", "met"), new("不达标", "not met")), Thresholds = [1] };
        Assert.Equal(("达标", "不达标"), (rule.GradeOf(3, 3)!.Name, rule.GradeOf(2, 3)!.Name));
        Assert.Equal("优 ≥0.9, 良 ≥0.8, 中 ≥0.5, 差", ShareRule.Default.ToString());
    }

    [Fact]
    public void Cuts_that_do_not_fit_are_refused()
    {
        foreach (ShareRule wrong in new[] { new ShareRule { Thresholds = [0.9, 0.8] }, new ShareRule { Thresholds = [0.8, 0.9, 0.5] }, new ShareRule { Thresholds = [1.1, 0.8, 0.5] }, new ShareRule { Thresholds = [0.9, double.NaN, 0.5] }, new ShareRule { GoodLevel = 0 } })
            Assert.Throws<InvalidOperationException>(() => wrong.GradeOf(1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ShareRule.Default.GradeOf(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ShareRule.Default.GradeOf(-1, 2));
    }

    [Fact]
    public void Is_data_that_can_be_written_and_read()
    {
        Assert.Equal("""{"basis":"grades","goodLevel":2,"scale":"dimension","thresholds":[0.9,0.8,0.5]}""", ShareRule.Default.ToJson());
        Assert.Equal(ShareRule.Default, ShareRule.Parse("{}"));
        var own = new ShareRule { Basis = ShareBasis.Judgements, GoodLevel = 1, Scale = GradeScale.Of(new BilingualText("达标", "met"), new("不达标", "not met")), Thresholds = [0.85] };
        Assert.Equal(own, ShareRule.Parse(own.ToJson()));
    }

    [Theory]
    [InlineData("""{ "thresholds": [0.5, 0.8, 0.9] }""", "assessment.invalid-share-rule $")]
    [InlineData("""{ "thresholds": [0.5] }""", "assessment.invalid-share-rule $")]
    [InlineData("""{ "goodLevel": 0 }""", "assessment.invalid-share-rule $")]
    [InlineData("""{ "thresholds": ["a", 0.8, 0.5] }""", "document.wrong-type $.thresholds[0]")]
    [InlineData("""{ "basis": "all" }""", "document.unknown-word $.basis")]
    [InlineData("""[]""", "document.wrong-type $")]
    public void Says_what_is_wrong_with_its_data(string json, string finding) =>
        Assert.Equal(finding, Assert.Throws<InvalidDocumentException>(() => ShareRule.Parse(json)).Report.Select(i => $"{i.Code} {i.Place.Path}").Single());

    [Fact]
    public void Counts_every_graded_indicator_below_the_dimension_and_leaves_out_the_rest()
    {
        Indicator Graded(string code) => new() { Code = code, Name = code, Standards = [Standard.AtLeast(3)], Bands = [Bands.AtLeast(3, 2, 1)] };
        var framework = new IndicatorFramework(new Dimension
        {
            Code = "root",
            Name = "市",
            Dimensions =
            [
                new Dimension
                {
                    Code = "safe", Name = "安全韧性",
                    Dimensions = [new Dimension { Code = "fire", Name = "消防", Indicators = [Graded("a"), Graded("b")] }],
                    Indicators = [Graded("c"), Graded("d"), Graded("e"), Graded("f") with { IsEvaluated = false }],
                },
                new Dimension { Code = "empty", Name = "空" },
            ],
        });
        Panel panel = JudgedPanel.Of(framework, ["市"],
            new Observation("市", 2025, "a", 3), new Observation("市", 2025, "b", 2), new Observation("市", 2025, "c", 1),
            new Observation("市", 2025, "d", double.NaN) { State = ObservationState.NotApplicable }, new Observation("市", 2025, "f", 0));
        AreaAssessment city = Assessment.Of(panel)["市", 2025];
        DimensionAssessment safe = city.Dimensions["安全韧性"];
        Assert.Equal((2, 3, "中"), (safe.Good, safe.Evaluated, safe.Grade!.Name));
        Assert.Equal(2.0 / 3, safe.Share);
        Assert.Equal(["a", "b", "c", "d", "e", "f"], safe.Indicators.Select(i => i.Indicator.Code));
        Assert.Equal("优", city.Dimensions["fire"].Grade!.Name);
        Assert.Null(city.Dimensions["empty"].Grade);
        Assert.True(double.IsNaN(city.Dimensions["empty"].Share));
        Assert.Equal((1, 2, "中"), Counts(Assessment.Of(panel, rule: new ShareRule { Basis = ShareBasis.Judgements })["市", 2025].Dimensions["fire"]));
        Assert.Equal((1, 3, "差"), Counts(Assessment.Of(panel, rule: new ShareRule { GoodLevel = 1 })["市", 2025].Dimensions["safe"]));

        static (int, int, string) Counts(DimensionAssessment d) => (d.Good, d.Evaluated, d.Grade!.Name);
    }

    [Fact]
    public void A_name_that_stands_twice_must_be_asked_for_by_code()
    {
        var framework = new IndicatorFramework(new Dimension { Code = "root", Name = "市", Dimensions = [new Dimension { Code = "x", Name = "安全" }, new Dimension { Code = "y", Name = "安全" }] });
        AreaAssessment city = Assessment.Of(new Panel(framework, ["市"], [2025], [[]]))["市", 2025];
        Assert.Throws<KeyNotFoundException>(() => city.Dimensions["安全"]);
        Assert.Equal("y", city.Dimensions["y"].Dimension.Code);
    }
}
