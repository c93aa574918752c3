namespace UrbanHealth.Indicators;

/// <summary>Each parent's children weighed by their own method (分维度赋权): how a hierarchy of judgement matrices, or different methods at different nodes, is put together.</summary>
public sealed record ByParentWeighting : Weighting
{
    /// <summary>The method by the code of the parent.</summary>
    public required IReadOnlyDictionary<string, Weighting> Parents { get; init; }

    /// <summary>The method for every other parent; null when every parent must have its own.</summary>
    public Weighting? Otherwise { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The siblings do not name their parent, or it has no method.</exception>
    public override WeightSet Weigh(Siblings siblings)
    {
        ArgumentNullException.ThrowIfNull(siblings);
        if (siblings.Parent is null) throw new ArgumentException("The siblings do not name their parent.", nameof(siblings));
        Weighting method = Parents.GetValueOrDefault(siblings.Parent) ?? Otherwise ?? throw new ArgumentException($"There is no weighting for the children of {siblings.Parent}.", nameof(siblings));
        return method.Weigh(siblings);
    }

    /// <inheritdoc/>
    public bool Equals(ByParentWeighting? other) => other is not null && Equals(Otherwise, other.Otherwise) && Parents.Count == other.Parents.Count
        && Parents.All(p => other.Parents.TryGetValue(p.Key, out Weighting? method) && p.Value == method);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Parents.Count, Otherwise);
}
