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
    public override void Aggregate(Matrix scores, ReadOnlySpan<double> weights, Span<double> composites) => Fit(scores, weights).Aggregate(scores, weights, composites);

    /// <inheritdoc/>
    public override RowAggregation Fit(Matrix scores, ReadOnlySpan<double> weights)
    {
        CheckShapes(scores, weights);
        return FitByMoments(MomentsOf(scores));
    }

    internal override bool LearnsFromMoments => true;

    internal override RowAggregation FitByMoments(ExactMoments[] scores)
    {
        if (references.Count > 0 && references.Count != scores.Length) throw new ArgumentException("There is one reference value for each column.", nameof(scores));
        var centres = new double[scores.Length];
        var spreads = new double[scores.Length];
        for (int j = 0; j < centres.Length; j++)
        {
            ExactMoments column = scores[j];
            if (column.Count > 0 && !(column.Minimum < column.Maximum)) throw new ArgumentException($"Column {j} has one value only and no standard form.", nameof(scores));
            (centres[j], spreads[j]) = column.Count == 0 ? (double.NaN, double.NaN)
                : Scale == MazziottaParetoScale.Deviations ? (column.Mean, Math.Sqrt(column.Variance(Denominator == VarianceDenominator.Sample ? 1 : 0)))
                : (references.Count > 0 ? references[j] : column.Minimum + (column.Maximum - column.Minimum) / 2, column.Maximum - column.Minimum);
        }
        return new FittedMazziottaPareto { Centres = centres, Spreads = spreads, Unit = Scale == MazziottaParetoScale.Deviations ? 10 : 60, Sign = Sign, Denominator = Denominator };
    }
}
