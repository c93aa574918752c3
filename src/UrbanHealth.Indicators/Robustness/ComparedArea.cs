using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>One area under two plans (两个方案下的同一对象).</summary>
public sealed class ComparedArea
{
    private readonly AreaEvaluation first;
    private readonly AreaEvaluation second;

    internal ComparedArea(AreaEvaluation first, AreaEvaluation second) => (this.first, this.second) = (first, second);

    /// <summary>The area.</summary>
    public Area Area => first.Area;

    /// <summary>Its score under the first plan; NaN when it has none.</summary>
    public double FirstScore => first.Score;

    /// <summary>Its score under the second plan; NaN when it has none.</summary>
    public double SecondScore => second.Score;

    /// <summary>Its rank under the first plan; null without a score.</summary>
    public double? FirstRank => first.Rank;

    /// <summary>Its rank under the second plan; null without a score.</summary>
    public double? SecondRank => second.Rank;

    /// <summary>The ranks gained by the second plan, negative when lost; null when either rank is missing.</summary>
    public double? RanksGained => FirstRank - SecondRank;

    /// <summary>Why the composite differs (差异归因): parts that sum to the difference.</summary>
    public Attribution Attribution => Attribution.Between(first, second);

    /// <summary>For each indicator, its contribution under the second plan less that under the first; null when either composite has no split.</summary>
    public IReadOnlyList<Contribution>? ContributionDifferences => first.Contributions is { } a && second.Contributions is { } b
        ? [.. a.Zip(b, (x, y) => new Contribution(x.Code, y.Value - x.Value))]
        : null;

    /// <summary>Such as <c>莱山区: 60.00 → 55.00, rank 1 → 2</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Area}: {Text(FirstScore, "0.00")} → {Text(SecondScore, "0.00")}, rank {Text(FirstRank ?? double.NaN, "0.#")} → {Text(SecondRank ?? double.NaN, "0.#")}");

    private static string Text(double x, string format) => double.IsNaN(x) ? "—" : x.ToString(format, CultureInfo.InvariantCulture);
}
