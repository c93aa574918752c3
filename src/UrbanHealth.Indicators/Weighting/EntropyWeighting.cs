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

    internal override ScoresNeeded Needs => ScoresNeeded.Columns;

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

    /// <summary>n·ln n·(1 − e) as a sum of (1 + t)·ln(1 + t) − t with t = n·p − 1: no term is negative, so a nearly even column keeps its digits.</summary>
    internal override void SecondPass(SiblingStatistics statistics, int column, ReadOnlySpan<double> scores, ExactSum sum)
    {
        double mean = TreatedMean(statistics, column), minimum = 0, maximum = 1;
        if (Shares == ColumnScale.MinMax) (minimum, maximum) = (statistics[column].Minimum, statistics[column].Maximum);
        double range = maximum - minimum;
        if (Zeros == EntropyZeros.Replace)
        {
            foreach (double x in scores)
                if (!double.IsNaN(x)) sum.Add(ShareDivergence.Of(Replace((x - minimum) / range, x == maximum) / mean - 1));
            return;
        }
        (double offset, double factor) = Zeros switch
        {
            EntropyZeros.ZeroTimesLogZero => (0, 1),
            EntropyZeros.Compress => (Epsilon, 1 - 2 * Epsilon),
            EntropyZeros.Shift => (Epsilon, 1.0),
            _ => throw new InvalidOperationException($"There is no zero handling {Zeros}."),
        };
        Span<double> some = stackalloc double[512];
        for (int start = 0; start < scores.Length; start += some.Length)
        {
            ReadOnlySpan<double> figures = scores.Slice(start, Math.Min(some.Length, scores.Length - start));
            ShareDivergence.Of(figures, minimum, range, offset, factor, mean, some[..figures.Length]);
            sum.Add(some[..figures.Length]);
        }
    }

    /// <summary>The mean of the treated figures, from the mean of the figures and how many are 0 and 1.</summary>
    private double TreatedMean(SiblingStatistics statistics, int column)
    {
        ExactMoments figures = statistics[column];
        double mean = Columns.Mean(figures, Shares);
        if (Zeros == EntropyZeros.Compress) return Epsilon + (1 - 2 * Epsilon) * mean;
        if (Zeros == EntropyZeros.Shift) return mean + Epsilon;
        if (Zeros != EntropyZeros.Replace) return mean;
        long zeros = Shares == ColumnScale.MinMax || figures.Minimum == 0 ? statistics.AtMinimum(column) : 0;
        long ones = Shares == ColumnScale.MinMax || figures.Maximum == 1 ? statistics.AtMaximum(column) : 0;
        return mean + Epsilon * (zeros - ones) / figures.Count;
    }

    private double Replace(double x, bool isOne) => x == 0 ? Epsilon : isOne ? 1 - Epsilon : x;
}
