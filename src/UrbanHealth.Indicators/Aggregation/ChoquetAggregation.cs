namespace UrbanHealth.Indicators;

/// <summary>The Choquet integral of a two-additive capacity (二可加 Choquet 积分): Σ φᵢxᵢ − ½ Σ Iᵢⱼ|xᵢ − xⱼ|, φ the Shapley values (the weights). Source: Grabisch (1997), Fuzzy Sets and Systems 92.</summary>
/// <remarks>
/// Weights are the importance of each sibling, interactions say which pairs are needed together. The capacity is monotone when φᵢ ≥ ½ Σⱼ|Iᵢⱼ| for every i, which is checked. A pair of which one is missing has no interaction; one that names a column beyond the scores is refused when it aggregates.
/// A contribution is xᵢ·(φᵢ − ½ Σⱼ Iᵢⱼ·sign(xᵢ − xⱼ)) (Euler).
/// </remarks>
public sealed record ChoquetAggregation : RowAggregation
{
    private readonly InteractionList interactions = InteractionList.Of([], nameof(Interactions));

    /// <summary>The interactions; each pair once. None makes it the arithmetic mean.</summary>
    /// <exception cref="ArgumentException">A pair is of one sibling with itself, stands twice, or its index is not −1…1.</exception>
    public IReadOnlyList<Interaction> Interactions
    {
        get => interactions;
        init => interactions = InteractionList.Of(value, nameof(Interactions));
    }

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese ? "二可加 Choquet 积分" : "two-additive Choquet integral";

    private protected override int LastNamedColumn => interactions.LastColumn;

    private protected override double Mean(in RowScores row)
    {
        CheckMonotone(row);
        double composite = row.Mean();
        foreach (Interaction pair in interactions)
            if (Places(row, pair) is (int i, int j)) composite -= 0.5 * pair.Index * Math.Abs(row.Scores[i] - row.Scores[j]);
        return composite;
    }

    private protected override void Share(in RowScores row, double composite, Span<double> shares)
    {
        for (int i = 0; i < shares.Length; i++) shares[i] = row.Weights[i] / row.PresentWeight * row.Scores[i];
        foreach (Interaction pair in interactions)
        {
            if (Places(row, pair) is not (int i, int j)) continue;
            double half = 0.5 * pair.Index * Math.Sign(row.Scores[i] - row.Scores[j]);
            shares[i] -= half * row.Scores[i];
            shares[j] += half * row.Scores[j];
        }
        for (int i = 0; i < shares.Length; i++) shares[i] *= row.Scale;
    }

    private static (int First, int Second)? Places(in RowScores row, Interaction pair)
    {
        int i = row.Columns.BinarySearch(pair.First), j = row.Columns.BinarySearch(pair.Second);
        return i >= 0 && j >= 0 ? (i, j) : null;
    }

    private void CheckMonotone(in RowScores row)
    {
        for (int k = 0; k < row.Scores.Length; k++)
        {
            double half = 0;
            foreach (Interaction pair in interactions)
                if (Places(row, pair) is (int i, int j) && (i == k || j == k)) half += 0.5 * Math.Abs(pair.Index);
            if (half > row.Weights[k] / row.PresentWeight + 1e-12)
                throw Undefined(row.Scores, $"The interactions of column {row.Columns[k]} are stronger than its weight allows: a better score could make the composite worse.");
        }
    }

    private sealed class InteractionList : System.Collections.ObjectModel.ReadOnlyCollection<Interaction>, IEquatable<InteractionList>
    {
        private InteractionList(Interaction[] pairs) : base(pairs)
        {
            LastColumn = -1;
            foreach (Interaction p in pairs) LastColumn = Math.Max(LastColumn, Math.Max(p.First, p.Second));
        }

        public int LastColumn { get; }

        public static InteractionList Of(IEnumerable<Interaction> pairs, string argument)
        {
            ArgumentNullException.ThrowIfNull(pairs, argument);
            Interaction[] copy = [.. pairs];
            var seen = new HashSet<(int, int)>();
            foreach (Interaction p in copy)
            {
                if (p.First == p.Second || p.First < 0 || p.Second < 0) throw new ArgumentException("An interaction is of two different columns.", argument);
                if (!(Math.Abs(p.Index) <= 1)) throw new ArgumentException("An interaction index lies in −1…1.", argument);
                if (!seen.Add((Math.Min(p.First, p.Second), Math.Max(p.First, p.Second)))) throw new ArgumentException("A pair stands twice.", argument);
            }
            return new InteractionList(copy);
        }

        public bool Equals(InteractionList? other) => other is not null && Items.SequenceEqual(other.Items);

        public override bool Equals(object? obj) => Equals(obj as InteractionList);

        public override int GetHashCode() => Items.Count == 0 ? 0 : HashCode.Combine(Items.Count, Items[0]);
    }
}
