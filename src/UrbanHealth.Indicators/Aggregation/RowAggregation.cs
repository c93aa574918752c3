namespace UrbanHealth.Indicators;

/// <summary>An aggregation that needs only the area's own scores (逐行合成).</summary>
/// <remarks>Missing scores are left out and the weights of the present ones divided by their sum; nothing present gives NaN.</remarks>
public abstract record RowAggregation : Aggregation
{
    private protected RowAggregation() { }

    /// <summary>The composite of one area.</summary>
    /// <param name="scores">The area's scores; NaN is missing.</param>
    /// <param name="weights">One weight a score, of the same length; not negative.</param>
    /// <returns>The composite; NaN when nothing is present.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a score is one the method is not defined for.</exception>
    public double Aggregate(ReadOnlySpan<double> scores, ReadOnlySpan<double> weights)
    {
        if (scores.Length != weights.Length) throw new ArgumentException("One weight for each score is needed.", nameof(weights));
        Span<double> s = scores.Length <= 64 ? stackalloc double[scores.Length] : new double[scores.Length];
        Span<double> w = scores.Length <= 64 ? stackalloc double[scores.Length] : new double[scores.Length];
        int n = 0;
        double sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            if (double.IsNaN(scores[i])) continue;
            s[n] = scores[i];
            w[n++] = weights[i];
            sum += weights[i];
        }
        if (n == 0) return double.NaN;
        if (n < scores.Length) for (int i = 0; i < n; i++) w[i] /= sum;
        return Combine(s[..n], w[..n]);
    }

    /// <summary>The share of each score in the composite: they sum to it.</summary>
    /// <remarks>The Aumann-Shapley value from zero; for a mean of degree one it is xᵢ·∂M/∂xᵢ (Euler).</remarks>
    /// <param name="scores">The area's scores; NaN is missing and contributes 0.</param>
    /// <param name="weights">One weight a score.</param>
    /// <param name="contributions">Takes one contribution a score.</param>
    public void Contribute(ReadOnlySpan<double> scores, ReadOnlySpan<double> weights, Span<double> contributions)
    {
        if (scores.Length != weights.Length) throw new ArgumentException("One weight for each score is needed.", nameof(weights));
        if (scores.Length != contributions.Length) throw new ArgumentException("One place for each score is needed.", nameof(contributions));
        double composite = Aggregate(scores, weights);
        double sum = 0;
        int present = 0;
        for (int i = 0; i < scores.Length; i++) if (!double.IsNaN(scores[i])) { sum += weights[i]; present++; }
        double divisor = present == scores.Length ? 1 : sum;
        for (int i = 0; i < scores.Length; i++)
            contributions[i] = double.IsNaN(scores[i]) ? 0 : Share(scores[i], weights[i] / divisor, composite);
    }

    /// <inheritdoc/>
    public sealed override void Aggregate(Matrix scores, ReadOnlySpan<double> weights, Span<double> composites)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (weights.Length != scores.Columns) throw new ArgumentException("One weight for each column is needed.", nameof(weights));
        if (composites.Length != scores.Rows) throw new ArgumentException("One place for each row is needed.", nameof(composites));
        var row = new double[scores.Columns];
        for (int i = 0; i < composites.Length; i++)
        {
            scores.CopyRow(i, row);
            composites[i] = Aggregate(row, weights);
        }
    }

    /// <summary>The composite of present scores with weights that are final.</summary>
    private protected abstract double Combine(ReadOnlySpan<double> scores, ReadOnlySpan<double> weights);

    /// <summary>The share of one score in the composite.</summary>
    private protected abstract double Share(double score, double weight, double composite);
}
