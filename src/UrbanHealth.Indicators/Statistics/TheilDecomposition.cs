using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Theil's index split into inequality within and between groups (泰尔指数分解): <c>Total = Within + Between</c>, exactly.</summary>
/// <remarks>
/// Source: Theil (1967); Bourguignon (1979). For groups inside groups, decompose twice: what lies between the small groups less what lies
/// between the large ones lies between the small groups of one large group.
/// </remarks>
public sealed record TheilDecomposition
{
    private TheilDecomposition() { }

    /// <summary>Which measure.</summary>
    public required TheilIndex Index { get; init; }

    /// <summary>The whole index.</summary>
    public required double Total { get; init; }

    /// <summary>The part within groups.</summary>
    public required double Within { get; init; }

    /// <summary>The part between the means of the groups.</summary>
    public required double Between { get; init; }

    /// <summary>The groups, in the order met.</summary>
    public required IReadOnlyList<TheilGroup> Groups { get; init; }

    /// <summary>Within over the whole.</summary>
    public double WithinShare => Within / Total;

    /// <summary>Between over the whole.</summary>
    public double BetweenShare => Between / Total;

    /// <summary>Splits values by group.</summary>
    /// <param name="values">The values, or the means of cells; NaN is missing and left out.</param>
    /// <param name="groups">The group of each value.</param>
    /// <param name="index">Which measure.</param>
    /// <param name="weights">The size of each cell; none for single values.</param>
    /// <exception cref="ArgumentException">A value or a weight is negative or infinite, or the lengths differ.</exception>
    public static TheilDecomposition Of(ReadOnlySpan<double> values, IReadOnlyList<string> groups, TheilIndex index = TheilIndex.T, ReadOnlySpan<double> weights = default)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count != values.Length) throw new ArgumentException("One group for each value is needed.", nameof(groups));
        if (!weights.IsEmpty && weights.Length != values.Length) throw new ArgumentException("One weight for each value is needed.", nameof(weights));
        var members = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var order = new List<string>();
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            if (!members.TryGetValue(groups[i], out List<int>? list)) { members[groups[i]] = list = []; order.Add(groups[i]); }
            list.Add(i);
        }
        bool t = index == TheilIndex.T;
        var means = new double[order.Count];
        var sizes = new double[order.Count];
        var indices = new double[order.Count];
        for (int g = 0; g < order.Count; g++)
        {
            List<int> list = members[order[g]];
            var x = new double[list.Count];
            double[]? w = weights.IsEmpty ? null : new double[list.Count];
            for (int k = 0; k < x.Length; k++)
            {
                x[k] = values[list[k]];
                if (w is not null) w[k] = weights[list[k]];
            }
            x = Inequality.Present(x, w, out w);
            double total = 0, lost = 0;
            for (int k = 0; k < x.Length; k++) Sums.Add(ref total, ref lost, (w?[k] ?? 1) * x[k]);
            sizes[g] = w is null ? x.Length : Sums.Of(w);
            means[g] = (total + lost) / sizes[g];
            indices[g] = Inequality.Entropy(x, w, t);
        }
        double all = 0, allLost = 0, size = Sums.Of(sizes);
        for (int g = 0; g < means.Length; g++) Sums.Add(ref all, ref allLost, sizes[g] * means[g]);
        double whole = all + allLost, within = 0, withinLost = 0;
        var shares = new double[means.Length];
        for (int g = 0; g < means.Length; g++)
        {
            shares[g] = t ? sizes[g] * means[g] / whole : sizes[g] / size;
            if (shares[g] > 0) Sums.Add(ref within, ref withinLost, shares[g] * indices[g]); // a group of zeros has no index and no share of the total
        }
        double between = Inequality.Entropy(means, sizes, t), sum = within + withinLost + between;
        return new TheilDecomposition
        {
            Index = index,
            Total = sum,
            Within = within + withinLost,
            Between = between,
            Groups = [.. order.Select((name, g) => new TheilGroup(name, means[g], indices[g], shares[g], shares[g] == 0 ? 0 : shares[g] * indices[g] / sum))],
        };
    }

    /// <summary>Such as <c>Theil T 0.0791 = within 0.0678 (85.7 %) + between 0.0113 (14.3 %)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Theil {Index} {Total:0.0000} = within {Within:0.0000} ({WithinShare * 100:0.0} %) + between {Between:0.0000} ({BetweenShare * 100:0.0} %)");
}
