using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>Grades: bands, quantiles, equal intervals, natural breaks, standard deviations.</summary>
public class GradingTests : IReferenceChecks
{
    IEnumerable<ReferenceCheck> IReferenceChecks.Checks() =>
    [
        Checks.AsReference("jenks_calemp", "natural breaks, equal intervals, quantiles", Jenks),
    ];

    private static readonly double[] OneToEight = [1, 2, 3, 4, 5, 6, 7, 8];

    [Fact]
    public void The_default_four_bands_are_those_of_the_ministry_of_finance()
    {
        FittedGrading grades = Grading.FourBands.Fit([]);
        Assert.Equal(["优", "优", "良", "良", "中", "中", "差"], new[] { 100.0, 90, 89.99, 80, 79.99, 60, 59.99 }.Select(x => grades.GradeOf(x)!.Name));
        Assert.Equal("优 ≥ 90, 良 ≥ 80, 中 ≥ 60, 差", grades.ToString());
    }

    [Fact]
    public void A_missing_score_has_no_grade() => Assert.Null(Grading.FourBands.Fit([]).GradeOf(double.NaN));

    [Fact]
    public void A_score_on_a_cut_belongs_where_the_closure_says()
    {
        Assert.Equal("良", new FixedGrading { Cuts = [90, 80, 60], Closure = IntervalClosure.UpperIncluded }.Fit([]).GradeOf(90)!.Name);
        Assert.Equal("优 > 90, 良 > 80, 中 > 60, 差", new FixedGrading { Cuts = [90, 80, 60], Closure = IntervalClosure.UpperIncluded }.Fit([]).ToString());
    }

    [Fact]
    public void Fixed_bands_take_other_words_and_cuts()
    {
        Grading pass = new FixedGrading { Cuts = [0.6], Scale = GradeScale.Of(new("达标", "met"), new("不达标", "not met")) };
        Assert.Equal("达标", pass.Fit([]).GradeOf(0.6)!.Name);
        Assert.Throws<ArgumentException>(() => Grading.Fixed(60, 80, 90));
        Assert.Throws<ArgumentException>(() => Grading.Fixed(90, 80).Fit([]));
    }

    [Fact]
    public void Quantiles_put_as_many_areas_in_each_grade()
    {
        FittedGrading grades = Grading.Quantiles().Fit(OneToEight);
        Assert.Equal([2.75, 4.5, 6.25], grades.Cuts);
        Assert.Equal([2, 2, 2, 2], grades.Count(OneToEight));
    }

    [Fact]
    public void A_quantile_s_definition_is_a_choice()
    {
        // Hyndman & Fan (1996): for n = 8 the first quartile lies at h = 2.25, at 2.75 of R7, at 2 1/4 · ... of the others
        Assert.Equal(2.25, new QuantileGrading { Definition = QuantileDefinition.R6 }.Fit(OneToEight).Cuts[0], 12);
        Assert.Equal(2 + 5.0 / 12, new QuantileGrading { Definition = QuantileDefinition.R8 }.Fit(OneToEight).Cuts[0], 12);
        Assert.Equal(2, new QuantileGrading { Definition = QuantileDefinition.R1 }.Fit(OneToEight).Cuts[0]);
        Assert.Equal(2.5, new QuantileGrading { Definition = QuantileDefinition.R2 }.Fit(OneToEight).Cuts[0]);
    }

    [Fact]
    public void Equal_intervals_are_of_one_width()
    {
        Assert.Equal([25, 50, 75], Grading.EqualIntervals().Fit([0, 3, 9, 100]).Cuts);
        Assert.Throws<ArgumentException>(() => Grading.EqualIntervals().Fit([5, 5, 5]));
    }

    [Fact]
    public void Standard_deviation_bands_stand_around_the_mean()
    {
        // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, population deviation 2
        double[] x = [2, 4, 4, 4, 5, 5, 7, 9];
        Near.Relative([3, 5, 7], [.. new StandardDeviationGrading { Denominator = VarianceDenominator.Population }.Fit(x).Cuts], 1e-14);
        double sample = Math.Sqrt(32.0 / 7);
        Near.Relative([5 - sample, 5, 5 + sample], [.. Grading.StandardDeviations().Fit(x).Cuts], 1e-14);
        Near.Relative([4, 5, 8], [.. new StandardDeviationGrading { Denominator = VarianceDenominator.Population, Multiples = [-0.5, 0, 1.5] }.Fit(x).Cuts], 1e-14);
        Assert.Throws<ArgumentException>(() => Grading.StandardDeviations().Fit([5, 5]));
        Assert.Throws<InvalidOperationException>(() => new StandardDeviationGrading { Multiples = [0, 1] }.Fit(x));
    }

    [Fact]
    public void No_score_at_all_is_an_error_that_names_the_argument()
    {
        foreach (Grading grading in new[] { Grading.Quantiles(), Grading.EqualIntervals(), Grading.NaturalBreaks(), Grading.StandardDeviations() })
            Assert.Contains(Assert.Throws<ArgumentException>(() => grading.Fit([double.NaN])).ParamName, new[] { "scores", "values" });
    }

    [Fact]
    public void Natural_breaks_part_what_lies_apart()
    {
        FittedGrading grades = Grading.NaturalBreaks().Fit([1, 2, 11, 12, 13, 40, 41, 90]);
        Assert.Equal([2, 13, 41], grades.Cuts);
        Assert.Equal(["差", "中", "良", "优"], new[] { 2.0, 13, 41, 90 }.Select(x => grades.GradeOf(x)!.Name));
    }

    [Fact]
    public void Natural_breaks_are_the_best_of_all_partitions()
    {
        Gen.Int[0, 30].Array[9].Where(x => x.Distinct().Count() >= 4).Sample(values =>
        {
            double[] x = [.. values.Select(v => (double)v)];
            Array.Sort(x);
            double best = double.PositiveInfinity;
            for (int a = 1; a < 7; a++) for (int b = a + 1; b < 8; b++) for (int c = b + 1; c < 9; c++)
                best = Math.Min(best, Squares(x[..a]) + Squares(x[a..b]) + Squares(x[b..c]) + Squares(x[c..]));
            NaturalBreaks breaks = NaturalBreaks.Of(x, 4);
            return Near.Deviation(best, breaks.WithinSumOfSquares) < 1e-10 && breaks.Counts.Sum() == 9;
        }, iter: 200);
        static double Squares(double[] part) => part.Sum(v => (v - part.Average()) * (v - part.Average()));
    }

    [Fact]
    public void Natural_breaks_need_as_many_different_values_as_classes() =>
        Assert.Throws<ArgumentException>(() => NaturalBreaks.Of([1, 1, 2, 2, 3, 3], 4));

    [Fact]
    public void Natural_breaks_keep_equal_values_together_and_leave_missing_ones_out()
    {
        NaturalBreaks breaks = NaturalBreaks.Of([1, 1, 1, 1, 5, double.NaN, 5], 2);
        Assert.Equal([1, 5], breaks.UpperBounds);
        Assert.Equal([4, 2], breaks.Counts);
        Assert.Equal(0, breaks.WithinSumOfSquares);
        Assert.Equal(1, breaks.GoodnessOfVarianceFit);
    }

    [Fact]
    public void The_order_of_areas_does_not_matter()
    {
        Gen.Double[0, 100].Array[12].Sample(x =>
        {
            double[] reversed = [.. x.Reverse()];
            return new[] { Grading.Quantiles(), Grading.EqualIntervals(), Grading.NaturalBreaks(), Grading.StandardDeviations() }
                .All(g => g.Fit(x).Cuts.Zip(g.Fit(reversed).Cuts).All(p => Near.Deviation(p.First, p.Second) < 1e-12));
        });
    }

    [Fact]
    public void Cuts_are_checked_when_made()
    {
        Assert.Throws<ArgumentException>(() => new FittedGrading(GradeScale.OfDimension, [1, 2]));
        Assert.Throws<ArgumentException>(() => new FittedGrading(GradeScale.OfDimension, [3, 2, 1]));
        Assert.Throws<ArgumentException>(() => new FittedGrading(GradeScale.OfDimension, [1, double.NaN, 2]));
    }

    [ReferenceFact]
    public void Californian_employment_density_has_the_published_breaks() => Jenks();

    private static Checks Jenks()
    {
        double[] x = [.. Near.Flatten(Reference.Json("mcda/jenks_calemp/input.json").GetProperty("values"))];
        var checks = Checks.Of("jenks_calemp");
        NaturalBreaks breaks = NaturalBreaks.Of(x, 5);
        GradeScale five = GradeScale.Of(new("一", "1"), new("二", "2"), new("三", "3"), new("四", "4"), new("五", "5"));
        FittedGrading equal = new EqualIntervalGrading { Scale = five }.Fit(x), quantiles = new QuantileGrading { Scale = five }.Fit(x);
        FittedGrading natural = new NaturalBreaksGrading { Scale = five }.Fit(x);
        double maximum = x.Max();
        double[] sorted = [.. x.Order()];

        checks.Assert("fisher_upper_bounds", [.. breaks.UpperBounds]);
        checks.Assert("fisher_upper_bounds", [.. natural.Cuts, maximum]);
        checks.Assert("fisher_counts", [.. breaks.Counts.Select(c => (double)c)]);
        checks.Assert("adcm", breaks.AbsoluteDeviation);
        checks.Assert("GVF", breaks.GoodnessOfVarianceFit);
        checks.Assert("equal_interval_bounds", [.. equal.Cuts, maximum]);
        checks.Assert("equal_interval_counts", [.. equal.Count(x).Reverse().Select(c => (double)c)]);
        checks.Assert("quantile_bounds_type7", [.. quantiles.Cuts, maximum]);
        checks.Assert("quantile_counts", [.. quantiles.Count(x).Reverse().Select(c => (double)c)]);
        checks.Assert("classInt_jenks_breaks", [sorted[0], .. breaks.UpperBounds]);
        // the other convention: half-way to the next observed value
        checks.Assert("classInt_fisher_breaks(midpoints)", [sorted[0], .. breaks.UpperBounds.Take(4).Select(u => (u + sorted.First(v => v > u)) / 2), maximum]);
        return checks.AssertAllUsed();
    }
}
