using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The Mazziotta-Pareto index with frozen columns (固定参照的 MPI): x is standardised as 100 + unit·(x − centre)/spread.</summary>
/// <remarks>A contribution is zᵢ·∂/∂zᵢ of the standardised scores (Euler), which sum to the composite. A score in a column that had none when fitted is an error.</remarks>
public sealed record FittedMazziottaPareto : RowAggregation
{
    private readonly Figures centres = Figures.Of([]), spreads = Figures.Of([]);

    /// <summary>The score of each column that becomes 100.</summary>
    public required IReadOnlyList<double> Centres { get => centres; init => centres = Figures.Of(value); }

    /// <summary>The distance in each column that becomes <see cref="Unit"/> points.</summary>
    public required IReadOnlyList<double> Spreads { get => spreads; init => spreads = Figures.Of(value); }

    /// <summary>10 for MPI, 60 for AMPI.</summary>
    public required double Unit { get; init; }

    /// <summary>Whether imbalance is penalised or added.</summary>
    public ImbalanceSign Sign { get; init; }

    /// <summary>What squared deviations along the row are divided by.</summary>
    public VarianceDenominator Denominator { get; init; } = VarianceDenominator.Population;

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese ? "Mazziotta-Pareto 指数(固定参照)" : "Mazziotta-Pareto index, frozen";

    private protected override int? ColumnCount => centres.Count;

    private protected override double Mean(in RowScores row)
    {
        Span<double> z = row.Scores.Length <= 64 ? stackalloc double[row.Scores.Length] : new double[row.Scores.Length];
        Standardize(row, z);
        return new Imbalance(1, Sign, Denominator).Of(z, row);
    }

    private protected override void Share(in RowScores row, double composite, Span<double> shares)
    {
        Span<double> z = row.Scores.Length <= 64 ? stackalloc double[row.Scores.Length] : new double[row.Scores.Length];
        Standardize(row, z);
        new Imbalance(1, Sign, Denominator).Share(z, row, shares);
    }

    private void Standardize(in RowScores row, Span<double> z)
    {
        for (int i = 0; i < z.Length; i++)
        {
            int j = row.Columns[i];
            z[i] = 100 + Unit * ((row.Scores[i] - centres[j]) / spreads[j]);
            if (double.IsNaN(z[i])) throw Undefined(row.Scores, $"Column {j} had no score when the method was fitted.");
        }
    }
}
