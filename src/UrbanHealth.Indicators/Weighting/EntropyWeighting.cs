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

    private protected override double[] Importance(Matrix scores, string[] names, Dictionary<string, IReadOnlyList<double>> evidence)
    {
        if (!(Epsilon > 0 && Epsilon < 0.5)) throw new ArgumentException("Epsilon lies above 0 and below 0.5.", nameof(scores));
        if (Shares == ColumnScale.AsGiven && Zeros is EntropyZeros.Replace or EntropyZeros.Compress) RequireUnitInterval(scores, names);
        Matrix scaled = Columns.Scaled(scores, Shares);
        var redundancy = new double[scaled.Columns];
        for (int j = 0; j < redundancy.Length; j++) redundancy[j] = Redundancy(scaled.Column(j), names[j]);
        evidence["entropy"] = Array.ConvertAll(redundancy, d => 1 - d);
        evidence["redundancy"] = redundancy;
        return redundancy;
    }

    private void RequireUnitInterval(Matrix scores, string[] names)
    {
        for (int j = 0; j < names.Length; j++)
            foreach (double x in scores.Column(j))
                if (x is < 0 or > 1) throw new ArgumentException($"{names[j]} leaves 0…1, which {Zeros} needs where figures are taken as given.", nameof(scores));
    }

    /// <summary>1 − e as a mean of (1 + t)·ln(1 + t) − t with t = n·p − 1: no term is negative, so a nearly even column keeps its digits.</summary>
    private double Redundancy(ReadOnlySpan<double> column, string name)
    {
        int n = 0;
        double sum = 0, lost = 0;
        foreach (double raw in column)
        {
            if (double.IsNaN(raw)) continue;
            if (raw < 0) throw new ArgumentException($"{name} has a negative figure, so its shares are undefined (shift or min-max it first).", nameof(column));
            n++;
            Sums.Add(ref sum, ref lost, Treat(raw));
        }
        double mean = (sum + lost) / n;
        sum = lost = 0;
        foreach (double raw in column)
            if (!double.IsNaN(raw)) Sums.Add(ref sum, ref lost, Divergence(Treat(raw) / mean - 1));
        return (sum + lost) / n / Math.Log(n);
    }

    private double Treat(double x) => Zeros switch
    {
        EntropyZeros.ZeroTimesLogZero => x,
        EntropyZeros.Replace => x == 0 ? Epsilon : x == 1 ? 1 - Epsilon : x,
        EntropyZeros.Compress => Epsilon + (1 - 2 * Epsilon) * x,
        EntropyZeros.Shift => x + Epsilon,
        _ => throw new InvalidOperationException($"There is no zero handling {Zeros}."),
    };

    private static double Divergence(double t) =>
        t <= -1 ? 1
        : Math.Abs(t) < 1e-3 ? t * t * (1.0 / 2 - t * (1.0 / 6 - t * (1.0 / 12 - t * (1.0 / 20 - t / 30))))
        : (1 + t) * Math.Log(1 + t) - t;
}
