using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.StatisticsRoom;

/// <summary>Coverage, denominators, redundancy and conflict.</summary>
public class ScreeningTests
{
    [Fact]
    public void Coverage_counts_the_missing_and_the_zeros()
    {
        Matrix m = Matrix.FromRows([1, 0, double.NaN, 0], [1, 2, 3, 4], [double.NaN, double.NaN, double.NaN, double.NaN]);
        IReadOnlyList<Coverage> rows = Coverage.OfRows(m), columns = Coverage.OfColumns(m);
        Assert.Equal([new Coverage(4, 1, 2), new(4, 0, 0), new(4, 4, 0)], rows);
        Assert.Equal([new Coverage(3, 1, 0), new(3, 1, 1), new(3, 2, 0), new(3, 1, 1)], columns);
        Near.Relative([0.75, 1 / 3.0, 0, double.NaN], [rows[0].PresentShare, rows[0].NonZeroShare, rows[2].PresentShare, rows[2].NonZeroShare]);
        Assert.True(rows[0].IsEnough(0.75));
        Assert.False(rows[0].IsEnough(0.76));
        Assert.True(rows[0].IsEnough(0.5, 0.33));
        Assert.False(rows[0].IsEnough(0.5, 0.34));
        Assert.False(rows[2].IsEnough(0, 0.1)); // no figure at all has no share that is not 0
        Assert.Equal("3 of 4 present, 2 zeros", rows[0].ToString());
    }

    [Fact]
    public void A_denominator_divides_and_a_zero_is_an_error_or_missing_by_name()
    {
        Assert.Equal([50, double.NaN, double.NaN], Denominator.Divide([10, double.NaN, 3], [2, 0, double.NaN], scale: 10));
        Assert.Equal("denominators", Assert.Throws<ArgumentException>(() => Denominator.Divide([1, 2], [1, 0])).ParamName);
        Assert.Equal([1, double.NaN], Denominator.Divide([1, 2], [1, 0], zero: ZeroDenominator.Missing));
        Assert.Equal("denominators", Assert.Throws<ArgumentException>(() => Denominator.Divide([1, 2], [1])).ParamName);
    }

    [Fact]
    public void Denominators_are_suggested_by_correlation_of_either_sign()
    {
        Matrix indicators = Matrix.FromColumns([1, 2, 3, 4], [1, -1, 1, -1]), sizes = Matrix.FromColumns([10, 20, 30, 40], [-1, -2, -3, -4.5]);
        Assert.Equal([(0, 0), (0, 1)], Denominator.Suggest(indicators, sizes).Select(p => (p.First, p.Second)));
        Assert.Throws<ArgumentException>(() => Denominator.Suggest(indicators, Matrix.FromColumns([1, 2])));
    }

    [Fact]
    public void Redundant_and_conflicting_pairs_are_sorted_and_strict()
    {
        // columns: a; b = a with a swap (0.8); c = −a
        Matrix m = Matrix.FromColumns([1, 2, 3, 4], [1, 2, 4, 3], [4, 3, 2, 1]);
        CorrelatedPair pair = Assert.Single(Redundancy.Redundant(m, 0.7));
        Assert.Equal((0, 1), (pair.First, pair.Second));
        Near.Relative(0.8, pair.Coefficient);
        Assert.Equal([(0, 2), (1, 2)], Redundancy.Conflicting(m).Select(p => (p.First, p.Second)));
        Assert.Single(Redundancy.Conflicting(m, -0.9));
        Assert.Equal("0 and 1: 0.8", pair.ToString());
    }

    [Fact]
    public void Opposed_rows_are_best_by_one_and_worst_by_the_other()
    {
        double[] count = [9, 8, 5, 4, 2, 1, double.NaN], satisfaction = [1, 8, 5, 6, 4, 9, 2];
        Assert.Equal([0, 5], Redundancy.OpposedRows(count, satisfaction)); // a third of six: the two best and the two worst
        Assert.Equal([0, 5], Redundancy.OpposedRows(count, satisfaction, 1 / 6.0));
        Assert.Equal([0, 2, 3, 5], Redundancy.OpposedRows(count, satisfaction, 0.5));
        Assert.Throws<ArgumentException>(() => Redundancy.OpposedRows(count, [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Redundancy.OpposedRows(count, satisfaction, 0.6));
        Assert.Throws<ArgumentOutOfRangeException>(() => Redundancy.OpposedRows(count, satisfaction, 0));
    }
}
