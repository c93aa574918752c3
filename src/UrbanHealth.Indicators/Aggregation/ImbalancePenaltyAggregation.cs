namespace UrbanHealth.Indicators;

/// <summary>The arithmetic mean less a penalty for imbalance (均衡性惩罚): M ∓ λ·S·cv = M ∓ λS²/M, S the standard deviation of the area's own scores. Source: the penalty of Mazziotta &amp; Pareto (2013) on scores as they are.</summary>
/// <remarks>
/// Not monotone: raising the one best score can lower the composite. NaN where the mean is 0, and where a sample deviation of a single score is asked for. For the Mazziotta-Pareto indices, which standardise first, use <see cref="MazziottaParetoAggregation"/>.
/// A contribution is xᵢ·∂/∂xᵢ (Euler).
/// </remarks>
public sealed record ImbalancePenaltyAggregation : RowAggregation
{
    private readonly double strength = 1;

    /// <summary>The strength λ of the penalty; 1 by default, 0 is the arithmetic mean.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not a finite number.</exception>
    public double Strength
    {
        get => strength;
        init => strength = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Strength), value, "The strength of a penalty is finite and not negative.");
    }

    /// <summary>Whether imbalance is penalised or added; penalised by default.</summary>
    public ImbalanceSign Sign { get; init; } = ImbalanceSign.Penalty;

    /// <summary>What the squared deviations are divided by; of the population by default, as in the source.</summary>
    public VarianceDenominator Denominator { get; init; } = VarianceDenominator.Population;

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese ? "均衡性惩罚平均" : "mean penalised for imbalance";

    private protected override double Mean(in RowScores row) => new Imbalance(Strength, Sign, Denominator).Of(row.Scores, row);

    private protected override void Share(in RowScores row, double composite, Span<double> shares) => new Imbalance(Strength, Sign, Denominator).Share(row.Scores, row, shares);
}
