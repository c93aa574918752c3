using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>VIKOR with frozen best, worst and ranges (固定参照的 VIKOR); a later area may score outside 0…1.</summary>
/// <remarks>NaN where a later score differs in a column, or a later S or R in a range, that was constant when fitted. A score in a column that had none is an error. No contributions.</remarks>
public sealed record FittedVikor : RowAggregation
{
    private readonly Figures best = Figures.Of([]), worst = Figures.Of([]);

    /// <summary>The best score of each column, f*; NaN where there was none.</summary>
    public required IReadOnlyList<double> Best { get => best; init => best = Figures.Of(value); }

    /// <summary>The worst score of each column, f⁻.</summary>
    public required IReadOnlyList<double> Worst { get => worst; init => worst = Figures.Of(value); }

    /// <summary>S*, the least S.</summary>
    public required double LeastS { get; init; }

    /// <summary>S⁻, the largest S.</summary>
    public required double MostS { get; init; }

    /// <summary>R*, the least R.</summary>
    public required double LeastR { get; init; }

    /// <summary>R⁻, the largest R.</summary>
    public required double MostR { get; init; }

    /// <summary>The weight v of S against R.</summary>
    public required double Strategy { get; init; }

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese ? "VIKOR(固定参照, 1 − Q)" : "VIKOR, frozen (1 − Q)";

    private protected override int? ColumnCount => best.Count;

    private protected override bool HasContributions => false;

    /// <summary>S, R and Q of one area; NaN when nothing is present.</summary>
    /// <exception cref="ArgumentException">The lengths differ, a weight is negative or no number, or a score stands in a column that had none when fitted.</exception>
    public (double S, double R, double Q) Measures(ReadOnlySpan<double> scores, ReadOnlySpan<double> weights)
    {
        if (scores.Length != best.Count) throw new ArgumentException("The method was made for another number of scores.", nameof(scores));
        if (weights.Length != scores.Length) throw new ArgumentException("One weight for each score is needed.", nameof(weights));
        WeightCheck.NotNegative(weights);
        double sum = 0, s = 0, r = double.NegativeInfinity; // beyond the best in every column the largest distance is negative
        for (int j = 0; j < scores.Length; j++) if (!double.IsNaN(scores[j])) sum += weights[j];
        if (sum == 0) return (double.NaN, double.NaN, double.NaN);
        for (int j = 0; j < scores.Length; j++)
        {
            if (double.IsNaN(scores[j]) || weights[j] == 0) continue;
            if (double.IsNaN(best[j])) throw new ArgumentException($"Column {j} had no score when the method was fitted.", nameof(scores));
            double part = weights[j] / sum * Yardstick.Distance(scores[j], best[j], worst[j]);
            s += part;
            r = Math.Max(r, part);
        }
        return (s, r, Strategy * Yardstick.Distance(s, LeastS, MostS) + (1 - Strategy) * Yardstick.Distance(r, LeastR, MostR));
    }

    private protected override double Mean(in RowScores row)
    {
        Span<double> x = best.Count <= 64 ? stackalloc double[best.Count] : new double[best.Count];
        Span<double> w = best.Count <= 64 ? stackalloc double[best.Count] : new double[best.Count];
        w.Clear(); // what has no weight is not looked at
        for (int i = 0; i < row.Scores.Length; i++) (x[row.Columns[i]], w[row.Columns[i]]) = (row.Scores[i], row.Weights[i]);
        return 1 - Measures(x, w).Q;
    }

    private protected override void Share(in RowScores row, double composite, Span<double> shares) => throw new InvalidOperationException("VIKOR has no contributions.");
}
