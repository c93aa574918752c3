using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Rolls a panel up, year by year, from the smallest areas to the largest.</summary>
internal sealed class PanelRollUp
{
    private readonly Panel panel;
    private readonly PartsRule rule;
    private readonly Tolerance tolerance;
    private readonly PanelDraft draft;
    private readonly PanelFindings findings = new();
    private readonly int[][] children;
    private readonly int[] upwards; // areas, each behind its children

    public PanelRollUp(Panel panel, PartsRule rule, Tolerance tolerance)
    {
        (this.panel, this.rule, this.tolerance) = (panel, rule, tolerance);
        draft = new PanelDraft(panel);
        int[] parents = [.. panel.Areas.Select(a => a.Parent is { } p && panel.HasArea(p) ? panel.IndexOfArea(p) : -1)];
        var below = new List<int>[panel.Areas.Count];
        for (int a = 0; a < below.Length; a++) below[a] = [];
        for (int a = 0; a < below.Length; a++)
            if (parents[a] >= 0) below[parents[a]].Add(a);
        children = [.. below.Select(b => b.ToArray())];
        var down = new List<int>(Enumerable.Range(0, below.Length).Where(a => parents[a] < 0));
        for (int i = 0; i < down.Count; i++) down.AddRange(children[down[i]]);
        down.Reverse();
        upwards = [.. down];
    }

    public PanelReading Run()
    {
        IndicatorFramework framework = panel.Framework;
        int firstQuantity = panel.Codes.Count - framework.Quantities.Count;
        for (int y = 0; y < panel.Years.Count; y++)
        {
            for (int q = firstQuantity; q < panel.Codes.Count; q++) Plain(y, q, Combination.Sum);
            for (int c = 0; c < framework.Indicators.Count; c++)
            {
                switch (framework.Indicators[c].RollUp)
                {
                    case RatioRollUp ratio: Ratio(y, c, ratio); break;
                    case WeightedMeanRollUp mean: WeightedMean(y, c, mean); break;
                    case SumRollUp: Plain(y, c, Combination.Sum); break;
                    case MaximumRollUp: Plain(y, c, Combination.Largest); break;
                    case MinimumRollUp: Plain(y, c, Combination.Smallest); break;
                }
            }
        }
        return new PanelReading(draft.ToPanel(), findings.ToReport());
    }

    private enum Combination { Sum, Largest, Smallest }

    /// <summary>A column whose whole follows from the same column of the parts.</summary>
    private void Plain(int y, int c, Combination how)
    {
        var part = new RollUpPart[panel.Areas.Count];
        foreach (int a in upwards)
        {
            RollUpPart below = Combine(children[a], part, how);
            part[a] = Own(a, y, c) ?? below;
            Settle(a, y, c, below, below.Above, [.. children[a].Select(i => (i, c))]);
        }
    }

    /// <summary>Scale × Σ numerator / Σ denominator over the areas that have both.</summary>
    private void Ratio(int y, int c, RatioRollUp ratio)
    {
        int above = panel.IndexOfCode(ratio.Numerator), below = panel.IndexOfCode(ratio.Denominator);
        var part = new RollUpPart[panel.Areas.Count];
        foreach (int a in upwards)
        {
            double n = panel.ColumnAt(y, above).Span[a], d = panel.ColumnAt(y, below).Span[a];
            bool own = !double.IsNaN(n) && !double.IsNaN(d);
            part[a] = DoesNotApply(a, y, c) || DoesNotApply(a, y, above) || DoesNotApply(a, y, below) ? RollUpPart.NotApplicable
                : own ? RollUpPart.Of(n, d)
                : Combine(children[a], part, Combination.Sum);
            Settle(a, y, c, part[a], ratio.Scale * part[a].Above / part[a].Below, own ? [(a, above), (a, below)] : [.. children[a].SelectMany(i => new[] { (i, above), (i, below) })], own);
        }
    }

    /// <summary>Σ weight × figure / Σ weight.</summary>
    private void WeightedMean(int y, int c, WeightedMeanRollUp mean)
    {
        int weight = mean.Weight is null ? -1 : panel.IndexOfCode(mean.Weight);
        var part = new RollUpPart[panel.Areas.Count];
        foreach (int a in upwards)
        {
            RollUpPart below = Combine(children[a], part, Combination.Sum);
            Settle(a, y, c, below, below.Above / below.Below, [.. children[a].Select(i => (i, c))]);
            double value = panel.ColumnAt(y, c).Span[a];
            if (double.IsNaN(value)) part[a] = Own(a, y, c) ?? below;
            else
            {
                // the weight of a whole may itself have been rolled up
                double w = weight < 0 ? panel.Areas[a].Size ?? double.NaN : draft.Column(y, weight)[a];
                if (w < 0) findings.Error(PanelFindings.AtTheEnd, "panel.negative-weight", Here(a, y, c), $"权重 {PanelFindings.Text(w)} 为负，不参与汇总", $"the weight {PanelFindings.Text(w)} is negative; the area takes no part");
                part[a] = w >= 0 ? RollUpPart.Of(w * value, w) : RollUpPart.Missing;
            }
        }
    }

    private RollUpPart? Own(int a, int y, int c) =>
        panel.ColumnAt(y, c).Span[a] is double value && !double.IsNaN(value) ? RollUpPart.Of(value)
        : DoesNotApply(a, y, c) ? RollUpPart.NotApplicable
        : null;

    private bool DoesNotApply(int a, int y, int c) => panel.StateAt(a, y, c) == ObservationState.NotApplicable;

    private static RollUpPart Combine(int[] parts, RollUpPart[] all, Combination how)
    {
        if (parts.Length == 0) return RollUpPart.Missing;
        double above = 0, aboveLost = 0, below = 0, belowLost = 0;
        int present = 0, total = 0;
        foreach (int i in parts)
        {
            RollUpPart p = all[i];
            total += p.Total;
            if (p.Present == 0) continue;
            if (how == Combination.Sum) { Sums.Add(ref above, ref aboveLost, p.Above); Sums.Add(ref below, ref belowLost, p.Below); }
            else if (present == 0) above = p.Above;
            else above = how == Combination.Largest ? Math.Max(above, p.Above) : Math.Min(above, p.Above);
            present += p.Present;
        }
        return present == 0 ? new RollUpPart(double.NaN, double.NaN, 0, total) : new RollUpPart(above + aboveLost, how == Combination.Sum ? below + belowLost : 1, present, total);
    }

    /// <summary>Fills a missing cell from its parts, or holds a printed one against them.</summary>
    private void Settle(int a, int y, int c, RollUpPart parts, double value, (int Area, int Code)[] sources, bool own = false)
    {
        if (parts.Present == 0)
        {
            // a whole none of whose parts the indicator applies to
            if (parts.Total == 0 && children[a].Length > 0 && draft.State(a, y, c) == ObservationState.Missing) draft.Set(a, y, c, double.NaN, ObservationState.NotApplicable);
            return;
        }
        const long End = PanelFindings.AtTheEnd;
        double printed = panel.ColumnAt(y, c).Span[a];
        if (!double.IsNaN(printed))
        {
            if (!parts.IsComplete || !double.IsFinite(value) || tolerance.AgreeWithComputed(printed, value)) return;
            string stated = PanelFindings.Text(printed), computed = PanelFindings.Text(value);
            if (own) findings.Warning(End, "panel.rate-differs-from-parts", Here(a, y, c), $"数值 {stated} 与分子分母算得的 {computed} 不符，保留原值", $"the figure {stated} is not the {computed} that its numerator and denominator give; it is kept");
            else findings.Warning(End, "panel.whole-differs-from-parts", Here(a, y, c), $"数值 {stated} 与下级汇总的 {computed} 不符，保留原值", $"the figure {stated} is not the {computed} that its parts give; it is kept");
            return;
        }
        if (panel.StateAt(a, y, c) != ObservationState.Missing) return;
        if (!parts.IsComplete)
        {
            bool used = rule == PartsRule.Available;
            findings.Notice(End, used ? "panel.rolled-up-in-part" : "panel.parts-missing", Here(a, y, c),
                $"{parts.Total} 个下级中只有 {parts.Present} 个有值，{(used ? "按可得部分汇总" : "未汇总")}", $"{parts.Present} of {parts.Total} parts have a figure; it is {(used ? "rolled up from those" : "not rolled up")}");
            if (!used) return;
        }
        if (!double.IsFinite(value))
        {
            findings.Warning(End, "panel.zero-denominator", Here(a, y, c), "分母或权重合计为 0，无法汇总", "the denominators or weights add to 0; it cannot be rolled up");
            return;
        }
        draft.Set(a, y, c, value, ObservationState.RolledUp, ScopeOf(y, c, sources, parts));
    }

    /// <summary>A figure made of parts covers what they cover and is defined as they are, so that a break in a part is a break in the whole.</summary>
    private ObservationScope? ScopeOf(int y, int c, (int Area, int Code)[] sources, RollUpPart parts)
    {
        (int Code, ObservationScope Scope)[] stated = [.. sources.Select(s => (s.Code, Scope: panel.Scope(panel.Areas[s.Area].Code, panel.Years[y], panel.Codes[s.Code])!)).Where(s => s.Scope is not null)];
        string? coverage = Joined(stated.Select(s => s.Scope.Coverage));
        string? version = Joined(stated.Where(s => s.Scope.DefinitionVersion is not null).Select(s => s.Code == c ? s.Scope.DefinitionVersion : $"{panel.Codes[s.Code]} {s.Scope.DefinitionVersion}"));
        PartsCoverage? part = parts.IsComplete ? null : new PartsCoverage(parts.Present, parts.Total);
        return coverage is null && version is null && part is null ? null : new ObservationScope { Coverage = coverage, DefinitionVersion = version, Parts = part };
    }

    private static string? Joined(IEnumerable<string?> texts) => texts.Where(t => t is not null).Distinct(StringComparer.Ordinal).ToArray() is { Length: > 0 } found ? string.Join("；", found) : null;

    private Place Here(int a, int y, int c) => new() { Area = panel.Areas[a].Code, Year = panel.Years[y], Indicator = panel.Codes[c] };
}
