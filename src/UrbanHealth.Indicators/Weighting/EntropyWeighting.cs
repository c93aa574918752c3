using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Entropy weights (熵权法): the more unevenly an indicator spreads over the areas, the more it weighs.</summary>
/// <remarks>
/// p_ij = x_ij / Σ_i x_ij, e_j = −(1/ln n)·Σ_i p_ij ln p_ij, w_j = (1 − e_j) / Σ_k (1 − e_k); n is the number of figures of the column.
/// All rows count together, so a panel is pooled (k = 1/ln(areas·years)); <see cref="Weighting.MeanOfYears"/> weighs a year at a time.
/// Source: Shannon (1948); Zeleny (1982). Invariant to the scale of a column, and with <see cref="ColumnScale.MinMax"/> to its origin.
/// </remarks>
public sealed record EntropyWeighting : ObjectiveWeighting
{
    /// <summary>What the shares are made from; min-max by default. As given, no figure may be negative.</summary>
    public ColumnScale Shares { get; init; }

    /// <summary>What is done with zeros; 0·ln 0 = 0 by default.</summary>
    public EntropyZeros Zeros { get; init; }

    /// <summary>The ε of <see cref="EntropyZeros.Replace"/>, <see cref="EntropyZeros.Compress"/> and <see cref="EntropyZeros.Shift"/>; 0.002 by default.</summary>
    public double Epsilon { get; init; } = 0.002;

    private protected override string Name => "entropy";

    internal override ScoresNeeded Needs => Zeros == EntropyZeros.Replace ? ScoresNeeded.Ends : ScoresNeeded.Columns;

    internal override bool HasSecondPass => true;

    private protected override double[] Importance(Learned scores, Dictionary<string, IReadOnlyList<double>> evidence)
    {
        if (!(Epsilon > 0 && Epsilon < 0.5)) throw new ArgumentException("Epsilon lies above 0 and below 0.5.", nameof(scores));
        var redundancy = new double[scores.Names.Length];
        for (int j = 0; j < redundancy.Length; j++)
        {
            ExactMoments column = scores.Statistics[j];
            if (Shares == ColumnScale.AsGiven) RequireShares(column, scores.Names[j]);
            redundancy[j] = scores.Sums[j].Value / column.Count / ElementaryFunctions.Log(column.Count);
        }
        evidence["entropy"] = Array.ConvertAll(redundancy, d => 1 - d);
        evidence["redundancy"] = redundancy;
        return redundancy;
    }

    private void RequireShares(ExactMoments column, string name, string argument = "scores")
    {
        bool unit = Zeros is EntropyZeros.Replace or EntropyZeros.Compress;
        if (!unit && column.Minimum < 0) throw new ArgumentException($"{name} has a negative figure, so its shares are undefined (shift or min-max it first).", argument);
        if (unit && !(column.Minimum >= 0 && column.Maximum <= 1)) throw new ArgumentException($"{name} leaves 0…1, which {Zeros} needs where figures are taken as given.", argument);
    }

    /// <summary>n·ln n·(1 − e) as a sum of w·ln w − (w − 1) with w = n·p: no term is negative, so a nearly even column keeps its digits.</summary>
    internal override void SecondPass(SiblingStatistics statistics, int column, ReadOnlySpan<double> scores, ExactSum sum)
    {
        ExactMoments figures = statistics[column];
        (double minimum, double range) = Shares == ColumnScale.MinMax ? (figures.Minimum, figures.Maximum - figures.Minimum) : (0, 1);
        double mean = figures.Mean, onScale = (mean - minimum) / range;
        if (Zeros == EntropyZeros.Replace)
        {
            AddReplaced(figures, statistics.Ends(column), scores, minimum, range, onScale, sum);
            return;
        }
        (double offset, double factor) = Zeros switch
        {
            EntropyZeros.ZeroTimesLogZero => (0, 1),
            EntropyZeros.Compress => (Epsilon, 1 - 2 * Epsilon),
            EntropyZeros.Shift => (Epsilon, 1.0),
            _ => throw new InvalidOperationException($"There is no zero handling {Zeros}."),
        };
        double treated = offset + factor * onScale;
        ShareDivergence.Add(scores, new ShareScale(figures.Minimum, figures.Maximum, mean, minimum, factor / (range * treated), offset / treated), sum);
    }

    /// <summary>Where exact zeros and ones are replaced, shares are made of the figures on 0…1.</summary>
    private void AddReplaced(ExactMoments figures, EndCounts ends, ReadOnlySpan<double> scores, double minimum, double range, double mean, ExactSum sum)
    {
        double lowest = (figures.Minimum - minimum) / range, highest = (figures.Maximum - minimum) / range;
        bool hasZeros = lowest == 0, hasOnes = highest == 1;
        long zeros = hasZeros ? ends.AtMinimum : 0, ones = hasOnes ? ends.AtMaximum : 0;
        double treated = mean + Epsilon * (zeros - ones) / figures.Count;
        if (hasZeros) highest = Math.Max(highest, Epsilon);
        if (hasOnes) lowest = Math.Min(lowest, 1 - Epsilon);
        var shares = new ShareScale(lowest, highest, treated, 0, 1 / treated, 0);
        Span<double> some = stackalloc double[512];
        for (int start = 0; start < scores.Length; start += some.Length)
        {
            int length = Math.Min(some.Length, scores.Length - start);
            for (int i = 0; i < length; i++)
            {
                double x = scores[start + i];
                some[i] = hasZeros && x == figures.Minimum ? Epsilon : hasOnes && x == figures.Maximum ? 1 - Epsilon : (x - minimum) / range;
            }
            ShareDivergence.Add(some[..length], shares, sum);
        }
    }
}
