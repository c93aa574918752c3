using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>One area over the years of a review (单个对象的五年评估): what improved, what worsened, what is still short, with the evidence.</summary>
public sealed partial class AreaReview
{
    private readonly FiveYearReview whole;
    private readonly int row;
    private readonly Lazy<IReadOnlyList<IndicatorReview>> indicators;

    internal AreaReview(FiveYearReview whole, int row)
    {
        (this.whole, this.row) = (whole, row);
        indicators = new(() => [.. Enumerable.Range(0, whole.Panel.Framework.Indicators.Count).Select(i => whole.ReviewOf(row, i))]);
    }

    /// <summary>The area.</summary>
    public Area Area => whole.Panel.Areas[row];

    /// <summary>The years.</summary>
    public YearRange Years => whole.Years;

    /// <summary>Every indicator, in the order of the framework.</summary>
    public IReadOnlyList<IndicatorReview> Indicators => indicators.Value;

    /// <summary>One indicator.</summary>
    /// <exception cref="KeyNotFoundException">The framework has no such indicator.</exception>
    public IndicatorReview this[string code] => Indicators[whole.Panel.Framework.IndexOf(code)];

    /// <summary>The indicators whose condition is better than at the start.</summary>
    public IReadOnlyList<IndicatorReview> Improved => [.. Indicators.Where(i => i.Label == ChangeLabel.Improved)];

    /// <summary>The indicators whose condition is worse than at the start.</summary>
    public IReadOnlyList<IndicatorReview> Worsened => [.. Indicators.Where(i => i.Label == ChangeLabel.Worsened)];

    /// <summary>The indicators that have a target and do not reach it.</summary>
    public IReadOnlyList<IndicatorReview> Short => [.. Indicators.Where(i => i.IsShort)];

    /// <summary>The indicators that have a target and no figure to hold against it (目标无法评估).</summary>
    public IReadOnlyList<IndicatorReview> Unassessed => [.. Indicators.Where(i => i.Target is { } t && double.IsNaN(t.Value))];

    /// <summary>The indicators whose series breaks within the years.</summary>
    public IReadOnlyList<IndicatorReview> Broken => [.. Indicators.Where(i => i.Breaks.Count > 0)];

    /// <summary>The share of targets attained (目标达成率), of those with a figure; NaN without any.</summary>
    public double Attainment
    {
        get
        {
            int known = Indicators.Count(i => i.Target is { Status: not TargetStatus.Missing }), attained = Indicators.Count(i => i.Target is { Status: TargetStatus.Attained });
            return known == 0 ? double.NaN : (double)attained / known;
        }
    }

    /// <summary>The scores of the composite, a dimension or an indicator over the years; null for a review without scores.</summary>
    /// <param name="code">The code; the composite by default.</param>
    public SeriesTrend? Scores(string? code = null) => whole.ScoresOf(code, row);

    /// <summary>A summary, then the indicators a line each.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Area} {Years}: {Improved.Count} improved, {Worsened.Count} worsened, {Short.Count} short of target, {(Unassessed.Count > 0 ? $"{Unassessed.Count} without a figure for their target, " : "")}{Broken.Count} broken series\n{string.Join('\n', Indicators)}");
}
