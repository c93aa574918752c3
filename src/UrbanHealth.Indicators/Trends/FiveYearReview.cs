using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Several years of every indicator of every area (五年评估): trends, targets, and what is still short.</summary>
/// <remarks>
/// Any number of years; five is the usual one. Years that the panel has not are gaps and count by their distance. Works on figures alone; with a result the
/// scores are reviewed too. A break in a series is always shown, and what it does to the statistics is the <see cref="BreakRule"/>'s to say.
/// </remarks>
public sealed class FiveYearReview
{
    private readonly EvaluationResult? result;
    private readonly int[] places; // of the years in the panel
    private readonly double[] times;
    private readonly SeriesTrend[] trends; // [indicator · areas + area]
    private readonly ILookup<string, IndicatorTarget> targets;
    private readonly double tolerance, confidence;
    private readonly BreakRule breaks;
    private readonly string? cityClass;

    private FiveYearReview(Panel panel, EvaluationResult? result, IEnumerable<IndicatorTarget>? targets, YearRange years, BreakRule breaks, double confidence, double tolerance, string? cityClass)
    {
        if (!(confidence is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence));
        if (!(tolerance >= 0)) throw new ArgumentOutOfRangeException(nameof(tolerance));
        Panel = panel;
        Years = years;
        Targets = [.. targets ?? []];
        (this.result, this.breaks, this.confidence, this.tolerance, this.cityClass) = (result, breaks, confidence, tolerance, cityClass ?? result?.Model.Plan.CityClass);
        places = [.. Enumerable.Range(0, panel.Years.Count).Where(y => years.Contains(panel.Years[y]))];
        if (places.Length == 0) throw new ArgumentException($"The panel has no year of {years}.", nameof(years));
        times = [.. places.Select(p => (double)panel.Years[p])];
        foreach (IndicatorTarget t in Targets)
        {
            if (panel.Framework.FindIndicator(t.Code) is null) throw new ArgumentException($"A target is of {t.Code}, which the framework has not.", nameof(targets));
            if (t.Area is not null && !panel.HasArea(t.Area)) throw new ArgumentException($"A target is of {t.Area}, which the panel has not.", nameof(targets));
        }
        this.targets = Targets.ToLookup(t => t.Code, StringComparer.Ordinal);
        trends = Compute();
    }

    /// <summary>The figures.</summary>
    public Panel Panel { get; }

    /// <summary>The years.</summary>
    public YearRange Years { get; }

    /// <summary>The targets.</summary>
    public IReadOnlyList<IndicatorTarget> Targets { get; }

    /// <summary>One area, by code or name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such area.</exception>
    public AreaReview this[string area] => new(this, Panel.IndexOfArea(area));

    /// <summary>The areas, in the order of the panel.</summary>
    public IReadOnlyList<AreaReview> Areas => [.. Enumerable.Range(0, Panel.Areas.Count).Select(i => new AreaReview(this, i))];

    /// <summary>Reviews figures and scores.</summary>
    /// <param name="result">Scores by one model over the years.</param>
    /// <param name="targets">What was to be reached; none by default. A target of an area wins over one of all.</param>
    /// <param name="years">The years.</param>
    /// <param name="breaks">What is done where a series breaks.</param>
    /// <param name="confidence">The confidence of Sen's interval.</param>
    /// <param name="tolerance">A movement up to this share of |the first value| is none.</param>
    /// <param name="cityClass">The class of city of every area that has none of its own, for targets and ranges that differ by class.</param>
    /// <exception cref="ArgumentException">The panel has none of the years, or a target is of an unknown indicator or area.</exception>
    public static FiveYearReview Of(EvaluationResult result, IEnumerable<IndicatorTarget>? targets, YearRange years, BreakRule breaks = BreakRule.LatestRun, double confidence = 0.95, double tolerance = 0, string? cityClass = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new FiveYearReview(result.Panel, result, targets, years, breaks, confidence, tolerance, cityClass);
    }

    /// <summary>Reviews figures alone, without weights or scores.</summary>
    /// <inheritdoc cref="Of(EvaluationResult, IEnumerable{IndicatorTarget}, YearRange, BreakRule, double, double, string)"/>
    public static FiveYearReview Of(Panel panel, IEnumerable<IndicatorTarget>? targets, YearRange years, BreakRule breaks = BreakRule.LatestRun, double confidence = 0.95, double tolerance = 0, string? cityClass = null)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return new FiveYearReview(panel, null, targets, years, breaks, confidence, tolerance, cityClass);
    }

    /// <summary>The statistics of one indicator of one area.</summary>
    /// <exception cref="KeyNotFoundException">There is no such area or indicator.</exception>
    public SeriesTrend Trend(string area, string code) => trends[Panel.Framework.IndexOf(code) * Panel.Areas.Count + Panel.IndexOfArea(area)];

    internal IndicatorReview ReviewOf(int area, int index)
    {
        Indicator indicator = Panel.Framework.Indicators[index];
        var values = new double[places.Length];
        for (int y = 0; y < values.Length; y++) values[y] = Panel.ColumnAt(places[y], index).Span[area];
        SeriesTrend trend = trends[index * Panel.Areas.Count + area];
        Area place = Panel.Areas[area];
        var condition = new IndicatorCondition(indicator, place.Class ?? cityClass, trend.LastYear);
        List<int> found = BreaksOf(area, index, values);
        return new IndicatorReview
        {
            Indicator = indicator,
            Years = [.. places.Select(p => Panel.Years[p])],
            Values = values,
            Trend = trend,
            Breaks = found,
            BreakKinds = [.. found.Select(y => KindOf(area, index, values, y))],
            Label = trend.Count < 2 ? null : condition.Compare(trend.First, trend.Last, tolerance * Math.Abs(trend.First)),
            Target = ProgressOf(indicator, index, place, area, values, found),
        };
    }

    internal SeriesTrend? ScoresOf(string? code, int area)
    {
        if (result is null) return null;
        var values = new double[places.Length];
        for (int y = 0; y < values.Length; y++) values[y] = result.ScoreAt(code ?? result.Framework.Code, area, places[y]);
        return new SeriesKernel(values.Length, confidence).Compute(times, values);
    }

    private TargetProgress? ProgressOf(Indicator indicator, int index, Area place, int area, double[] values, List<int> found)
    {
        IndicatorTarget? target = null;
        foreach (IndicatorTarget t in targets[indicator.Code])
            if (t.Area is null ? target?.Area is null : t.Area == place.Code || t.Area == place.Name) target = t;
        if (target is null) return null;
        double observed = Panel.HasYear(target.BaselineYear) ? Panel.ColumnAt(Panel.IndexOfYear(target.BaselineYear), index).Span[area] : double.NaN;
        double baseline = double.IsNaN(observed) || breaks == BreakRule.Ignore ? observed : Joined(target.BaselineYear, observed, index, area, values, found);
        int last = values.Length - 1;
        while (last > 0 && double.IsNaN(values[last])) last--;
        TargetProgress progress = target.Assess(indicator, Panel.Years[places[last]], values[last], baseline);
        bool across = progress.Status == TargetStatus.Missing && !double.IsNaN(values[last]) && double.IsNaN(baseline) && !double.IsNaN(observed);
        return across ? progress with { Status = TargetStatus.NotComparable } : progress;
    }

    /// <summary>The figure of a target's first year as the rule for breaks carries it to the last one; NaN across a break that nothing joins.</summary>
    private double Joined(int year, double observed, int index, int area, double[] values, List<int> found)
    {
        int at = Array.IndexOf(times, year);
        if (at >= 0)
        {
            double[] joined = [.. values];
            Join(joined, found);
            return joined[at];
        }
        int first = Array.FindIndex(values, v => !double.IsNaN(v)); // the years before the review are joined to it by nothing
        bool broken = found.Count > 0 || first >= 0 && Differs(Panel.ScopeAt(area, Panel.IndexOfYear(year), index), Panel.ScopeAt(area, places[first], index), Panel.Framework.Indicators[index].Version);
        return broken ? double.NaN : observed;
    }

    private SeriesTrend[] Compute()
    {
        int areas = Panel.Areas.Count, indicators = Panel.Framework.Indicators.Count;
        var all = new SeriesTrend[areas * indicators];
        var kernel = new SeriesKernel(places.Length, confidence);
        var values = new double[places.Length];
        var columns = new ReadOnlyMemory<double>[places.Length];
        for (int i = 0; i < indicators; i++)
        {
            bool scoped = false;
            for (int y = 0; y < places.Length; y++)
            {
                columns[y] = Panel.ColumnAt(places[y], i);
                scoped |= Panel.HasScopes(places[y], i);
            }
            for (int a = 0; a < areas; a++)
            {
                for (int y = 0; y < values.Length; y++) values[y] = columns[y].Span[a];
                if (scoped && breaks != BreakRule.Ignore) Join(values, BreaksOf(a, i, values));
                all[i * areas + a] = kernel.Compute(times, values);
            }
        }
        return all;
    }

    /// <summary>The years from which on the definition or the coverage differs from that of the figure before.</summary>
    private List<int> BreaksOf(int area, int index, double[] values)
    {
        var found = new List<int>();
        int before = -1;
        for (int y = 0; y < values.Length; y++)
        {
            if (double.IsNaN(values[y])) continue;
            if (before >= 0 && Differs(Panel.ScopeAt(area, places[before], index), Panel.ScopeAt(area, places[y], index), Panel.Framework.Indicators[index].Version)) found.Add(Panel.Years[places[y]]);
            before = y;
        }
        return found;
    }

    private Comparability KindOf(int area, int index, double[] values, int year)
    {
        int at = Array.IndexOf(times, year), before = at - 1;
        while (double.IsNaN(values[before])) before--;
        string version = Panel.Framework.Indicators[index].Version;
        return (Panel.ScopeAt(area, places[before], index)?.DefinitionVersion ?? version) != (Panel.ScopeAt(area, places[at], index)?.DefinitionVersion ?? version)
            ? Comparability.DefinitionChanged
            : Comparability.CoverageChanged;
    }

    private static bool Differs(ObservationScope? a, ObservationScope? b, string version) =>
        a?.Coverage != b?.Coverage || (a?.DefinitionVersion ?? version) != (b?.DefinitionVersion ?? version);

    /// <summary>Drops or joins what lies before each break, the last break first.</summary>
    private void Join(double[] values, List<int> found)
    {
        for (int k = found.Count - 1; k >= 0; k--)
        {
            int at = Array.IndexOf(times, found[k]), before = at - 1;
            while (double.IsNaN(values[before])) before--;
            bool ratio = breaks == BreakRule.SpliceByRatio && values[at] > 0 && values[before] > 0;
            double shift = values[at] - values[before], factor = values[at] / values[before];
            for (int y = 0; y <= before; y++)
                values[y] = breaks == BreakRule.SpliceByDifference ? values[y] + shift : ratio ? values[y] * factor : double.NaN;
            if (double.IsNaN(values[before])) return;
        }
    }

    /// <summary>Counts over all areas and indicators.</summary>
    public override string ToString()
    {
        var labels = new int[3];
        foreach (AreaReview area in Areas) foreach (IndicatorReview i in area.Indicators) if (i.Label is { } label) labels[(int)label]++;
        return string.Create(CultureInfo.InvariantCulture, $"Review {Years} of {Panel.Areas.Count} areas × {Panel.Framework.Indicators.Count} indicators: {labels[1]} improved, {labels[0]} unchanged, {labels[2]} worsened");
    }
}
