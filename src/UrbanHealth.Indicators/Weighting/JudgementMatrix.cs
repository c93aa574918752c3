using System.Globalization;
using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>Pairwise comparisons (判断矩阵): a_ij says how many times as important i is as j; positive, a_ji = 1/a_ij, NaN where none was made.</summary>
/// <remarks>Immutable, compared by value. The usual scale is Saaty's 1…9 and its reciprocals; any positive ratio is taken.</remarks>
[JsonConverter(typeof(JudgementMatrixJsonConverter))]
public sealed class JudgementMatrix : IEquatable<JudgementMatrix>
{
    private readonly double[,] ratios;

    private JudgementMatrix(double[,] ratios, IReadOnlyList<string> codes) => (this.ratios, Codes) = (ratios, codes);

    /// <summary>The number of things compared.</summary>
    public int Order => ratios.GetLength(0);

    /// <summary>The codes of the things compared; empty when they go by their order.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>How many times as important <paramref name="row"/> is as <paramref name="column"/>; NaN when that was not judged.</summary>
    public double this[int row, int column] => ratios[row, column];

    /// <summary>True when every pair was judged.</summary>
    public bool IsComplete => MissingCount == 0;

    /// <summary>The number of pairs that were not judged.</summary>
    public int MissingCount
    {
        get
        {
            int missing = 0;
            for (int i = 0; i < Order; i++)
                for (int j = i + 1; j < Order; j++)
                    if (double.IsNaN(ratios[i, j])) missing++;
            return missing;
        }
    }

    /// <summary>A matrix of its rows.</summary>
    /// <param name="rows">Square; NaN for a judgement that was not made.</param>
    /// <param name="tolerance">How far a_ij·a_ji may lie from 1; the upper triangle is kept and the lower made its exact reciprocal. 1e-6 by default: raise it knowingly for matrices printed with few decimals.</param>
    /// <exception cref="ArgumentException">Not square, not positive, not reciprocal, or a diagonal that is not 1; the message lists every place (<see cref="Check"/>).</exception>
    public static JudgementMatrix FromRows(IReadOnlyList<IReadOnlyList<double>> rows, double tolerance = 1e-6)
    {
        ValidationReport report = Check(rows, tolerance);
        if (!report.IsValid) throw new ArgumentException(report.ToString(), nameof(rows));
        var ratios = new double[rows.Count, rows.Count];
        for (int i = 0; i < rows.Count; i++)
        {
            ratios[i, i] = 1;
            for (int j = i + 1; j < rows.Count; j++) Set(ratios, i, j, double.IsNaN(rows[i][j]) ? 1 / rows[j][i] : rows[i][j]);
        }
        return new JudgementMatrix(ratios, []);
    }

    /// <summary>A matrix of its upper triangle, row by row without the diagonal: a12, a13 … a1n, a23 … (as questionnaires ask).</summary>
    /// <param name="order">The number of things compared.</param>
    /// <param name="ratios">order·(order − 1)/2 ratios; NaN for a judgement that was not made.</param>
    /// <exception cref="ArgumentException">Their number is wrong or one is not positive.</exception>
    public static JudgementMatrix FromUpperTriangle(int order, params double[] ratios)
    {
        ArgumentNullException.ThrowIfNull(ratios);
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        if (ratios.Length != order * (order - 1) / 2) throw new ArgumentException(FormattableString.Invariant($"The upper triangle of order {order} has {order * (order - 1) / 2} ratios, not {ratios.Length}."), nameof(ratios));
        var all = new double[order, order];
        for (int i = 0, k = 0; i < order; i++)
        {
            all[i, i] = 1;
            for (int j = i + 1; j < order; j++, k++)
            {
                if (ratios[k] <= 0 || double.IsInfinity(ratios[k])) throw new ArgumentException(FormattableString.Invariant($"The ratio of {i + 1} to {j + 1} is {ratios[k]}; it must be positive."), nameof(ratios));
                Set(all, i, j, ratios[k]);
            }
        }
        return new JudgementMatrix(all, []);
    }

    /// <summary>The matrix that weights imply: a_ij = w_i / w_j.</summary>
    /// <exception cref="ArgumentException">A weight is not positive.</exception>
    public static JudgementMatrix FromWeights(params double[] weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Length == 0 || !Array.TrueForAll(weights, w => w > 0 && double.IsFinite(w))) throw new ArgumentException("Weights are positive, and at least one.", nameof(weights));
        return FromUpperTriangle(weights.Length, [.. weights.SelectMany((w, i) => weights.Skip(i + 1).Select(v => w / v))]);
    }

    /// <summary>Everything that is wrong with rows that should be a judgement matrix; a warning for each ratio outside 1/9…9.</summary>
    /// <param name="rows">Should be square; NaN for a judgement that was not made.</param>
    /// <param name="tolerance">How far a_ij·a_ji may lie from 1.</param>
    public static ValidationReport Check(IReadOnlyList<IReadOnlyList<double>> rows, double tolerance = 1e-6) => JudgementChecks.Of(rows, tolerance);

    /// <summary>The same judgements about things with codes, so that they find their siblings whatever the order.</summary>
    /// <exception cref="ArgumentException">Not one code for each, or a code twice.</exception>
    public JudgementMatrix For(params string[] codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        if (codes.Length != Order || codes.Distinct(StringComparer.Ordinal).Count() != Order) throw new ArgumentException("The matrix needs one code of its own for each thing compared.", nameof(codes));
        return new JudgementMatrix(ratios, [.. codes]);
    }

    /// <summary>The rows, copied.</summary>
    public double[][] ToRows() => [.. Enumerable.Range(0, Order).Select(i => Enumerable.Range(0, Order).Select(j => ratios[i, j]).ToArray())];

    /// <summary>The judgements in the order of the siblings' codes; as they are where either side has none.</summary>
    internal JudgementMatrix Ordered(Siblings siblings)
    {
        if (siblings.Count != Order) throw new ArgumentException(FormattableString.Invariant($"There are {siblings.Count} siblings and judgements about {Order}."), nameof(siblings));
        if (Codes.Count == 0 || siblings.Codes.Count == 0) return this;
        var places = Codes.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i, StringComparer.Ordinal);
        int[] at = [.. siblings.Codes.Select(c => places.TryGetValue(c, out int i) ? i : throw new ArgumentException($"There is no judgement about {c}.", nameof(siblings)))];
        var ordered = new double[Order, Order];
        for (int i = 0; i < Order; i++)
            for (int j = 0; j < Order; j++) ordered[i, j] = ratios[at[i], at[j]];
        return new JudgementMatrix(ordered, [.. siblings.Codes]);
    }

    internal double[,] Copy() => (double[,])ratios.Clone();

    internal static JudgementMatrix Of(double[,] ratios, IReadOnlyList<string> codes) => new(ratios, codes);

    private static void Set(double[,] ratios, int i, int j, double ratio) => (ratios[i, j], ratios[j, i]) = (ratio, 1 / ratio);

    /// <inheritdoc/>
    public bool Equals(JudgementMatrix? other)
    {
        if (other is null || other.Order != Order || !Codes.SequenceEqual(other.Codes, StringComparer.Ordinal)) return false;
        for (int i = 0; i < Order; i++)
            for (int j = i + 1; j < Order; j++)
                if (!ratios[i, j].Equals(other.ratios[i, j])) return false;
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as JudgementMatrix);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (double r in ratios) hash.Add(r);
        return hash.ToHashCode();
    }

    /// <summary>The rows, a line each; a ratio below 1 shows as its reciprocal, a judgement not made as ?.</summary>
    public override string ToString() => string.Join('\n', ToRows().Select(row => string.Join('\t', row.Select(Show))));

    private static string Show(double r) =>
        double.IsNaN(r) ? "?" : r >= 1 ? r.ToString("0.####", CultureInfo.InvariantCulture) : "1/" + (1 / r).ToString("0.####", CultureInfo.InvariantCulture);
}
