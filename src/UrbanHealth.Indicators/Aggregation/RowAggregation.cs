using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>An aggregation that needs only the area's own scores (逐行合成).</summary>
/// <remarks>
/// A missing score is left out, and the weights of the present ones are multiplied by (sum of all weights) / (sum of present weights), which is exactly 1 when nothing is missing.
/// Weights count by their proportions and by their sum W: the composite is W times the mean with the weights w/W, so that an index whose weights do not sum to 1 keeps them. Nothing present, or no weight on what is present, gives NaN.
/// </remarks>
public abstract record RowAggregation : Aggregation
{
    private const int OnStack = 64;

    private protected RowAggregation() { }

    /// <summary>The composite of one area.</summary>
    /// <param name="scores">The area's scores; NaN is missing.</param>
    /// <param name="weights">One weight a score, of the same length; finite, and not negative unless the method says so.</param>
    /// <returns>The composite; NaN when nothing is present, or where the method says so.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a weight is none, or a score is one the method is not defined for.</exception>
    public double Aggregate(ReadOnlySpan<double> scores, ReadOnlySpan<double> weights) => Aggregate(scores, weights, isTolerant: false);

    /// <summary>The composite of one area; NaN where the method is not defined.</summary>
    internal double AggregateOrNone(ReadOnlySpan<double> scores, ReadOnlySpan<double> weights)
    {
        try { return Aggregate(scores, weights, isTolerant: true); }
        catch (ArgumentException) { return double.NaN; } // rarer than a score that a rule forbids, which must not cost an exception
    }

    private double Aggregate(ReadOnlySpan<double> scores, ReadOnlySpan<double> weights, bool isTolerant)
    {
        int n = scores.Length;
        Span<double> present = n <= OnStack ? stackalloc double[2 * n] : new double[2 * n];
        Span<int> columns = n <= OnStack ? stackalloc int[n] : new int[n];
        RowScores row = Gather(scores, weights, present, columns, isTolerant);
        return row.PresentWeight == 0 ? double.NaN : Combine(row);
    }

    /// <summary>The contribution of each score to the composite (贡献): they sum to it.</summary>
    /// <remarks>
    /// The Aumann-Shapley value from zero (Aumann &amp; Shapley 1974), which for a composite of degree one is xᵢ·∂M/∂xᵢ (Euler); where the composite has a kink, such as the minimum of two equal scores, those that tie share by weight.
    /// Methods that are not of degree one say in their own remarks what they give, or that there is nothing to give.
    /// </remarks>
    /// <param name="scores">The area's scores; NaN is missing and contributes 0.</param>
    /// <param name="weights">One weight a score.</param>
    /// <param name="contributions">Takes one contribution a score; all NaN where the composite is NaN.</param>
    /// <returns>False when the method has no contributions that sum to the composite; they are then all NaN.</returns>
    /// <exception cref="ArgumentException">As for the composite, or the places for contributions are not as many as the scores.</exception>
    public bool Contribute(ReadOnlySpan<double> scores, ReadOnlySpan<double> weights, Span<double> contributions)
    {
        if (scores.Length != contributions.Length) throw new ArgumentException("One place for each score is needed.", nameof(contributions));
        int n = scores.Length;
        Span<double> present = n <= OnStack ? stackalloc double[2 * n] : new double[2 * n];
        Span<double> shares = n <= OnStack ? stackalloc double[n] : new double[n];
        Span<int> columns = n <= OnStack ? stackalloc int[n] : new int[n];
        RowScores row = Gather(scores, weights, present, columns);
        shares = shares[..row.Scores.Length];
        shares.Clear();
        contributions.Fill(double.NaN);
        double composite = row.PresentWeight == 0 ? double.NaN : Combine(row);
        if (!HasContributions) return false;
        if (double.IsNaN(composite)) return true;
        Share(row, composite, shares);
        contributions.Clear();
        for (int i = 0; i < shares.Length; i++) contributions[columns[i]] = shares[i];
        return true;
    }

    /// <inheritdoc/>
    public sealed override void Aggregate(Matrix scores, ReadOnlySpan<double> weights, Span<double> composites) => Aggregate(scores, weights, composites, isTolerant: false);

    /// <summary>The composites of many areas; NaN where the method is not defined.</summary>
    internal void AggregateOrNone(Matrix scores, ReadOnlySpan<double> weights, Span<double> composites) => Aggregate(scores, weights, composites, isTolerant: true);

    private void Aggregate(Matrix scores, ReadOnlySpan<double> weights, Span<double> composites, bool isTolerant)
    {
        CheckShapes(scores, weights, composites);
        if (!Together(scores, weights, composites)) composites.Fill(double.NaN);
        else if (isTolerant) return;
        var row = new double[scores.Columns];
        for (int i = 0; i < composites.Length; i++)
        {
            if (!double.IsNaN(composites[i])) continue; // what is none may be one that the method is not defined for, and that may be an error
            scores.CopyRow(i, row);
            composites[i] = isTolerant ? AggregateOrNone(row, weights) : Aggregate(row, weights);
        }
    }

    /// <summary>All composites by the kernel, each with the bits it has alone; false where areas go one by one.</summary>
    private bool Together(Matrix scores, ReadOnlySpan<double> weights, Span<double> composites)
    {
        double sum = 0;
        foreach (double w in weights) sum += w >= 0 ? w : double.NaN;
        if (!HasKernel || !(sum > 0 && double.IsFinite(sum))) return false;
        ScoringNode node = new([.. Enumerable.Range(0, scores.Columns)], [.. weights], Function: NodeFunction);
        var nodes = new double[scores.Rows];
        ScoringKernel.Score(new ScoringProgram(new ScoreMap[scores.Columns], [node]), [.. Enumerable.Range(0, scores.Columns).Select(scores.ColumnMemory)], [nodes]);
        nodes.CopyTo(composites);
        return true;
    }

    /// <summary>Whether several areas go together.</summary>
    private protected virtual bool HasKernel => false;

    /// <summary>What the kernel calls for a node; null for the weighted arithmetic mean, which is its own.</summary>
    internal virtual TileAggregation? NodeFunction => OverTile();

    /// <summary>The composites of many areas at once, each with the bits it has alone; NaN where the method is not defined.</summary>
    private protected virtual TileAggregation OverTile() => (scores, weights, composites) =>
    {
        Span<double> row = scores.Count <= 256 ? stackalloc double[scores.Count] : new double[scores.Count];
        for (int i = 0; i < composites.Length; i++) composites[i] = InTile(scores, weights, i, row);
    };

    private protected double InTile(TileColumns scores, ReadOnlySpan<double> weights, int area, Span<double> row)
    {
        for (int j = 0; j < scores.Count; j++) row[j] = scores[j][area];
        return AggregateOrNone(row, weights); // none is reported by the result
    }

    /// <summary>This aggregation itself: it learns nothing from the data.</summary>
    public sealed override RowAggregation Fit(Matrix scores, ReadOnlySpan<double> weights) => this;

    /// <summary>The composite of present scores, of which there is at least one and not all without weight.</summary>
    private protected virtual double Combine(in RowScores row) => row.Scale * Mean(row);

    /// <summary>The mean of the present scores, whatever their weights sum to.</summary>
    private protected abstract double Mean(in RowScores row);

    /// <summary>Sets the shares of the present scores, which are 0 before; they sum to the composite.</summary>
    private protected abstract void Share(in RowScores row, double composite, Span<double> shares);

    /// <summary>False for a method without contributions that sum.</summary>
    private protected virtual bool HasContributions => true;

    /// <summary>True for a method that is defined for negative weights too.</summary>
    private protected virtual bool TakesNegativeWeights => false;

    /// <summary>How many columns the method was made for; null for any number.</summary>
    private protected virtual int? ColumnCount => null;

    /// <summary>The last column that the method names; −1 when it names none.</summary>
    private protected virtual int LastNamedColumn => -1;

    /// <summary>The exception for scores that the method is not defined for; it names the argument the user gave.</summary>
    private protected static ArgumentException Undefined(ReadOnlySpan<double> scores, string message) => new(message, nameof(scores));

    private RowScores Gather(ReadOnlySpan<double> scores, ReadOnlySpan<double> weights, Span<double> present, Span<int> columns, bool isTolerant = false)
    {
        if (scores.Length != weights.Length) throw new ArgumentException("One weight for each score is needed.", nameof(weights));
        if (ColumnCount is { } width && width != scores.Length) throw new ArgumentException("The method was made for another number of scores.", nameof(scores));
        if (LastNamedColumn >= scores.Length) throw new ArgumentException(FormattableString.Invariant($"The method names column {LastNamedColumn}, and there are {scores.Length}, from 0."), nameof(scores));
        int n = 0;
        double all = 0, sum = 0;
        Span<double> s = present[..scores.Length], w = present[scores.Length..];
        for (int i = 0; i < scores.Length; i++)
        {
            if (!double.IsFinite(weights[i])) throw new ArgumentException("A weight is not a finite number.", nameof(weights));
            if (weights[i] < 0 && !TakesNegativeWeights) throw new ArgumentException("A weight is negative.", nameof(weights));
            all += weights[i];
            if (double.IsNaN(scores[i])) continue;
            s[n] = scores[i];
            w[n] = weights[i];
            columns[n++] = i;
            sum += weights[i];
        }
        return new RowScores(s[..n], w[..n], columns[..n], all, sum) { IsTolerant = isTolerant };
    }
}
