namespace UrbanHealth.Indicators;

/// <summary>A document that was to be parsed is not valid (文件无效); <see cref="Report"/> has every finding.</summary>
/// <remarks>Thrown by <c>Parse</c> methods only; the <c>Read</c> method beside each returns the report instead.</remarks>
public sealed class InvalidDocumentException : FormatException
{
    /// <summary>An exception for a report.</summary>
    public InvalidDocumentException(ValidationReport report)
        : base((report ?? throw new ArgumentNullException(nameof(report))).ToString(Language.Chinese) + "\n" + report.ToString(Language.English)) => Report = report;

    /// <summary>Every finding.</summary>
    public ValidationReport Report { get; }
}
