using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Benefit of the doubt against frozen yardsticks (固定前沿的 BOD); a later area may score above 1.</summary>
/// <remarks>A contribution is wⱼxⱼ with the weights the area chose. NaN where no weights are bounded, as for a score in columns where every yardstick is 0, or without any yardstick.</remarks>
public sealed record FittedBenefitOfTheDoubt : RowAggregation
{
    private readonly Rows frontier = new([]);

    /// <summary>The areas that are the yardstick (前沿面), one score a column; a missing one is 0.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Frontier { get => frontier; init => frontier = new Rows([.. (value ?? throw new ArgumentNullException(nameof(Frontier))).Select(row => Figures.Of(row))]); }

    /// <summary>The least share of each column in the sum of weights.</summary>
    public required double LeastShare { get; init; }

    /// <summary>The largest share of each column in the sum of weights.</summary>
    public required double LargestShare { get; init; }

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese ? "疑义获益法(固定前沿)" : "benefit of the doubt, frozen frontier";

    private protected override int? ColumnCount => frontier.Count == 0 ? null : frontier[0].Count;

    /// <summary>The weights an area chooses (最有利权重), one a score, 0 where it is missing; null when they are not bounded.</summary>
    /// <param name="scores">The area's scores, not negative; NaN is missing.</param>
    /// <exception cref="ArgumentException">A score is negative, or there are not as many as columns.</exception>
    public double[]? WeightsOf(ReadOnlySpan<double> scores)
    {
        if (ColumnCount is { } width && width != scores.Length) throw new ArgumentException("The method was made for another number of scores.", nameof(scores));
        var columns = new List<int>();
        for (int j = 0; j < scores.Length; j++)
        {
            if (scores[j] < 0) throw new ArgumentException("Benefit of the doubt is not defined for a negative score.", nameof(scores));
            if (!double.IsNaN(scores[j])) columns.Add(j);
        }
        if (Choose(scores, columns, scores.Length) is not { } chosen) return null;
        var weights = new double[scores.Length];
        for (int i = 0; i < columns.Count; i++) weights[columns[i]] = chosen[i];
        return weights;
    }

    private protected override double Mean(in RowScores row) => Solve(row) is { } parts ? Sums.Of(parts) : double.NaN;

    private protected override void Share(in RowScores row, double composite, Span<double> shares)
    {
        double[] parts = Solve(row)!;
        for (int i = 0; i < parts.Length; i++) shares[i] = row.Scale * parts[i];
    }

    /// <summary>wⱼxⱼ of each present score.</summary>
    private double[]? Solve(in RowScores row)
    {
        if (ColumnCount is not { } columns) return null;
        Span<double> scores = columns <= 64 ? stackalloc double[columns] : new double[columns];
        scores.Clear();
        var used = new List<int>();
        for (int i = 0; i < row.Scores.Length; i++)
        {
            if (row.Weights[i] == 0) continue;
            if (row.Scores[i] < 0) throw Undefined(row.Scores, "Benefit of the doubt is not defined for a negative score.");
            scores[row.Columns[i]] = row.Scores[i];
            used.Add(row.Columns[i]);
        }
        if (Choose(scores, used, columns) is not { } weights) return null;
        var parts = new double[row.Scores.Length];
        for (int i = 0, k = 0; i < parts.Length; i++)
            if (row.Weights[i] != 0) parts[i] = weights[k++] * row.Scores[i];
        return parts;
    }

    private double[]? Choose(ReadOnlySpan<double> scores, List<int> columns, int all)
    {
        int n = columns.Count;
        double stretch = (double)all / Math.Max(1, n), least = LeastShare * stretch, largest = LargestShare * stretch;
        bool floor = least > 0, ceiling = largest < 1;
        int rows = frontier.Count + (floor ? n : 0) + (ceiling ? n : 0), at = frontier.Count;
        var matrix = new double[rows, n];
        var right = new double[rows];
        for (int k = 0; k < frontier.Count; k++)
        {
            right[k] = 1;
            for (int j = 0; j < n; j++) matrix[k, j] = frontier[k][columns[j]];
        }
        for (int bound = 0; bound < 2; bound++)
        {
            if (!(bound == 0 ? floor : ceiling)) continue;
            // least·Σw − wⱼ ≤ 0 and wⱼ − largest·Σw ≤ 0
            for (int j = 0; j < n; j++, at++)
                for (int k = 0; k < n; k++)
                    matrix[at, k] = bound == 0 ? least - (k == j ? 1 : 0) : (k == j ? 1 : 0) - largest;
        }
        var cost = new double[n];
        for (int j = 0; j < n; j++) cost[j] = -scores[columns[j]];
        return Simplex.Minimise(cost, matrix, right, new bool[rows]);
    }

    private sealed class Rows(Figures[] rows) : System.Collections.ObjectModel.ReadOnlyCollection<IReadOnlyList<double>>(rows), IEquatable<Rows>
    {
        public bool Equals(Rows? other) => other is not null && Items.SequenceEqual(other.Items);

        public override bool Equals(object? obj) => Equals(obj as Rows);

        public override int GetHashCode() => Items.Count == 0 ? 0 : HashCode.Combine(Items.Count, Items[0]);
    }
}
