namespace UrbanHealth.Indicators;

/// <summary>A rate is scale × numerator / denominator (率与分子分母).</summary>
public sealed record RateOfPartsCheck : ConsistencyCheck
{
    /// <summary>The code of the rate.</summary>
    public required string Rate { get; init; }

    /// <summary>The code of what is above the line.</summary>
    public required string Numerator { get; init; }

    /// <summary>The code of what is below the line.</summary>
    public required string Denominator { get; init; }

    /// <summary>What the quotient is multiplied by; 1 by default, 100 for a percentage.</summary>
    public double Scale { get; init; } = 1;

    private protected override ValidationIssue? CheckCell(Panel panel, int area, int year)
    {
        double rate = Figure(panel, area, year, Rate), computed = Scale * Figure(panel, area, year, Numerator) / Figure(panel, area, year, Denominator);
        if (double.IsNaN(rate) || double.IsNaN(computed) || Tolerance.AgreeWithComputed(rate, computed)) return null;
        return Issue(panel, area, year, Rate, "panel.rate-differs-from-parts", Severity.Warning, $"数值 {PanelFindings.Text(rate)} 与分子分母算得的 {PanelFindings.Text(computed)} 不符", $"{PanelFindings.Text(rate)} is not the {PanelFindings.Text(computed)} that its numerator and denominator give");
    }
}
