using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>Natural breaks by hand, and against every partition there is.</summary>
public class NaturalBreaksTests
{
    [Fact]
    public void A_class_is_described_by_its_highest_value_its_count_and_its_deviations()
    {
        // {1, 2, 4, 9} of mean 4 and median 3, {20, 22, 27} of mean 23 and median 22
        NaturalBreaks breaks = NaturalBreaks.Of([22, 1, 9, 2, 27, 4, 20], 2);
        Assert.Equal([9, 27], breaks.UpperBounds);
        Assert.Equal([4, 3], breaks.Counts);
        Near.Relative(9 + 4 + 0 + 25 + 9 + 1 + 16, breaks.WithinSumOfSquares, 1e-14);
        Near.Relative(2 + 1 + 1 + 6 + 2 + 0 + 5, breaks.AbsoluteDeviation, 1e-14);
        // the mean of all is 85/7; the sum of squares 1715 − 85²/7
        Near.Relative(1 - 64 / (1715 - 7225 / 7.0), breaks.GoodnessOfVarianceFit, 1e-13);
        Assert.Equal("≤ 9 (4), ≤ 27 (3); GVF 0.9063", breaks.ToString());
    }

    [Fact]
    public void As_many_classes_as_different_values_leave_nothing_within()
    {
        NaturalBreaks breaks = NaturalBreaks.Of([3, 1, 2, 2], 3);
        Assert.Equal([1, 2, 3], breaks.UpperBounds);
        Assert.Equal([1, 2, 1], breaks.Counts);
        Assert.Equal((0, 0, 1), (breaks.WithinSumOfSquares, breaks.AbsoluteDeviation, breaks.GoodnessOfVarianceFit));
    }

    [Fact]
    public void Of_partitions_equally_good_it_is_the_one_whose_highest_break_is_lower()
    {
        Assert.Equal([0, 2], NaturalBreaks.Of([0, 1, 2], 2).UpperBounds);
        Assert.Equal([0, 1, 3], NaturalBreaks.Of([0, 1, 2, 3], 3).UpperBounds);
    }

    [Fact]
    public void Equal_values_weigh_by_how_many_there_are()
    {
        // {0×4, 3}: 4·0.36 + 5.76 = 7.2 against {3, 6}: 4.5, so the 3 goes with the 6
        NaturalBreaks breaks = NaturalBreaks.Of([0, 0, 0, 0, 3, 6], 2);
        Assert.Equal([0, 6], breaks.UpperBounds);
        Assert.Equal(4.5, breaks.WithinSumOfSquares);
        // with 6 four times it goes with the 0: {0, 3} 4.5
        Assert.Equal([3, 6], NaturalBreaks.Of([0, 3, 6, 6, 6, 6], 2).UpperBounds);
    }

    /// <summary>Far from zero the squares of figures have no digits left for their differences.</summary>
    [Fact]
    public void They_are_the_best_of_all_partitions_however_far_from_zero_and_however_many_classes()
    {
        Gen.Select(Gen.Int[0, 30].Array[8], Gen.Int[2, 5], Gen.Bool).Where(x => x.Item1.Distinct().Count() >= x.Item2).Sample((values, classes, far) =>
        {
            double[] x = [.. values.Select(v => v + (far ? 1e9 : 0)).Order()];
            NaturalBreaks breaks = NaturalBreaks.Of(x, classes);
            Near.Relative(Best(x, 0, classes), breaks.WithinSumOfSquares, 1e-10);
            double within = 0;
            int at = 0;
            for (int c = 0; c < classes; c++)
            {
                Assert.Equal(x[at + breaks.Counts[c] - 1], breaks.UpperBounds[c]);
                within += Squares(x[at..(at += breaks.Counts[c])]);
            }
            Assert.Equal(x.Length, at);
            Near.Relative(within, breaks.WithinSumOfSquares, 1e-10);
        }, iter: 300);
    }

    [Fact]
    public void Grades_end_at_the_highest_value_of_each_class_but_the_last()
    {
        FittedGrading grades = Grading.NaturalBreaks().Fit([1, 2, 11, 12, 13, 40, 41, 90]);
        Assert.Equal(IntervalClosure.UpperIncluded, grades.Closure);
        Assert.Equal([1, 2, 3, 2], grades.Count([1, 2, 11, 12, 13, 40, 41, 90]));
    }

    private static double Best(double[] x, int from, int classes)
    {
        if (classes == 1) return Squares(x[from..]);
        double best = double.PositiveInfinity;
        for (int to = from + 1; to <= x.Length - classes + 1; to++) best = Math.Min(best, Squares(x[from..to]) + Best(x, to, classes - 1));
        return best;
    }

    private static double Squares(double[] part)
    {
        double first = part[0], mean = part.Average(v => v - first);
        return part.Sum(v => (v - first - mean) * (v - first - mean));
    }
}
