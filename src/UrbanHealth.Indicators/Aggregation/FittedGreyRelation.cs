using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Grey relational evaluation against a frozen reference (固定参考序列的灰色关联).</summary>
/// <remarks>The difference is how far a score falls short of the reference: a later score above it counts as reaching it. A score in a column that had none when fitted is an error. A contribution is wᵢξᵢ.</remarks>
public sealed record FittedGreyRelation : RowAggregation
{
    private readonly Figures reference = Figures.Of([]);

    /// <summary>The reference score of each column (参考序列); NaN where there was none.</summary>
    public required IReadOnlyList<double> Reference { get => reference; init => reference = Figures.Of(value); }

    /// <summary>The smallest difference when fitted.</summary>
    public required double SmallestDifference { get; init; }

    /// <summary>The largest difference when fitted.</summary>
    public required double LargestDifference { get; init; }

    /// <summary>The resolution ρ.</summary>
    public required double Resolution { get; init; }

    /// <summary>Whether the extremes are the frozen ones or each area's own.</summary>
    public GreyExtremes Extremes { get; init; }

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese ? "灰色关联度(固定参考序列)" : "grey relational degree, frozen reference";

    private protected override int? ColumnCount => reference.Count;

    private protected override double Mean(in RowScores row)
    {
        Span<double> xi = row.Scores.Length <= 64 ? stackalloc double[row.Scores.Length] : new double[row.Scores.Length];
        Coefficients(row, xi);
        double sum = 0;
        for (int i = 0; i < xi.Length; i++) sum += row.Weights[i] * xi[i];
        return sum / row.PresentWeight;
    }

    private protected override void Share(in RowScores row, double composite, Span<double> shares)
    {
        Coefficients(row, shares);
        for (int i = 0; i < shares.Length; i++) shares[i] *= row.Scale * row.Weights[i] / row.PresentWeight;
    }

    private void Coefficients(in RowScores row, Span<double> xi)
    {
        for (int i = 0; i < xi.Length; i++)
        {
            xi[i] = Math.Max(0, reference[row.Columns[i]] - row.Scores[i]);
            if (double.IsNaN(xi[i])) throw Undefined(row.Scores, $"Column {row.Columns[i]} had no score when the method was fitted.");
        }
        (double smallest, double largest) = Extremes == GreyExtremes.Global ? (SmallestDifference, LargestDifference) : Indicators.GreyRelation.Extremes(xi);
        for (int i = 0; i < xi.Length; i++) xi[i] = Indicators.GreyRelation.Coefficient(xi[i], smallest, largest, Resolution);
    }
}
