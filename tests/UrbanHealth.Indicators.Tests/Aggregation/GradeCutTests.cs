using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>Cuts at their edges: scores on them, other scales of words, equality.</summary>
public class GradeCutTests
{
    private static readonly GradeScale One = GradeScale.Of(new BilingualText("合格", "pass"));
    private static readonly GradeScale Three = GradeScale.Of(new("高", "high"), new("中", "middle"), new("低", "low"));
    private static readonly GradeScale Five = GradeScale.Of(new("一", "1"), new("二", "2"), new("三", "3"), new("四", "4"), new("五", "5"));

    /// <summary>1 … 8 have the quartiles 2.75, 4.5, 6.25; 0 … 8 the equal parts 2, 4, 6; 2, 4, 4, 4, 5, 5, 7, 9 the mean 5.</summary>
    [Fact]
    public void Quantiles_and_equal_intervals_give_a_cut_to_the_worse_grade_and_deviations_to_the_better()
    {
        double[] eight = [1, 2, 3, 4, 5, 6, 7, 8], spread = [2, 4, 4, 4, 5, 5, 7, 9];
        Assert.Equal("中", Grading.Quantiles().Fit(eight).GradeOf(4.5)!.Name);
        Assert.Equal("良", new QuantileGrading { Closure = IntervalClosure.LowerIncluded }.Fit(eight).GradeOf(4.5)!.Name);
        Assert.Equal("中", Grading.EqualIntervals().Fit([0, 8]).GradeOf(4)!.Name);
        Assert.Equal("良", new EqualIntervalGrading { Closure = IntervalClosure.LowerIncluded }.Fit([0, 8]).GradeOf(4)!.Name);
        Assert.Equal("良", Grading.StandardDeviations().Fit(spread).GradeOf(5)!.Name);
        Assert.Equal("中", new StandardDeviationGrading { Closure = IntervalClosure.UpperIncluded }.Fit(spread).GradeOf(5)!.Name);
    }

    [Fact]
    public void A_scale_of_one_word_has_no_cut_and_gives_it_to_every_score()
    {
        foreach (Grading rule in new Grading[] { Grading.Fixed() with { Scale = One }, Grading.Quantiles() with { Scale = One }, Grading.EqualIntervals() with { Scale = One }, Grading.NaturalBreaks() with { Scale = One }, Grading.StandardDeviations() with { Scale = One } })
        {
            FittedGrading fitted = rule.Fit([1, 2]);
            Assert.Empty(fitted.Cuts);
            Assert.Equal(("合格", "合格"), (fitted.GradeOf(-1e9)!.Name, fitted.ToString()));
        }
    }

    [Fact]
    public void Two_words_are_parted_by_natural_breaks_too() =>
        Assert.Equal([2], (Grading.NaturalBreaks() with { Scale = GradeScale.Of(new("高", "high"), new("低", "low")) }).Fit([1, 2, 10, 11]).Cuts);

    [Fact]
    public void Other_numbers_of_words_part_the_range_the_ranks_and_the_deviations_alike()
    {
        Near.Relative([4, 7], (Grading.EqualIntervals() with { Scale = Three }).Fit([1, 10, 5]).Cuts, 1e-14);
        // R7 of 1 … 7 at ⅓ and ⅔: 1 + 6/3 and 1 + 12/3
        Near.Relative([3, 5], (Grading.Quantiles() with { Scale = Three }).Fit([7, 6, 5, 4, 3, 2, 1, double.NaN]).Cuts, 1e-14);
        // mean 5, population deviation 2
        var deviations = new StandardDeviationGrading { Scale = Five, Denominator = VarianceDenominator.Population };
        Near.Relative([2, 4, 6, 8], deviations.Fit([2, 4, 4, 4, 5, 5, 7, 9, double.NaN]).Cuts, 1e-14);
        Near.Relative([4, 6], (deviations with { Scale = Three }).Fit([2, 4, 4, 4, 5, 5, 7, 9]).Cuts, 1e-14);
    }

    [Fact]
    public void A_grade_between_equal_cuts_is_empty()
    {
        var grades = new FittedGrading(GradeScale.OfDimension, [1, 1, 2]);
        Assert.Equal(["差", "良", "优"], new[] { 0.99, 1, 2 }.Select(x => grades.GradeOf(x)!.Name));
        Assert.Equal([2, 1, 0, 1], grades.Count([5, 2, 1, 0, double.NaN]));
        Assert.Equal([1, 1, 0, 2], new FittedGrading(GradeScale.OfDimension, [1, 1, 2], IntervalClosure.UpperIncluded).Count([5, 2, 1, 0, double.NaN]));
    }

    [Fact]
    public void Grades_are_equal_when_words_cuts_and_closure_are()
    {
        var grades = new FittedGrading(Three, [1, 2]);
        Assert.Equal(grades, new FittedGrading(GradeScale.Of([.. Three.Select(g => new BilingualText(g.Name, g.EnglishName))]), [1, 2]));
        Assert.NotEqual(grades, new FittedGrading(Three, [1, 3]));
        Assert.NotEqual(grades, new FittedGrading(Three, [1, 2], IntervalClosure.UpperIncluded));
        Assert.Equal(Grading.Fixed(90, 80, 60), Grading.FourBands);
        Assert.Equal(Grading.Fixed(90, 80, 60).GetHashCode(), Grading.FourBands.GetHashCode());
    }

    [Fact]
    public void A_rule_in_JSON_says_its_cuts_words_and_closure()
    {
        Assert.Equal("""{"type":"fixed","cuts":[0.6],"closure":"UpperIncluded","scale":"dimension"}""", JsonSerializer.Serialize(new FixedGrading { Cuts = [0.6], Closure = IntervalClosure.UpperIncluded }, AggregationJson.Default.Grading));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("""{"type":"fixed"}""", AggregationJson.Default.Grading));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("""{"type":"jenks"}""", AggregationJson.Default.Grading));
    }
}
