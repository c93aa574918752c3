using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>Nodes of many children and scales of many grades are no different.</summary>
public class WideNodeTests
{
    [Fact]
    public void Means_of_many_scores_are_means()
    {
        double[] x = [.. Enumerable.Range(1, 200).Select(i => (double)i)], w = [.. Enumerable.Repeat(1.0 / 200, 200)];
        Near.Relative(100.5, Aggregation.Arithmetic().Aggregate(x, w), 1e-13);
        Near.Relative(100.5, Aggregation.Median().Aggregate(x, w), 1e-13);
        var contributions = new double[200];
        Aggregation.Geometric().Contribute(x, w, contributions);
        Near.Relative(Aggregation.Geometric().Aggregate(x, w), contributions.Sum(), 1e-12);
    }

    [Fact]
    public void Contributions_of_many_scores_sum()
    {
        // 1 … 100 without the first: 99 scores of mean 51 and median 51; the contributions of the missing one are 0
        double[] x = [double.NaN, .. Enumerable.Range(2, 99).Select(i => (double)i)], w = [.. Enumerable.Repeat(0.01, 100)];
        foreach (RowAggregation method in new[] { Aggregation.Arithmetic(), Aggregation.Median(), Aggregation.Owa(new Quantifier()) })
        {
            var contributions = new double[100];
            Near.Relative(51, method.Aggregate(x, w), 1e-12);
            Assert.True(method.Contribute(x, w, contributions));
            Assert.Equal(0, contributions[0]);
            Near.Relative(51, contributions.Sum(), 1e-12);
        }
    }

    [Fact]
    public void Many_columns_alike_are_as_one()
    {
        foreach (Aggregation method in new[] { Aggregation.Topsis(TopsisScaling.None), Aggregation.Vikor(), Aggregation.GreyRelation(), Aggregation.MazziottaPareto(), Aggregation.BenefitOfTheDoubt(), Aggregation.Fuzzy([.. Enumerable.Range(0, 70).Select(i => (double)i)]) })
        {
            Matrix many = Matrix.FromColumns([.. Enumerable.Repeat(new double[] { 20, 30, 40 }, 70)]), one = Matrix.FromRows([20.0], [30], [40]);
            double[] expected = Tai.Composites(method, one, [1]), actual = Tai.Composites(method, many, [.. Enumerable.Repeat(1.0 / 70, 70)]);
            Near.Relative(expected, actual, 1e-12, method.ToString());
        }
    }
}
