using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>TOPSIS with frozen norms and ideals (固定理想解的 TOPSIS); adding an area never moves an old closeness.</summary>
/// <remarks>Distances are taken to the ideals whatever lies beyond them, so a later score above the best one is as far from it as one below. A score in a column that had none when fitted is an error. No contributions.</remarks>
public sealed record FittedTopsis : RowAggregation
{
    private readonly Figures norms = Figures.Of([]), best = Figures.Of([]), worst = Figures.Of([]);

    /// <summary>What each column is divided by.</summary>
    public required IReadOnlyList<double> Norms { get => norms; init => norms = Figures.Of(value); }

    /// <summary>The best score of each column, as given (正理想解); NaN where there was none.</summary>
    public required IReadOnlyList<double> Best { get => best; init => best = Figures.Of(value); }

    /// <summary>The worst score of each column, as given (负理想解).</summary>
    public required IReadOnlyList<double> Worst { get => worst; init => worst = Figures.Of(value); }

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese ? "TOPSIS(固定理想解)" : "TOPSIS, frozen ideals";

    private protected override int? ColumnCount => norms.Count;

    private protected override bool HasContributions => false;

    /// <summary>The distances of one area to the best and to the worst (到正、负理想解的距离); NaN when nothing is present.</summary>
    /// <exception cref="ArgumentException">The lengths differ, a weight is negative or no number, or a score stands in a column that had none when fitted.</exception>
    public (double ToBest, double ToWorst) Distances(ReadOnlySpan<double> scores, ReadOnlySpan<double> weights)
    {
        if (scores.Length != norms.Count) throw new ArgumentException("The method was made for another number of scores.", nameof(scores));
        if (weights.Length != scores.Length) throw new ArgumentException("One weight for each score is needed.", nameof(weights));
        WeightCheck.NotNegative(weights);
        double sum = 0, up = 0, down = 0;
        for (int j = 0; j < scores.Length; j++) if (!double.IsNaN(scores[j])) sum += weights[j];
        if (sum == 0) return (double.NaN, double.NaN);
        for (int j = 0; j < scores.Length; j++)
        {
            if (double.IsNaN(scores[j]) || weights[j] == 0) continue;
            if (double.IsNaN(best[j])) throw new ArgumentException($"Column {j} had no score when the method was fitted.", nameof(scores));
            double w = weights[j] / sum / norms[j], toBest = w * (best[j] - scores[j]), toWorst = w * (scores[j] - worst[j]);
            up += toBest * toBest;
            down += toWorst * toWorst;
        }
        return (Math.Sqrt(up), Math.Sqrt(down));
    }

    private protected override double Mean(in RowScores row)
    {
        Span<double> x = norms.Count <= 64 ? stackalloc double[norms.Count] : new double[norms.Count];
        Span<double> w = norms.Count <= 64 ? stackalloc double[norms.Count] : new double[norms.Count];
        w.Clear(); // what has no weight is not looked at
        for (int i = 0; i < row.Scores.Length; i++) (x[row.Columns[i]], w[row.Columns[i]]) = (row.Scores[i], row.Weights[i]);
        (double toBest, double toWorst) = Distances(x, w);
        return toWorst / (toBest + toWorst);
    }

    private protected override void Share(in RowScores row, double composite, Span<double> shares) => throw new InvalidOperationException("A closeness has no contributions.");
}
