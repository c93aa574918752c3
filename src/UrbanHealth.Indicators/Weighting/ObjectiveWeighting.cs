namespace UrbanHealth.Indicators;

/// <summary>A weighting learned from the scores alone (客观赋权).</summary>
/// <remarks>
/// An only child weighs 1 whatever the data. Rows that are all missing are left out. Weights are not negative and sum to 1.
/// A permutation of areas or of siblings permutes the weights and changes nothing else.
/// </remarks>
public abstract record ObjectiveWeighting : Weighting
{
    private protected ObjectiveWeighting() { }

    /// <summary>Which rows count where figures are missing; pairwise by default.</summary>
    public MissingPairs Missing { get; init; }

    /// <summary>What becomes of a column that is the same everywhere; an error by default.</summary>
    public ConstantColumns Constant { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A column has fewer than two figures, an infinite one, is constant (unless <see cref="ConstantColumns.ZeroWeight"/>), or the method is undefined on the figures.</exception>
    public sealed override WeightSet Weigh(Siblings siblings)
    {
        ArgumentNullException.ThrowIfNull(siblings);
        if (siblings.Count == 1) return new WeightSet([1.0], Name);
        Matrix scores = Missing == MissingPairs.CompleteRows ? siblings.Scores.CompleteRows() : siblings.Scores;
        var varying = new List<int>();
        for (int j = 0; j < scores.Columns; j++)
        {
            if (Varies(scores.Column(j), siblings, j)) varying.Add(j);
            else if (Constant == ConstantColumns.Reject) throw new ArgumentException($"{siblings.NameOf(j)} is the same everywhere: {Name} weights are undefined there (or give it weight 0 by ConstantColumns.ZeroWeight).", nameof(siblings));
        }
        if (varying.Count == 0) throw new ArgumentException("All siblings are the same everywhere.", nameof(siblings));

        var evidence = new Dictionary<string, IReadOnlyList<double>>();
        Matrix kept = varying.Count == scores.Columns ? scores : scores.ColumnsAt([.. varying]);
        double[] found = varying.Count == 1 ? [1.0] : ForColumns(varying, scores.Columns).Importance(kept, [.. varying.Select(siblings.NameOf)], evidence);
        return varying.Count == scores.Columns ? Finish(found, evidence) : Finish(Spread(found, varying, scores.Columns, 0), Spread(evidence, varying, scores.Columns));
    }

    /// <summary>The method's name in a <see cref="WeightSet"/>.</summary>
    private protected abstract string Name { get; }

    /// <summary>How much each column matters, up to a common factor; at least two columns, none of them constant.</summary>
    private protected abstract double[] Importance(Matrix scores, string[] names, Dictionary<string, IReadOnlyList<double>> evidence);

    /// <summary>The same method with the parameters of some columns only; methods without a parameter a column are the same for any.</summary>
    private protected virtual ObjectiveWeighting ForColumns(List<int> places, int count) => this;

    /// <summary>Importances to weights.</summary>
    private protected virtual WeightSet Finish(double[] importance, Dictionary<string, IReadOnlyList<double>> evidence) => WeightSet.Of(importance, Name, evidence);

    private static bool Varies(ReadOnlySpan<double> column, Siblings siblings, int j)
    {
        int count = 0;
        double minimum = double.PositiveInfinity, maximum = double.NegativeInfinity;
        foreach (double x in column)
        {
            if (double.IsNaN(x)) continue;
            if (double.IsInfinity(x)) throw new ArgumentException($"{siblings.NameOf(j)} has an infinite figure.", nameof(siblings));
            count++;
            minimum = Math.Min(minimum, x);
            maximum = Math.Max(maximum, x);
        }
        if (count < 2) throw new ArgumentException(FormattableString.Invariant($"{siblings.NameOf(j)} has {count} figure(s); weights learned from data need at least two areas."), nameof(siblings));
        return minimum < maximum;
    }

    private static double[] Spread(IReadOnlyList<double> found, List<int> at, int count, double fill)
    {
        var all = new double[count];
        Array.Fill(all, fill);
        for (int k = 0; k < at.Count; k++) all[at[k]] = found[k];
        return all;
    }

    /// <summary>Evidence that is one number a column gets NaN for the columns that were left out.</summary>
    private static Dictionary<string, IReadOnlyList<double>> Spread(Dictionary<string, IReadOnlyList<double>> evidence, List<int> at, int count) =>
        evidence.ToDictionary(p => p.Key, p => p.Value.Count == at.Count ? Spread(p.Value, at, count, double.NaN) : p.Value);
}
