using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The Mazziotta-Pareto index (MPI) and its adjusted form (AMPI): M ∓ S·cv of indicators standardised across areas. Source: De Muro, Mazziotta &amp; Pareto (2011); Mazziotta &amp; Pareto (2016).</summary>
/// <remarks>
/// The means and deviations (or ranges) of the columns are learned; <see cref="Fit"/> freezes them. A column in which all areas are equal has no standard form and is an error.
/// With <see cref="References"/>, AMPI puts the reference values at 100: lowest and highest become reference ∓ half the range.
/// </remarks>
public sealed record MazziottaParetoAggregation : Aggregation
{
    private readonly Figures references = Figures.Of([]);

    /// <summary>How each indicator is standardised; as MPI by default.</summary>
    public MazziottaParetoScale Scale { get; init; } = MazziottaParetoScale.Deviations;

    /// <summary>Whether imbalance is penalised (MPI⁻) or added (MPI⁺); penalised by default.</summary>
    public ImbalanceSign Sign { get; init; } = ImbalanceSign.Penalty;

    /// <summary>What squared deviations are divided by, down the columns and along the row; of the population by default, as in the source.</summary>
    public VarianceDenominator Denominator { get; init; } = VarianceDenominator.Population;

    /// <summary>For AMPI, the value of each column that scores 100, such as that of a base year; empty by default, when the middle of the range does.</summary>
    public IReadOnlyList<double> References
    {
        get => references;
        init => references = Figures.Of(value);
    }

    /// <inheritdoc/>
    public override bool IsRelative => true;

    /// <inheritdoc/>
    public override string Describe(Language language) => (Scale, language) switch
    {
        (MazziottaParetoScale.Deviations, Language.Chinese) => "Mazziotta-Pareto 指数",
        (MazziottaParetoScale.Range, Language.Chinese) => "修正 Mazziotta-Pareto 指数",
        (MazziottaParetoScale.Deviations, _) => "Mazziotta-Pareto index",
        _ => "adjusted Mazziotta-Pareto index",
    };

    /// <inheritdoc/>
    public override void Aggregate(Matrix scores, ReadOnlySpan<double> weights, Span<double> composites)
    {
        CheckShapes(scores, weights, composites);
        Fit(scores, weights).Aggregate(scores, weights, composites);
    }

    /// <inheritdoc/>
    public override RowAggregation Fit(Matrix scores, ReadOnlySpan<double> weights)
    {
        CheckShapes(scores, weights);
        if (references.Count > 0 && references.Count != scores.Columns) throw new ArgumentException("There is one reference value for each column.", nameof(scores));
        var centres = new double[scores.Columns];
        var spreads = new double[scores.Columns];
        for (int j = 0; j < centres.Length; j++)
        {
            (centres[j], spreads[j]) = Scale == MazziottaParetoScale.Deviations
                ? ColumnMoments.Of(scores.Column(j), Denominator == VarianceDenominator.Sample)
                : Range(scores.Column(j), references.Count > 0 ? references[j] : null);
            if (spreads[j] == 0) throw new ArgumentException($"Column {j} has one value only and no standard form.", nameof(scores));
        }
        return new FittedMazziottaPareto { Centres = centres, Spreads = spreads, Unit = Scale == MazziottaParetoScale.Deviations ? 10 : 60, Sign = Sign, Denominator = Denominator };
    }

    /// <summary>The value that scores 100 and the width that makes 60 points.</summary>
    private static (double Centre, double Width) Range(ReadOnlySpan<double> column, double? reference)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double x in column)
        {
            if (double.IsNaN(x)) continue;
            low = Math.Min(low, x);
            high = Math.Max(high, x);
        }
        return low <= high ? (reference ?? low + (high - low) / 2, high - low) : (double.NaN, double.NaN);
    }
}
