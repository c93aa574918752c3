using System.Globalization;
using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

/// <summary>All areas in one year (年度评价结果).</summary>
public sealed partial class YearEvaluation
{
    private readonly EvaluationResult result;
    private readonly int year;

    internal YearEvaluation(EvaluationResult result, int year) => (this.result, this.year) = (result, year);

    internal EvaluationResult Result => result;

    /// <summary>The year.</summary>
    public int Year => result.Years[year];

    /// <summary>The areas, in the order of the panel.</summary>
    public IReadOnlyList<AreaEvaluation> Areas => [.. Enumerable.Range(0, result.Areas.Count).Select(a => new AreaEvaluation(result, a, year))];

    /// <summary>One area, by code or name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such area.</exception>
    public AreaEvaluation this[string area] => new(result, result.Panel.IndexOfArea(area), year);

    /// <summary>The areas with the best first; those of one rank keep the panel's order, those without a score come last.</summary>
    public IReadOnlyList<AreaEvaluation> Ranked() => [.. Areas.OrderBy(a => a.Rank ?? double.PositiveInfinity)];

    /// <summary>A table: rank, area, score, grade and the score of each top dimension.</summary>
    public override string ToString()
    {
        IReadOnlyList<Dimension> top = result.Framework.Root.Dimensions;
        var table = new TextTable(["排名", "对象", "得分", "等级", .. top.Select(d => d.Name)]);
        foreach (AreaEvaluation area in Ranked())
            table.Add([Number(area.Rank, "0.#"), area.Area.Name, Number(area.Score, "0.00"), area.Grade?.Name ?? "", .. top.Select(d => Number(area[d.Code].Score, "0.00"))]);
        return string.Create(CultureInfo.InvariantCulture, $"{result.Framework.Name} {Year}\n{table}");
    }

    private static string Number(double? value, string format) => value is { } v && !double.IsNaN(v) ? v.ToString(format, CultureInfo.InvariantCulture) : "—";
}
