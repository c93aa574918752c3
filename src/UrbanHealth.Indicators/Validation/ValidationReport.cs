using System.Collections;

namespace UrbanHealth.Indicators;

/// <summary>Everything found about data, all at once and in the order it was met (校验报告).</summary>
public sealed partial class ValidationReport : IReadOnlyList<ValidationIssue>
{
    private readonly ValidationIssue[] issues;

    /// <summary>A report of the given findings.</summary>
    public ValidationReport(IEnumerable<ValidationIssue> issues)
    {
        ArgumentNullException.ThrowIfNull(issues);
        this.issues = [.. issues];
    }

    /// <summary>The report that found nothing.</summary>
    public static ValidationReport Empty { get; } = new([]);

    /// <summary>True when no finding is an error; warnings and notices do not count against it.</summary>
    public bool IsValid => Array.TrueForAll(issues, i => i.Severity != Severity.Error);

    /// <inheritdoc/>
    public int Count => issues.Length;

    /// <inheritdoc/>
    public ValidationIssue this[int index] => issues[index];

    /// <summary>The findings of one severity.</summary>
    public IEnumerable<ValidationIssue> Of(Severity severity) => issues.Where(i => i.Severity == severity);

    /// <summary>This report followed by <paramref name="other"/>.</summary>
    public ValidationReport With(IEnumerable<ValidationIssue> other) => new(issues.Concat(other));

    /// <summary>A line a finding in <paramref name="language"/>, after a line that counts them.</summary>
    public string ToString(Language language)
    {
        int errors = Of(Severity.Error).Count(), warnings = Of(Severity.Warning).Count(), notices = Of(Severity.Notice).Count();
        string head = language == Language.Chinese
            ? $"{errors} 个错误，{warnings} 个警告，{notices} 个提示"
            : $"{errors} error(s), {warnings} warning(s), {notices} notice(s)";
        return string.Join('\n', issues.Select(i => i.In(language)).Prepend(head));
    }

    /// <summary>The report in English.</summary>
    public override string ToString() => ToString(Language.English);

    /// <inheritdoc/>
    public IEnumerator<ValidationIssue> GetEnumerator() => ((IEnumerable<ValidationIssue>)issues).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
