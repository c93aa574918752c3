using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Calibrated weights and how well they meet the population (校准结果).</summary>
public sealed record CalibrationResult
{
    private readonly SurveyDesign? design;

    internal CalibrationResult(SurveyDesign? design, ValidationReport report) => (this.design, Report) = (design, report);

    /// <summary>The design with calibrated weights; its estimates carry the gain of the calibration in their error.</summary>
    /// <exception cref="InvalidDocumentException">The margins cannot be met; <see cref="Report"/> says where.</exception>
    public SurveyDesign Design => design ?? throw new InvalidDocumentException(Report);

    /// <summary>Every finding; an error for each cell that cannot be met.</summary>
    public ValidationReport Report { get; }

    /// <summary>Whether every margin is met within the tolerance.</summary>
    public bool Converged => design is not null;

    /// <summary>The iterations made.</summary>
    public int Iterations { get; init; }

    /// <summary>The largest deviation from a margin, relative to it, that is left.</summary>
    public double LargestDeviation { get; init; }

    /// <summary>The smallest factor a weight was multiplied with.</summary>
    public double SmallestFactor { get; init; }

    /// <summary>The largest factor a weight was multiplied with.</summary>
    public double LargestFactor { get; init; }

    /// <summary>The number of weights held at a bound.</summary>
    public int Trimmed { get; init; }

    /// <summary>The result with findings at the lines that respondents were read from, in place of their rows.</summary>
    internal CalibrationResult WithLines(Func<int, long> lineOf) => Report.Count == 0 ? this : new CalibrationResult(design, new ValidationReport(Report.Select(i => i.Place.Line is { } row ? i with { Place = i.Place with { Line = lineOf((int)row - 1) } } : i)))
    {
        Iterations = Iterations,
        LargestDeviation = LargestDeviation,
        SmallestFactor = SmallestFactor,
        LargestFactor = LargestFactor,
        Trimmed = Trimmed,
    };

    /// <summary>One line of it, and the findings.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{(Converged ? "converged" : "not converged")} after {Iterations} iterations, largest deviation {LargestDeviation:E1}, factors {SmallestFactor:F3} to {LargestFactor:F3}, {Trimmed} at a bound{(Report.Count == 0 ? "" : "\n" + Report)}");
}
