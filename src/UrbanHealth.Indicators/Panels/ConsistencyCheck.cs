namespace UrbanHealth.Indicators;

/// <summary>A relation that figures of one area and year must keep (一致性校验).</summary>
/// <remarks>A relation one of whose figures is missing is not looked at.</remarks>
public abstract record ConsistencyCheck
{
    private protected ConsistencyCheck() { }

    /// <summary>How far figures may lie apart; half a unit of the last printed digit by default.</summary>
    public Tolerance Tolerance { get; init; } = Tolerance.Rounding;

    /// <summary>A total is the sum of its parts (总数与分项之和).</summary>
    public static TotalOfPartsCheck TotalOfParts(string total, params string[] parts) => new() { Total = total, Parts = parts };

    /// <summary>Two columns hold the same figure (同一指标两处填报).</summary>
    public static SameFigureCheck SameFigure(string first, string second) => new() { First = first, Second = second };

    /// <summary>A rate is scale × numerator / denominator (率与分子分母).</summary>
    public static RateOfPartsCheck RateOfParts(string rate, string numerator, string denominator, double scale = 1) => new() { Rate = rate, Numerator = numerator, Denominator = denominator, Scale = scale };

    /// <summary>Every area and year in which the relation does not hold.</summary>
    /// <exception cref="KeyNotFoundException">The panel has no column of a named code.</exception>
    public ValidationReport Check(Panel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        var issues = new List<ValidationIssue>();
        for (int y = 0; y < panel.Years.Count; y++)
            for (int a = 0; a < panel.Areas.Count; a++)
                if (CheckCell(panel, a, y) is { } issue) issues.Add(issue);
        return new ValidationReport(issues);
    }

    /// <summary>Every figure that two tables of one thing (两张表) print differently, such as two annexes of one report.</summary>
    /// <param name="first">The first table.</param>
    /// <param name="second">The second; only areas, years and codes that both have are compared.</param>
    /// <param name="tolerance">How far they may lie apart; half a unit of the last printed digit by default.</param>
    public static ValidationReport Between(Panel first, Panel second, Tolerance? tolerance = null)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        tolerance ??= Tolerance.Rounding;
        var issues = new List<ValidationIssue>();
        foreach (string code in first.Codes.Where(second.HasCode))
            foreach (int year in first.Years.Where(second.HasYear))
                foreach (Area area in first.Areas.Where(a => second.HasArea(a.Code)))
                {
                    double a = first[area.Code, year, code], b = second[area.Code, year, code];
                    if (double.IsNaN(a) || double.IsNaN(b) || tolerance.Agree(a, b)) continue;
                    issues.Add(new ValidationIssue("panel.tables-differ", Severity.Warning, new Place { Area = area.Code, Year = year, Indicator = code },
                        new($"两张表的数值不同：{PanelFindings.Text(a)} 与 {PanelFindings.Text(b)}", $"the two tables print {PanelFindings.Text(a)} and {PanelFindings.Text(b)}")));
                }
        return new ValidationReport(issues);
    }

    private protected abstract ValidationIssue? CheckCell(Panel panel, int area, int year);

    private protected static double Figure(Panel panel, int area, int year, string code) => panel.ColumnAt(year, panel.IndexOfCode(code)).Span[area];

    private protected static ValidationIssue Issue(Panel panel, int area, int year, string code, string issue, Severity severity, string chinese, string english) =>
        new(issue, severity, new Place { Area = panel.Areas[area].Code, Year = panel.Years[year], Indicator = code }, new(chinese, english));
}
