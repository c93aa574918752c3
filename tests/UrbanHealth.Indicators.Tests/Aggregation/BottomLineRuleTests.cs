namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>What an unmet bottom line does, as data.</summary>
public class BottomLineRuleTests
{
    private static readonly GradeScale Scale = GradeScale.OfDimension;

    [Fact]
    public void A_cap_lowers_a_better_grade_and_leaves_the_rest()
    {
        var cap = (GradeCapRule)BottomLineRule.CapGrade("中");
        Assert.Equal("中", cap.Apply(Scale.Find("优"), Scale)!.Name);
        Assert.Equal("中", cap.Apply(Scale.Find("中"), Scale)!.Name);
        Assert.Equal("差", cap.Apply(Scale.Find("差"), Scale)!.Name);
        Assert.Null(cap.Apply(null, Scale));
    }

    [Fact]
    public void A_cap_names_a_word_of_the_scale()
    {
        Assert.Throws<ArgumentException>(() => ((GradeCapRule)BottomLineRule.CapGrade("合格")).Apply(Scale[0], Scale));
        Assert.Throws<ArgumentException>(() => BottomLineRule.CapGrade(" "));
    }

    [Fact]
    public void A_veto_makes_the_score_zero_unless_told_otherwise() => Assert.Equal(VetoOutcome.Zero, ((VetoRule)BottomLineRule.Veto()).Outcome);
}
