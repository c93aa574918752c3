namespace UrbanHealth.Indicators;

/// <summary>A total is the sum of its parts (总数与分项之和).</summary>
public sealed record TotalOfPartsCheck : ConsistencyCheck
{
    /// <summary>The code of the total.</summary>
    public required string Total { get; init; }

    /// <summary>The codes of the parts.</summary>
    public required IReadOnlyList<string> Parts { get; init; }

    /// <summary>True where one object may be in several parts (同一对象多个问题), so that the parts may exceed the total of distinct objects; false by default.</summary>
    /// <remarks>Then the total must be at least the largest part and at most the sum.</remarks>
    public bool PartsOverlap { get; init; }

    private protected override ValidationIssue? CheckCell(Panel panel, int area, int year)
    {
        double total = Figure(panel, area, year, Total);
        double[] parts = [.. Parts.Select(p => Figure(panel, area, year, p))];
        if (parts.Length == 0 || double.IsNaN(total) || Array.Exists(parts, double.IsNaN)) return null;
        double sum = Numerics.Sums.Of(parts);
        if (Tolerance.Agree(total, sum)) return null;
        string t = PanelFindings.Text(total), s = PanelFindings.Text(sum);
        if (!PartsOverlap) return Issue(panel, area, year, Total, "panel.total-differs-from-parts", Severity.Warning, $"总数 {t} 与分项之和 {s} 不符", $"the total {t} is not the sum {s} of its parts");
        if (total > sum) return Issue(panel, area, year, Total, "panel.total-differs-from-parts", Severity.Warning, $"总数 {t} 大于分项之和 {s}", $"the total {t} exceeds the sum {s} of its parts");
        if (total < parts.Max()) return Issue(panel, area, year, Total, "panel.part-exceeds-total", Severity.Warning, $"有分项 {PanelFindings.Text(parts.Max())} 大于总数 {t}", $"a part {PanelFindings.Text(parts.Max())} exceeds the total {t}");
        return Issue(panel, area, year, Total, "panel.parts-overlap", Severity.Notice, $"分项之和 {s} 大于总数 {t}：同一对象有多个问题", $"the parts sum to {s} and the total is {t}: an object may be in several parts");
    }
}
