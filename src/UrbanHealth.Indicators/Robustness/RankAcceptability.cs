using System.Globalization;
using System.Text;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>What uncertain weights mean for ranks (排名可接受性): SMAA-2 (Lahdelma and Salminen 2001).</summary>
public sealed class RankAcceptability
{
    private readonly int[] counts; // area × place
    private readonly int[]? wins; // area × area
    private readonly TreeWeights weights;
    private readonly List<int> numbers; // of the draws that counted
    private readonly int[] orders; // draw × area: the rank
    private readonly double[] scores; // draw × area

    internal RankAcceptability(int areas, TreeWeights weights, long seed, List<int> numbers, long failed, int[] counts, int[]? wins, int[] orders, double[] scores)
    {
        (Areas, Weights, Seed, Draws, FailedDraws) = (areas, weights.Count, seed, numbers.Count, failed);
        (this.weights, this.numbers, this.counts, this.wins, this.orders, this.scores) = (weights, numbers, counts, wins, orders, scores);
    }

    /// <summary>The number of areas.</summary>
    public int Areas { get; }

    /// <summary>The number of weights a draw has.</summary>
    public int Weights { get; }

    /// <summary>The seed: the same seed gives the same result, bit for bit, on any machine.</summary>
    public long Seed { get; }

    /// <summary>The draws that counted.</summary>
    public int Draws { get; }

    /// <summary>The draws for which no weights satisfied the constraints; they count nowhere.</summary>
    public long FailedDraws { get; }

    /// <summary>The share of draws in which an area has a rank (排名可接受度), ranks from 1; ties share the smaller rank.</summary>
    public double Acceptability(int area, int rank) => (double)counts[Area(area) * Areas + Rank(rank) - 1] / Draws;

    /// <summary>The share of draws in which an area is among the first <paramref name="places"/>.</summary>
    public double WithinFirst(int area, int places)
    {
        int sum = 0;
        for (int r = 0; r < Rank(places); r++) sum += counts[Area(area) * Areas + r];
        return (double)sum / Draws;
    }

    /// <summary>The mean of the weights that put an area first (中心权重); null when none did.</summary>
    public IReadOnlyList<double>? CentralWeights(int area)
    {
        int first = counts[Area(area) * Areas];
        if (first == 0) return null;
        double[] mean = new double[Weights], drawn = new double[Weights];
        var random = new Philox(Seed);
        for (int d = 0; d < Draws; d++)
        {
            if (orders[d * Areas + area] != 1) continue;
            weights.Draw(random, numbers[d], drawn);
            for (int j = 0; j < mean.Length; j++) mean[j] += drawn[j];
        }
        for (int j = 0; j < mean.Length; j++) mean[j] /= first;
        return mean;
    }

    /// <summary>The share of draws in which <paramref name="area"/> scores more than <paramref name="other"/> (两两胜率); draws in which either is missing or both are equal count for neither.</summary>
    /// <exception cref="InvalidOperationException">The analysis was not asked for pairs.</exception>
    public double Wins(int area, int other) =>
        (double)(wins ?? throw new InvalidOperationException("The analysis was not asked for pairwise wins."))[Area(area) * Areas + Area(other)] / Draws;

    /// <summary>The ranks between which an area lies in the middle <paramref name="share"/> of draws (排名区间); null when it was never ranked.</summary>
    public (double Lowest, double Median, double Highest)? RankInterval(int area, double share = 0.9) => Interval(Ranks(area), share);

    /// <summary>The scores between which an area lies in the middle <paramref name="share"/> of draws (得分区间); null when it was never scored.</summary>
    public (double Lowest, double Median, double Highest)? ScoreInterval(int area, double share = 0.9)
    {
        var column = new double[Draws];
        for (int d = 0; d < Draws; d++) column[d] = scores[d * Areas + Area(area)];
        return Interval(column, share);
    }

    /// <summary>An area's rank in every draw; NaN is unranked.</summary>
    public double[] Ranks(int area)
    {
        var column = new double[Draws];
        for (int d = 0; d < Draws; d++) column[d] = orders[d * Areas + Area(area)] is > 0 and int r ? r : double.NaN;
        return column;
    }

    private static (double, double, double)? Interval(double[] values, double share)
    {
        if (!(share is > 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies above 0 and is at most 1.");
        if (Array.TrueForAll(values, double.IsNaN)) return null;
        double[] ends = Descriptive.Quantiles(values, [(1 - share) / 2, 0.5, (1 + share) / 2]);
        return (ends[0], ends[1], ends[2]);
    }

    private int Area(int area) => (uint)area < (uint)Areas ? area : throw new ArgumentOutOfRangeException(nameof(area), area, "There is no such area.");

    private int Rank(int rank) => rank >= 1 && rank <= Areas ? rank : throw new ArgumentOutOfRangeException(nameof(rank), rank, "There is no such rank.");

    /// <summary>The chance of being first and the middle 90 % of ranks, one line an area.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"RankAcceptability {Areas} areas, {Draws} draws, {FailedDraws} failed, seed {Seed}\n"));
        for (int i = 0; i < Math.Min(Areas, 20); i++)
            text.Append(CultureInfo.InvariantCulture, $"{i,4}  first {Acceptability(i, 1),6:0.0%}  rank {(RankInterval(i) is { } r ? string.Create(CultureInfo.InvariantCulture, $"{r.Median:0} ({r.Lowest:0}…{r.Highest:0})") : "—")}\n");
        if (Areas > 20) text.Append("…\n");
        return text.ToString();
    }
}
