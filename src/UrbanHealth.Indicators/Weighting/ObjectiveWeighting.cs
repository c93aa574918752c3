using UrbanHealth.Indicators.Numerics;

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
        if (Start(siblings.Count) is { } partial)
        {
            for (; partial.NeedsRows; partial.EndPass()) partial.Add(siblings.Scores, []);
            return partial.Finish(siblings);
        }
        Matrix scores = LeavesOutGaps ? siblings.Scores.CompleteRows() : siblings.Scores;
        return Weigh(siblings, SiblingStatistics.Of(scores, Needs), [], scores);
    }

    internal sealed override bool LearnsFromScores => true;

    internal sealed override PartialWeighting? Start(int siblings) => Needs == ScoresNeeded.Rows && siblings > 1 ? null : new PartialObjective(this, siblings);

    /// <summary>The weights, by what was learned of the rows.</summary>
    /// <param name="siblings">What is known of the siblings.</param>
    /// <param name="statistics">Of the rows that count.</param>
    /// <param name="sums">The sums of the second pass, one a column; empty where there is none.</param>
    /// <param name="rows">The rows that count, for methods that need them.</param>
    internal WeightSet Weigh(Siblings siblings, SiblingStatistics statistics, ExactSum[] sums, Matrix? rows)
    {
        int count = siblings.Count;
        if (count == 1) return new WeightSet([1.0], Name);
        var varying = new List<int>();
        for (int j = 0; j < count; j++)
        {
            if (Varies(statistics[j], siblings, j)) varying.Add(j);
            else if (Constant == ConstantColumns.Reject) throw new ArgumentException($"{siblings.NameOf(j)} is the same everywhere: {Name} weights are undefined there (or give it weight 0 by ConstantColumns.ZeroWeight).", nameof(siblings));
        }
        if (varying.Count == 0) throw new ArgumentException("All siblings are the same everywhere.", nameof(siblings));

        bool all = varying.Count == count;
        var evidence = new Dictionary<string, IReadOnlyList<double>>();
        string[] names = [.. varying.Select(siblings.NameOf)];
        double[] found = varying.Count == 1 ? [1.0] : ForColumns(varying, count).Importance(
            new Learned(all ? statistics : statistics.At(varying), all || sums.Length == 0 ? sums : [.. varying.Select(j => sums[j])], all ? rows : rows?.ColumnsAt([.. varying]), names), evidence);
        return all ? Finish(found, evidence) : Finish(Spread(found, varying, count, 0), Spread(evidence, varying, count));
    }

    /// <summary>What the method has to know of the scores.</summary>
    internal abstract ScoresNeeded Needs { get; }

    /// <summary>True when only rows without a gap count.</summary>
    internal virtual bool LeavesOutGaps => Missing == MissingPairs.CompleteRows;

    /// <summary>True for a method that sums something over each column in a second pass, by what the first one found.</summary>
    internal virtual bool HasSecondPass => false;

    /// <summary>Adds a part of a column to its sum; the column is not constant.</summary>
    internal virtual void SecondPass(SiblingStatistics statistics, int column, ReadOnlySpan<double> scores, ExactSum sum)
    {
    }

    /// <summary>What was learned of at least two columns, none of them constant.</summary>
    /// <param name="Statistics">Of the rows that count.</param>
    /// <param name="Sums">The sums of the second pass; empty where there is none.</param>
    /// <param name="Rows">The rows that count, for methods that need them.</param>
    /// <param name="Names">The columns' names.</param>
    internal sealed record Learned(SiblingStatistics Statistics, ExactSum[] Sums, Matrix? Rows, string[] Names);

    /// <summary>The method's name in a <see cref="WeightSet"/>.</summary>
    private protected abstract string Name { get; }

    /// <summary>How much each column matters, up to a common factor.</summary>
    private protected abstract double[] Importance(Learned scores, Dictionary<string, IReadOnlyList<double>> evidence);

    /// <summary>The same method with the parameters of some columns only; methods without a parameter a column are the same for any.</summary>
    private protected virtual ObjectiveWeighting ForColumns(List<int> places, int count) => this;

    /// <summary>Importances to weights.</summary>
    private protected virtual WeightSet Finish(double[] importance, Dictionary<string, IReadOnlyList<double>> evidence) => WeightSet.Of(importance, Name, evidence);

    private static bool Varies(ExactMoments column, Siblings siblings, int j)
    {
        if (!column.Sum.IsFinite) throw new ArgumentException($"{siblings.NameOf(j)} has an infinite figure.", nameof(siblings));
        if (column.Count < 2) throw new ArgumentException(FormattableString.Invariant($"{siblings.NameOf(j)} has {column.Count} figure(s); weights learned from data need at least two areas."), nameof(siblings));
        return column.Minimum < column.Maximum;
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
