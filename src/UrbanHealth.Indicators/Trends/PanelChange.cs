using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Every indicator of every area between two years (年度对比): comparability first, then the change.</summary>
/// <remarks>
/// Two figures are comparable when code and definition version are the same, neither is carried over from the other's year, and the stated
/// coverage did not change. Works without weights and without scores. A light view: each change is worked out when it is asked for.
/// </remarks>
public sealed partial class PanelChange
{
    private readonly Panel earlier, later;
    private readonly int from, to; // places of the years
    private readonly ChangeRule rule;
    private readonly Pair[] pairs; // one an indicator of the later catalogue

    private PanelChange(Panel earlier, int from, Panel later, int to, CatalogueMapping? mapping, ChangeRule rule)
    {
        rule.Check();
        (this.earlier, this.later, this.rule) = (earlier, later, rule);
        (FromYear, ToYear) = (from, to);
        this.from = earlier.IndexOfYear(from);
        this.to = later.IndexOfYear(to);
        pairs = [.. later.Framework.Indicators.Select(now => PairOf(now, earlier.Framework, mapping))];
        var known = new HashSet<string>(pairs.Where(p => p.Before is not null).Select(p => p.Before!.Code), StringComparer.Ordinal);
        Ended = [.. earlier.Framework.Indicators.Where(i => !known.Contains(i.Code))];
        New = [.. later.Framework.Indicators.Where((_, i) => pairs[i].Before is null)];
    }

    /// <summary>The older side of an indicator, and why a mapping holds the two not to be comparable.</summary>
    private readonly record struct Pair(Indicator? Before, bool IsMapped, bool IsComparable, string? Reason);

    private static Pair PairOf(Indicator now, IndicatorFramework before, CatalogueMapping? mapping)
    {
        if (mapping is null) return new Pair(before.FindIndicator(now.Code), false, true, null);
        IndicatorMapping? entry = mapping.FindTo(now.Code);
        return new Pair(entry?.From is { } old ? before.FindIndicator(old.Code) : null, true, entry?.IsComparable ?? false, entry?.Reason);
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
        return new PanelChange(earlier, from, later, to, null, rule ?? ChangeRule.Default);
    }

    /// <summary>Between years of two panels of different catalogues, by what a mapping says became of each indicator: also under another code or version.</summary>
    /// <exception cref="KeyNotFoundException">A panel has no such year.</exception>
    /// <exception cref="ArgumentException">The mapping does not fit the two catalogues, or a tolerance of the rule is negative.</exception>
    public static PanelChange Between(Panel earlier, int from, Panel later, int to, CatalogueMapping mapping, ChangeRule? rule = null)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        ArgumentNullException.ThrowIfNull(mapping);
        ValidationReport report = mapping.Check(earlier.Framework, later.Framework);
        if (!report.IsValid) throw new ArgumentException(report.ToString(), nameof(mapping));
        return new PanelChange(earlier, from, later, to, mapping, rule ?? ChangeRule.Default);
    }

    /// <summary>How many indicators went from each judgement to each (评价转移矩阵), such as from 不达标 to 达标; indicators of one year only are left out.</summary>
    /// <param name="area">The code or the name of an area; every area by default.</param>
    /// <exception cref="KeyNotFoundException">There is no such area in the later year.</exception>
    public TransitionMatrix<Judgement> JudgementTransitions(string? area = null)
    {
        Assessment before = Assessment.Of(earlier, rule.CityClass), after = ReferenceEquals(earlier, later) ? before : Assessment.Of(later, rule.CityClass);
        var moves = new List<(Judgement, Judgement)>();
        foreach (Area place in area is null ? later.Areas : [later.Areas[later.IndexOfArea(area)]])
        {
            if (!earlier.HasArea(place.Code)) continue;
            AreaAssessment a = before[place.Code, FromYear], b = after[place.Code, ToYear];
            for (int i = 0; i < pairs.Length; i++)
                if (pairs[i].Before is { } old) moves.Add((a[old.Code].Judgement, b.Indicators[i].Judgement));
        }
        return new TransitionMatrix<Judgement>(Enum.GetValues<Judgement>(), moves);
    }

    private IndicatorChange At(int area, int index)
    {
        Indicator indicator = later.Framework.Indicators[index];
        Pair pair = pairs[index];
        Indicator? before = pair.Before;
        Area place = later.Areas[area];
        int row = ReferenceEquals(earlier, later) ? area : earlier.HasArea(place.Code) ? earlier.IndexOfArea(place.Code) : -1;
        double start = double.NaN, end = later.ColumnAt(to, index).Span[area];
        ObservationScope? startScope = null, endScope = later.ScopeAt(area, to, index);
        if (before is not null && row >= 0)
        {
            int column = earlier.IndexOfCode(before.Code);
            start = earlier.ColumnAt(from, column).Span[row];
            startScope = earlier.ScopeAt(row, from, column);
        }
        var notes = new List<BilingualText>();
        Comparability comparability = Compare(start, end, pair, indicator, startScope, endScope, later.StateAt(area, to, index), notes);
        var condition = new IndicatorCondition(indicator, place.Class ?? rule.CityClass, ToYear);
        if (!condition.IsKnown) notes.Add(new("适度指标没有给出目标或区间，无法判定", "the best is a target or a range that nothing states: no label"));
        return new IndicatorChange
        {
            Area = place,
            Indicator = indicator,
            From = start,
            To = end,
            Comparability = comparability,
            Notes = notes,
            Percent = PercentOf(start, end),
            Label = comparability == Comparability.Comparable ? condition.Compare(start, end, rule.ToleranceAt(indicator.Code, start)) : null,
        };
    }

    private Comparability Compare(double start, double end, Pair pair, Indicator now, ObservationScope? startScope, ObservationScope? endScope, ObservationState state, List<BilingualText> notes)
    {
        if (double.IsNaN(start)) return double.IsNaN(end) ? Comparability.NoFigure : Comparability.New;
        if (double.IsNaN(end)) return Comparability.Ended;
        string startVersion = startScope?.DefinitionVersion ?? pair.Before!.Version, endVersion = endScope?.DefinitionVersion ?? now.Version;
        // a mapping may say that another version is comparable all the same; a version stated with the figure itself it knows nothing of
        bool stated = startScope?.DefinitionVersion is not null || endScope?.DefinitionVersion is not null;
        bool definition = pair.IsMapped && !stated ? !pair.IsComparable : startVersion != endVersion || !pair.IsComparable, coverage = startScope?.Coverage != endScope?.Coverage;
        bool carried = endScope?.CarriedOverFrom is { } year ? year <= FromYear : state == ObservationState.CarriedOver;
        if (pair.Reason is { } reason && !pair.IsComparable) notes.Add(new(reason, reason));
        else if (definition) notes.Add(new($"口径由版本 {startVersion} 变为版本 {endVersion}", $"the definition went from version {startVersion} to version {endVersion}"));
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
