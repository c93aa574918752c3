using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>MEREC weights (基于移除效应的赋权): how much the performance of the areas changes when an indicator is taken away.</summary>
/// <remarks>
/// n_ij = min_i x / x_ij (x_ij / max_i x where less is better), S_i = ln(1 + (1/m)·Σ_j |ln n_ij|), S'_ij the same without j (still over m),
/// w_j ∝ Σ_i |S'_ij − S_i|. Figures must be positive; rows with a gap are left out whatever <see cref="ObjectiveWeighting.Missing"/> says, since a row is judged as a whole.
/// Source: Keshavarz-Ghorabaee et al. (2021), Symmetry 13(4) 525. Invariant to the scale of a column, not to its origin.
/// </remarks>
public sealed record MerecWeighting : ObjectiveWeighting
{
    /// <summary>The direction of each column of raw figures; empty, the default, when all point upwards as scores do.</summary>
    public IReadOnlyList<Direction> Directions { get; init; } = [];

    private protected override string Name => "merec";

    private protected override ObjectiveWeighting ForColumns(List<int> places, int count) =>
        Directions.Count == count ? this with { Directions = [.. places.Select(j => Directions[j])] } : this;

    internal override ScoresNeeded Needs => ScoresNeeded.Rows;

    private protected override double[] Importance(Learned scores, Dictionary<string, IReadOnlyList<double>> evidence)
    {
        if (Directions.Count > 0 && Directions.Count != scores.Names.Length) throw new ArgumentException("There is not one direction for each column.", nameof(scores));
        Matrix rows = scores.Rows!.CompleteRows();
        if (rows.Rows < 2) throw new ArgumentException("MEREC needs at least two rows without a gap.", nameof(scores));
        int m = rows.Columns;
        var logs = new double[m][];
        for (int j = 0; j < m; j++) logs[j] = Logs(rows.Column(j), Directions.Count == 0 ? Direction.HigherIsBetter : Directions[j], scores.Names[j]);
        var effects = new double[m];
        for (int j = 0; j < m; j++)
        {
            double effect = 0, lost = 0;
            for (int i = 0; i < rows.Rows; i++)
            {
                double total = 0;
                for (int k = 0; k < m; k++) total += logs[k][i];
                Sums.Add(ref effect, ref lost, Math.Abs(ElementaryFunctions.Log(1 + (total - logs[j][i]) / m) - ElementaryFunctions.Log(1 + total / m)));
            }
            effects[j] = effect + lost;
        }
        evidence["removalEffect"] = effects;
        return effects;
    }

    /// <summary>|ln n_ij| of one column: ln(x/min) where more is better, ln(max/x) where less is.</summary>
    private static double[] Logs(ReadOnlySpan<double> column, Direction direction, string name)
    {
        double minimum = double.PositiveInfinity, maximum = 0;
        foreach (double x in column)
        {
            if (!(x > 0)) throw new ArgumentException($"{name} has a figure that is not positive, and MEREC takes logarithms.", nameof(column));
            minimum = Math.Min(minimum, x);
            maximum = Math.Max(maximum, x);
        }
        var logs = new double[column.Length];
        for (int i = 0; i < logs.Length; i++)
            logs[i] = direction switch
            {
                Direction.HigherIsBetter => ElementaryFunctions.Log(column[i] / minimum),
                Direction.LowerIsBetter => ElementaryFunctions.Log(maximum / column[i]),
                _ => throw new ArgumentException($"MEREC takes raw figures of which more or less is better, and {name} is {direction}: score it first.", nameof(direction)),
            };
        return logs;
    }

    /// <inheritdoc/>
    public bool Equals(MerecWeighting? other) => other is not null && base.Equals(other) && Directions.SequenceEqual(other.Directions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Directions.Count);
}
