using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>Many areas at once: the bits of each area alone, whatever the rules say about zeros and negative scores.</summary>
public class TileMeansTests
{
    public static TheoryData<RowAggregation> Means => new(
        Indicators.Aggregation.Geometric(), Indicators.Aggregation.Harmonic(),
        new GeometricAggregation { Zeros = NonPositiveRule.RaiseToFloor, Floor = 0.5 }, new GeometricAggregation { Zeros = NonPositiveRule.Undefined, Negatives = NonPositiveRule.RaiseToFloor, Floor = 2 },
        new HarmonicAggregation { Zeros = NonPositiveRule.Throw }, Indicators.Aggregation.PowerMean(3), Indicators.Aggregation.PowerMean(-2.5), Indicators.Aggregation.PowerMean(0.5), Indicators.Aggregation.PowerMean(0.37), Indicators.Aggregation.PowerMean(-1), Indicators.Aggregation.PowerMean(0), Indicators.Aggregation.PowerMean(1), Indicators.Aggregation.PowerMean(2), Indicators.Aggregation.PowerMean(0.05), Indicators.Aggregation.PowerMean(400), Indicators.Aggregation.PowerMean(-90),
        new PowerMeanAggregation { Exponent = 1.5, Zeros = NonPositiveRule.RaiseToFloor, Floor = 2 }, new PowerMeanAggregation { Exponent = -1.5, Negatives = NonPositiveRule.RaiseToFloor, Floor = 0.5 }, new HarmonicAggregation { Negatives = NonPositiveRule.RaiseToFloor, Floor = 40 }, Indicators.Aggregation.Median());

    [Theory]
    [MemberData(nameof(Means))]
    public void Each_area_has_the_bits_it_has_alone(RowAggregation mean)
    {
        var random = new Random(6);
        foreach (double[] weights in (double[][])[[0.2, 0.5, 0.3], [1, 0, 3], [0.25, 0.25, 0.5], [0.5, -0.2, 0.7], [1, double.PositiveInfinity, 1], [0, 0, 0]])
        {
            const int areas = 613;
            double[][] columns = [.. weights.Select(_ => Enumerable.Range(0, areas).Select(i => random.Next(12) switch { 0 => double.NaN, 1 => i % 5 == 0 ? 0 : 1e-300, 2 => i % 7 == 0 ? -3 : 1, _ => 100 * random.NextDouble() }).ToArray())];
            var composites = new double[areas];
            ScoringKernel.Score(new ScoringProgram(new ScoreMap[3], [new ScoringNode([0, 1, 2], weights, 0, mean.NodeFunction)]), [.. columns.Select(c => (ReadOnlyMemory<double>)c)], [composites]);
            for (int i = 0; i < areas; i++)
            {
                double alone;
                try { alone = mean.Aggregate([columns[0][i], columns[1][i], columns[2][i]], weights); }
                catch (ArgumentException) { alone = double.NaN; }
                Assert.True(double.IsNaN(alone) ? double.IsNaN(composites[i]) : BitConverter.DoubleToInt64Bits(alone) == BitConverter.DoubleToInt64Bits(composites[i]), $"{i}: {alone:R} and {composites[i]:R}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Means))]
    [InlineData(null)]
    public void A_matrix_gives_what_its_rows_give(RowAggregation? given)
    {
        RowAggregation mean = given ?? Indicators.Aggregation.Arithmetic();
        var random = new Random(7);
        foreach (double[] weights in (double[][])[[0.2, 0.5, 0.3], [1, 0, 3], [0, 0, 2], [0, 0, 0]])
        {
            double[][] rows = [.. Enumerable.Range(0, 613).Select(i => weights.Select(_ => random.Next(12) switch { 0 => double.NaN, 1 => 1e-300, _ => 100 * random.NextDouble() }).ToArray())];
            var composites = new double[rows.Length];
            mean.Aggregate(Matrix.FromRows(rows), weights, composites);
            Assert.Equal(rows.Select(r => BitConverter.DoubleToInt64Bits(mean.Aggregate(r, weights))), composites.Select(BitConverter.DoubleToInt64Bits));
        }
    }

    [Fact]
    public void A_matrix_with_a_row_that_is_not_defined_is_an_error_as_the_row_is()
    {
        Matrix scores = Matrix.FromRows([1, 2], [3, -4], [5, 6]);
        Assert.Contains("-4", Assert.Throws<ArgumentException>("scores", () => Indicators.Aggregation.Geometric().Aggregate(scores, [1, 1], new double[3])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("weights", () => Indicators.Aggregation.Arithmetic().Aggregate(scores, [1, double.PositiveInfinity], new double[3]));
        Assert.Throws<ArgumentException>("weights", () => Indicators.Aggregation.Harmonic().Aggregate(scores, [1, double.NaN], new double[3]));
        Assert.Throws<ArgumentException>("weights", () => Indicators.Aggregation.Harmonic().Aggregate(scores, [2, -1], new double[3]));
        var composites = new double[3];
        Indicators.Aggregation.Arithmetic().Aggregate(scores, [2, -1], composites);
        Assert.Equal([0, 10, 4], composites);
    }
}
