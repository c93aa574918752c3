using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The Gini coefficient split by group (基尼系数分解); unlike Theil's it leaves a part for groups that overlap.</summary>
/// <param name="Total">The whole coefficient.</param>
/// <param name="Within">Σ (population share · share of the total · own coefficient).</param>
/// <param name="Between">The coefficient of the group means weighted by size.</param>
/// <param name="Overlap">The rest (transvariation): 0 when the groups do not overlap.</param>
/// <remarks>Source: Dagum (1997); Lambert &amp; Aronson (1993).</remarks>
public sealed record GiniDecomposition(double Total, double Within, double Between, double Overlap)
{
    /// <summary>Splits values by group.</summary>
    /// <param name="values">The values; NaN is missing and left out.</param>
    /// <param name="groups">The group of each value.</param>
    /// <exception cref="ArgumentException">A value is negative or infinite, or the lengths differ.</exception>
    public static GiniDecomposition Of(ReadOnlySpan<double> values, IReadOnlyList<string> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count != values.Length) throw new ArgumentException("One group for each value is needed.", nameof(groups));
        var members = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            if (!members.TryGetValue(groups[i], out List<double>? list)) members[groups[i]] = list = [];
            list.Add(values[i]);
        }
        double[] all = Inequality.Present(values, [], out _);
        double total = Sums.Of(all), within = 0, lost = 0;
        var means = new List<double>();
        var sizes = new List<double>();
        foreach (List<double> list in members.Values)
        {
            double[] x = [.. list];
            double sum = Sums.Of(x);
            means.Add(sum / x.Length);
            sizes.Add(x.Length);
            if (sum > 0) Sums.Add(ref within, ref lost, (double)x.Length / all.Length * (sum / total) * Inequality.GiniOf(x, null));
        }
        double whole = Inequality.GiniOf(all, null), between = Inequality.GiniOf([.. means], [.. sizes]);
        return new GiniDecomposition(whole, within + lost, between, whole - (within + lost) - between);
    }

    /// <summary>Such as <c>Gini 0.427 = within 0.172 + between 0.023 + overlap 0.232</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Gini {Total:0.000} = within {Within:0.000} + between {Between:0.000} + overlap {Overlap:0.000}");
}
