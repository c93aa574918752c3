using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Weights;

public class CorrelationBalanceTests
{
    private static readonly string[] Pillars = ["Physical", "ConEcFin", "Political", "Instit", "P2P", "Environ", "Social", "SusEcFin"];

    /// <summary>0 for the pillars of connectivity, 1 for those of sustainability; each half of the index.</summary>
    private static readonly int[] Halves = [0, 0, 0, 0, 0, 1, 1, 1];

    [ReferenceFact]
    public void Shares_of_the_asem_index_are_those_found_with_its_optimised_weights()
    {
        ReferenceTable found = Reference.Csv("coinr_asem/A_optweights_balance_L2_corr.csv");
        // the file lists the shares in alphabetical order beside weights in the order of the framework, and those of the last point the search tried, not of the best
        double[] shares = Shares(Asem.Aggregated(Pillars), Effective(found.Numbers("OptWeight")));
        double[] alphabetical = [.. Pillars.Zip(shares).OrderBy(p => p.First, StringComparer.Ordinal).Select(p => p.Second)];
        Near.Relative(found.Numbers("Obtained"), alphabetical, 1e-5);
    }

    [ReferenceFact]
    public void The_exact_minimum_is_several_times_nearer_to_the_targets_than_the_search_of_the_asem_file()
    {
        Matrix pillars = Asem.Aggregated(Pillars);
        double[] ours = CorrelationBalance.Solve(pillars, allowNegative: true, groups: Halves, groupShares: [0.5, 0.5]);
        double theirs = Distance(Reference.Csv("coinr_asem/A_optweights_balance_L2_corr.csv").Numbers("Obtained")), exact = Distance(Shares(pillars, ours));
        Assert.True(exact < theirs / 5, $"{exact} against {theirs}"); // the search stopped at its limit of steps
        Near.Relative(0.5, ours.Take(5).Sum(), 1e-12);
        Near.Relative(0.5, ours.Skip(5).Sum(), 1e-12);
    }

    [ReferenceFact]
    public void Siblings_that_may_be_negative_reach_equal_correlations_exactly()
    {
        Matrix pillars = Asem.Aggregated(Pillars);
        WeightSet weights = (Weighting.CorrelationBalance() with { AllowNegative = true }).Weigh(pillars);
        Near.Relative([.. Enumerable.Repeat(0.125, 8)], weights.Evidence["correlationShare"], 1e-11);
        Near.Relative(1, weights.Values.Sum(), 1e-12);
    }

    [Fact]
    public void Targets_of_uncorrelated_columns_are_the_weights_over_the_deviations()
    {
        // C diagonal: correlation_j = w_j s_j / σ, so w_j ∝ t_j / s_j; deviations here 1 : 2
        Matrix scores = Matrix.FromColumns([0, 0, 1, 1], [0, 2, 0, 2]);
        Near.Relative([2.0 / 3, 1.0 / 3], Weighting.CorrelationBalance().Weigh(scores).Values, 1e-12);
        Near.Relative([6.0 / 7, 1.0 / 7], Weighting.CorrelationBalance(3, 1).Weigh(scores).Values, 1e-12);
    }

    [Fact]
    public void No_other_weights_come_nearer() => Sample.Scores.Sample(rows =>
    {
        Matrix scores = Sample.Of(rows);
        double[] best;
        try { best = CorrelationBalance.Solve(scores); }
        catch (ArgumentException) { return; } // columns that oppose each other
        double distance = Distance(Shares(scores, best));
        Assert.All(best, w => Assert.True(w >= 0));
        Near.Relative(1, best.Sum(), 1e-12);
        for (int i = 0; i < best.Length; i++)
            for (int j = 0; j < best.Length; j++)
            {
                double step = Math.Min(1e-3, best[i]);
                if (i == j || step == 0) continue;
                double[] moved = [.. best];
                moved[i] -= step;
                moved[j] += step;
                double[] shares = Shares(scores, moved);
                if (CorrelationBalance.Correlations(scores, moved).Sum() > 0) Assert.True(Distance(shares) >= distance - 1e-9);
            }
    }, iter: 60);

    [Fact]
    public void Opposed_columns_and_bad_targets_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Weighting.CorrelationBalance().Weigh(Matrix.FromColumns([1, 2, 3], [-2, -4, -6])));
        Assert.Throws<ArgumentException>(() => Weighting.CorrelationBalance(1, 2, 3).Weigh(Matrix.FromColumns([1, 2, 3], [2, 4, 7])));
        Assert.Throws<ArgumentException>(() => Weighting.CorrelationBalance(1, -2).Weigh(Matrix.FromColumns([1, 2, 3], [2, 4, 7])));
        Assert.Throws<ArgumentException>(() => CorrelationBalance.Solve(Matrix.FromColumns([1, 2, 3], [2, 4, 7]), groups: [0, 2], groupShares: [0.5, 0.5]));
    }

    /// <summary>Level-2 weights to weights in the index: divided by their sum within each half.</summary>
    private static double[] Effective(double[] weights) =>
        [.. weights.Select((w, i) => 0.5 * w / weights.Where((_, k) => Halves[k] == Halves[i]).Sum())];

    private static double[] Shares(Matrix scores, double[] weights)
    {
        double[] r = CorrelationBalance.Correlations(scores, weights);
        return [.. r.Select(x => x / r.Sum())];
    }

    private static double Distance(double[] shares) => shares.Average(s => (s - 1.0 / shares.Length) * (s - 1.0 / shares.Length));
}
