namespace UrbanHealth.Indicators;

/// <summary>Two columns hold the same figure (同一指标两处填报).</summary>
public sealed record SameFigureCheck : ConsistencyCheck
{
    /// <summary>The code of the one.</summary>
    public required string First { get; init; }

    /// <summary>The code of the other.</summary>
    public required string Second { get; init; }

    private protected override ValidationIssue? CheckCell(Panel panel, int area, int year)
    {
        double a = Figure(panel, area, year, First), b = Figure(panel, area, year, Second);
        if (double.IsNaN(a) || double.IsNaN(b) || Tolerance.Agree(a, b)) return null;
        return Issue(panel, area, year, First, "panel.same-figure-differs", Severity.Warning, $"数值 {PanelFindings.Text(a)} 与 {Second} 的 {PanelFindings.Text(b)} 应相同", $"{PanelFindings.Text(a)} should be the {PanelFindings.Text(b)} of {Second}");
    }
}
