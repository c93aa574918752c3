using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>The Mazziotta-Pareto indices by hand: columns of 1 and 3 have the mean 2 and the deviation 1 of the population, √2 of the sample.</summary>
public class MazziottaParetoTests
{
    private static readonly double[] Half = [0.5, 0.5];
    private static readonly Matrix Four = Matrix.FromRows([1, 3], [3, 1], [3, 3], [1, 1]);

    [Fact]
    public void Imbalance_is_added_where_asked_to()
    {
        Near.Relative([101, 101, 110, 90], Tai.Composites(new MazziottaParetoAggregation { Sign = ImbalanceSign.Reward }, Four, Half), 1e-14);
        Near.Relative([109, 109, 130, 70], Tai.Composites(new MazziottaParetoAggregation { Scale = MazziottaParetoScale.Range, Sign = ImbalanceSign.Reward }, Four, Half), 1e-14);
    }

    /// <summary>Four areas: the sample deviation is √(4/3); z = 100 ± 10/√(4/3), so the squares along a row sum to 150, over one.</summary>
    [Fact]
    public void A_sample_counts_one_less_down_the_columns_and_along_the_row()
    {
        double z = 10 / Math.Sqrt(4.0 / 3);
        Near.Relative([100 - 1.5, 100 - 1.5, 100 + z, 100 - z], Tai.Composites(new MazziottaParetoAggregation { Denominator = VarianceDenominator.Sample }, Four, Half), 1e-14);
    }

    [Fact]
    public void What_is_frozen_are_centres_spreads_and_the_unit()
    {
        var mpi = (FittedMazziottaPareto)Aggregation.MazziottaPareto().Fit(Matrix.FromRows([1, 3, double.NaN], [3, 7, double.NaN]), [0.4, 0.3, 0.3])!;
        Assert.Equal([2, 5, double.NaN], mpi.Centres);
        Assert.Equal([1, 2, double.NaN], mpi.Spreads);
        Assert.Equal((10.0, ImbalanceSign.Penalty, VarianceDenominator.Population), (mpi.Unit, mpi.Sign, mpi.Denominator));
        var ampi = (FittedMazziottaPareto)new MazziottaParetoAggregation { Scale = MazziottaParetoScale.Range, References = [1.5, 4] }.Fit(Matrix.FromRows([1, 3], [3, 7]), Half);
        Assert.Equal([1.5, 4], ampi.Centres);
        Assert.Equal([2, 4], ampi.Spreads);
        Assert.Equal(60, ampi.Unit);
        Assert.Equal([2, 5], ((FittedMazziottaPareto)Aggregation.AdjustedMazziottaPareto().Fit(Matrix.FromRows([1, 3], [3, 7]), Half)!).Centres);
    }

    /// <summary>z = 90 and 110, mean 100, variance 100: z·½(1 − 2(z − 100)/100 + 100/10000).</summary>
    [Fact]
    public void Contributions_are_standardised_scores_times_slopes()
    {
        var contributions = new double[2];
        Aggregation.MazziottaPareto().Fit(Four, Half)!.Contribute([1, 3], Half, contributions);
        Near.Relative([45 * 1.21, 55 * 0.81], contributions, 1e-14);
    }
}
