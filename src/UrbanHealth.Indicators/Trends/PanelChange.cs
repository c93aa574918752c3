using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Every indicator of every area between two years (年度对比): comparability first, then the change.</summary>
/// <remarks>
/// Two figures are comparable when code and definition version are the same, neither is carried over from the other's year, and the stated
/// coverage did not change. Works without weights and without scores. A light view: each change is worked out when it is asked for.
/// </remarks>
public sealed class PanelChange
{
    private readonly Panel earlier, later;
    private readonly int from, to; // places of the years
    private readonly ChangeRule rule;

    private PanelChange(Panel earlier, int from, Panel later, int to, ChangeRule rule)
    {
        rule.Check();
        (this.earlier, this.later, this.rule) = (earlier, later, rule);
        (FromYear, ToYear) = (from, to);
        this.from = earlier.IndexOfYear(from);
        this.to = later.IndexOfYear(to);
        var known = new HashSet<string>(later.Framework.Indicators.Select(i => i.Code), StringComparer.Ordinal);
        Ended = [.. earlier.Framework.Indicators.Where(i => !known.Contains(i.Code))];
        New = [.. later.Framework.Indicators.Where(i => earlier.Framework.FindIndicator(i.Code) is null)];
    }

    /// <summary>The year at the start.</summary>
    public int FromYear { get; }

    /// <summary>The year at the end.</summary>
    public int ToYear { get; }

    /// <summary>The indicators of the later catalogue that the earlier has not (新增指标).</summary>
    public IReadOnlyList<Indicator> New { get; }

    /// <summary>The indicators of the earlier catalogue that the later has not (停用指标).</summary>
    public IReadOnlyList<Indicator> Ended { get; }

    /// <summary>The areas of the later year.</summary>
    public IReadOnlyList<Area> Areas => later.Areas;

    /// <summary>The change of one indicator of one area.</summary>
    /// <exception cref="KeyNotFoundException">There is no such area or indicator in the later year.</exception>
    public IndicatorChange this[string area, string code] => At(later.IndexOfArea(area), later.Framework.IndexOf(code));

    /// <summary>The changes of one area, in the order of the later catalogue.</summary>
    /// <exception cref="KeyNotFoundException">There is no such area.</exception>
    public IReadOnlyList<IndicatorChange> Of(string area)
    {
        int a = later.IndexOfArea(area);
        return [.. Enumerable.Range(0, later.Framework.Indicators.Count).Select(i => At(a, i))];
    }

    /// <summary>Every change, area by area.</summary>
    public IEnumerable<IndicatorChange> All() => Enumerable.Range(0, Areas.Count).SelectMany(a => Enumerable.Range(0, later.Framework.Indicators.Count).Select(i => At(a, i)));

    /// <summary>How many changes of an area are of a kind of comparability; <see cref="Comparability.Comparable"/> for how many can be compared.</summary>
    /// <exception cref="KeyNotFoundException">There is no such area.</exception>
    public int Count(string area, Comparability comparability) => Of(area).Count(c => c.Comparability == comparability);

    /// <summary>How many indicators of an area improved, stayed or worsened.</summary>
    /// <exception cref="KeyNotFoundException">There is no such area.</exception>
    public int Count(string area, ChangeLabel label) => Of(area).Count(c => c.Label == label);

    /// <summary>Between two years of one panel.</summary>
    /// <exception cref="KeyNotFoundException">The panel has no such year.</exception>
    /// <exception cref="ArgumentException">A tolerance of the rule is negative.</exception>
    public static PanelChange Between(Panel panel, int from, int to, ChangeRule? rule = null) => Between(panel, from, panel, to, rule);

    /// <summary>Between years of two panels, whose catalogues may differ: indicators meet by code, and a changed version is a changed definition.</summary>
    /// <exception cref="KeyNotFoundException">A panel has no such year.</exception>
    /// <exception cref="ArgumentException">A tolerance of the rule is negative.</exception>
    public static PanelChange Between(Panel earlier, int from, Panel later, int to, ChangeRule? rule = null)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        return new PanelChange(earlier, from, later, to, rule ?? ChangeRule.Default);
    }

    private IndicatorChange At(int area, int index)
    {
        Indicator indicator = later.Framework.Indicators[index];
        Indicator? before = earlier.Framework.FindIndicator(indicator.Code);
        Area place = later.Areas[area];
        int row = ReferenceEquals(earlier, later) ? area : earlier.HasArea(place.Code) ? earlier.IndexOfArea(place.Code) : -1;
        double start = double.NaN, end = later.ColumnAt(to, index).Span[area];
        ObservationScope? startScope = null, endScope = later.ScopeAt(area, to, index);
        if (before is not null && row >= 0)
        {
            int column = earlier.IndexOfCode(indicator.Code);
            start = earlier.ColumnAt(from, column).Span[row];
            startScope = earlier.ScopeAt(row, from, column);
        }
        var notes = new List<BilingualText>();
        Comparability comparability = Compare(start, end, before, indicator, startScope, endScope, later.StateAt(area, to, index), notes);
        var condition = new IndicatorCondition(indicator, place.Class, ToYear);
        if (!condition.IsKnown) notes.Add(new("适度指标没有给出目标或区间，无法判定", "the best is a target or a range that nothing states: no label"));
        return new IndicatorChange
        {
            Area = place, Indicator = indicator, From = start, To = end, Comparability = comparability, Notes = notes,
            Percent = PercentOf(start, end),
            Label = comparability == Comparability.Comparable ? condition.Compare(start, end, rule.ToleranceAt(indicator.Code, start)) : null,
        };
    }

    private Comparability Compare(double start, double end, Indicator? before, Indicator now, ObservationScope? startScope, ObservationScope? endScope, ObservationState state, List<BilingualText> notes)
    {
        if (double.IsNaN(start)) return double.IsNaN(end) ? Comparability.NoFigure : Comparability.New;
        if (double.IsNaN(end)) return Comparability.Ended;
        string startVersion = startScope?.DefinitionVersion ?? before!.Version, endVersion = endScope?.DefinitionVersion ?? now.Version;
        bool definition = startVersion != endVersion, coverage = startScope?.Coverage != endScope?.Coverage;
        bool carried = endScope?.CarriedOverFrom is { } year ? year <= FromYear : state == ObservationState.CarriedOver;
        if (definition) notes.Add(new($"口径由版本 {startVersion} 变为版本 {endVersion}", $"the definition went from version {startVersion} to version {endVersion}"));
        if (coverage) notes.Add(new($"范围由“{startScope?.Coverage ?? "未注明"}”变为“{endScope?.Coverage ?? "未注明"}”", $"the coverage went from {startScope?.Coverage ?? "not stated"} to {endScope?.Coverage ?? "not stated"}"));
        if (carried) notes.Add(new("期末沿用期初数据", "the figure at the end is carried over"));
        return definition ? Comparability.DefinitionChanged : coverage ? Comparability.CoverageChanged : carried ? Comparability.CarriedOver : Comparability.Comparable;
    }

    private double PercentOf(double start, double end)
    {
        if (start > 0) return (end - start) / start * 100;
        return rule.NonPositive switch
        {
            NonPositiveStart.OverAbsoluteStart when start < 0 => (end - start) / Math.Abs(start) * 100,
            NonPositiveStart.ByRatio when start < 0 && end < 0 => (end / start - 1) * 100,
            NonPositiveStart.ByRatio when start == end => 0,
            _ => double.NaN,
        };
    }

    /// <summary>Such as <c>2024 → 2025: 28 of 77 indicators × 1 areas comparable, 12 improved, 9 unchanged, 7 worsened</c>.</summary>
    public override string ToString()
    {
        int comparable = 0, all = 0;
        var labels = new int[3];
        foreach (IndicatorChange change in All())
        {
            all++;
            if (change.Comparability == Comparability.Comparable) comparable++;
            if (change.Label is { } label) labels[(int)label]++;
        }
        return string.Create(CultureInfo.InvariantCulture, $"{FromYear} → {ToYear}: {comparable} of {all} figures comparable, {labels[1]} improved, {labels[0]} unchanged, {labels[2]} worsened");
    }
}
