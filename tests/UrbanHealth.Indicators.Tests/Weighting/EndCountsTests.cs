using CsCheck;

namespace UrbanHealth.Indicators.Tests.Weights;

/// <summary>How many figures lie at the ends of a column, however it comes in parts.</summary>
public class EndCountsTests
{
    [Fact]
    public void Equal_ends_are_counted_and_what_is_missing_is_not() => Assert.Equal((2, 3), Of([5, 1, double.NaN, 1, 5, 5, 3]));

    [Fact]
    public void A_new_end_starts_anew() => Assert.Equal((1, 1), Of([2, 2, 2, 1, 3]));

    [Fact]
    public void Parts_merge_to_the_counts_of_the_whole_through_their_text() => Gen.Select(Gen.Int[0, 3].Array[0, 12], Gen.Int[0, 3].Array[0, 12]).Sample((a, b) =>
    {
        double[] first = [.. a.Select(x => (double)x)], second = [.. b.Select(x => (double)x)];
        EndCounts merged = EndCounts.Parse(Count(first).ToString());
        merged.Add(EndCounts.Parse(Count(second).ToString()));
        return merged.ToString() == Count([.. first, .. second]).ToString();
    });

    [Fact]
    public void Text_that_is_none_is_refused() => Assert.Throws<FormatException>(() => EndCounts.Parse("1 2 3"));

    private static (long AtMinimum, long AtMaximum) Of(double[] figures) => (Count(figures).AtMinimum, Count(figures).AtMaximum);

    private static EndCounts Count(double[] figures)
    {
        var counts = new EndCounts();
        counts.Add(figures);
        return counts;
    }
}
