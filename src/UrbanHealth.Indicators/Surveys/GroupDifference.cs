using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>The difference of two groups, areas or years in mean satisfaction (满意度差异).</summary>
public sealed record GroupDifference
{
    /// <summary>The code of the question, indicator or dimension.</summary>
    public required string Subject { get; init; }

    /// <summary>The group or year.</summary>
    public required string First { get; init; }

    /// <summary>The group or year whose mean is taken off.</summary>
    public required string Second { get; init; }

    /// <summary>The difference first − second with its error.</summary>
    public required SurveyEstimate Estimate { get; init; }

    /// <summary>Two-sided, of Student's t with the design's degrees of freedom.</summary>
    public required double PValue { get; init; }

    /// <summary>The p-value corrected for all comparisons of the table.</summary>
    public required double AdjustedPValue { get; init; }

    /// <summary>True when the corrected p-value is below <paramref name="level"/>.</summary>
    public bool IsSignificant(double level = 0.05) => AdjustedPValue < level;

    /// <summary>Such as <c>住房 东区 − 西区: 3.1 ± 1.2, p 0.0098, corrected 0.029</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{SatisfactionRow.Named(Subject)} {First} − {Second}: {Estimate.Value:F2} ± {Estimate.StandardError:F2}, p {PValue:G2}, corrected {AdjustedPValue:G2}");
}
