using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Two plans side by side on the same areas in one year (方案比较).</summary>
public sealed class PlanComparison
{
    private readonly EvaluationResult first;

    private PlanComparison(EvaluationResult first, EvaluationResult second, int year)
    {
        this.first = first;
        Year = year;
        Areas = [.. first.Areas.Select(a => new ComparedArea(first[a.Code, year], second[a.Code, year]))];
    }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>Every area, in the panel's order.</summary>
    public IReadOnlyList<ComparedArea> Areas { get; }

    /// <summary>One area, by code or name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such area.</exception>
    public ComparedArea this[string area] => Areas[first.Panel.IndexOfArea(area)];

    /// <summary>The mean distance between the two ranks of an area (平均排名差); NaN when no area has both.</summary>
    public double MeanRankShift => Areas.Where(a => a.RanksGained is not null).Select(a => Math.Abs(a.RanksGained!.Value)).DefaultIfEmpty(double.NaN).Average();

    /// <summary>The areas whose ranks differ, the largest difference first.</summary>
    public IReadOnlyList<ComparedArea> Moved => [.. Areas.Where(a => a.RanksGained is not null and not 0).OrderByDescending(a => Math.Abs(a.RanksGained!.Value))];

    /// <summary>Fits both plans on a panel and evaluates it.</summary>
    /// <param name="first">One plan.</param>
    /// <param name="second">Another of the same framework.</param>
    /// <param name="panel">Figures of it.</param>
    /// <param name="year">The year to compare; the last of the panel by default.</param>
    /// <param name="baseline">The years to learn from; every year of the panel by default.</param>
    /// <exception cref="InvalidDocumentException">One of the plans cannot be fitted.</exception>
    public static PlanComparison Of(EvaluationPlan first, EvaluationPlan second, Panel panel, int? year = null, YearRange? baseline = null)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(panel);
        return Of(first.Fit(panel, baseline).Evaluate(panel), second.Fit(panel, baseline).Evaluate(panel), year ?? panel.Years[^1]);
    }

    /// <summary>Compares two results for one year.</summary>
    /// <exception cref="ArgumentException">The areas differ.</exception>
    /// <exception cref="KeyNotFoundException">One result has no such year.</exception>
    public static PlanComparison Of(EvaluationResult first, EvaluationResult second, int year)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (!first.Areas.Select(a => a.Code).Order(StringComparer.Ordinal).SequenceEqual(second.Areas.Select(a => a.Code).Order(StringComparer.Ordinal), StringComparer.Ordinal))
            throw new ArgumentException("The two results are of different areas.", nameof(second));
        return new PlanComparison(first, second, year);
    }

    /// <summary>How far ranks differ, and the areas that move most.</summary>
    public override string ToString()
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{first.Framework.Name} {Year}: {Moved.Count} of {Areas.Count} ranks differ, by {MeanRankShift:0.00} on average");
        foreach (ComparedArea area in Moved.Take(10)) text += "\n" + area;
        return Moved.Count > 10 ? text + "\n…" : text;
    }
}
