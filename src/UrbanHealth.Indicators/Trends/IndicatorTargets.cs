using System.Collections;

namespace UrbanHealth.Indicators;

/// <summary>The targets of a plan (五年目标集), as data: read from a file, checked against a framework, written back the same.</summary>
/// <remarks>Immutable and thread-safe. A list of targets, so that a <see cref="FiveYearReview"/> takes it as it is.</remarks>
public sealed class IndicatorTargets : IReadOnlyList<IndicatorTarget>
{
    private readonly IndicatorTarget[] targets;

    internal IndicatorTargets(IndicatorTarget[] targets) => this.targets = targets;

    /// <inheritdoc/>
    public int Count => targets.Length;

    /// <inheritdoc/>
    public IndicatorTarget this[int index] => targets[index];

    /// <summary>Targets made in code.</summary>
    /// <exception cref="InvalidDocumentException">A target does not hold together; the exception has every finding.</exception>
    public static IndicatorTargets Of(IEnumerable<IndicatorTarget> targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        IndicatorTarget[] all = [.. targets];
        var report = new ValidationReport(IndicatorTargetsDocument.Find(all));
        return report.IsValid ? new IndicatorTargets(all) : throw new InvalidDocumentException(report);
    }

    /// <summary>Reads a file of targets (目标文件) and reports every mistake at once, each with its path in the file.</summary>
    /// <param name="json">The text of the file; comments and trailing commas are allowed.</param>
    public static IndicatorTargetsReading Read(string json) => IndicatorTargetsDocument.Read(json);

    /// <summary>As <see cref="Read"/>, for a file that is known to be valid.</summary>
    /// <exception cref="InvalidDocumentException">The file has an error; the exception has every finding.</exception>
    public static IndicatorTargets Parse(string json)
    {
        IndicatorTargetsReading reading = Read(json);
        return reading.Targets ?? throw new InvalidDocumentException(reading.Report);
    }

    /// <summary>The targets as a file that reads back the same; the same targets always give the same text.</summary>
    public string ToJson() => IndicatorTargetsDocument.Write(targets);

    /// <summary>Whether the targets fit a framework, and a panel's areas when they are given: every code and area is there.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="areas">The areas, such as those of a panel; areas are not looked at when null.</param>
    public ValidationReport Check(IndicatorFramework framework, IEnumerable<Area>? areas = null)
    {
        ArgumentNullException.ThrowIfNull(framework);
        HashSet<string>? known = areas is null ? null : new(StringComparer.Ordinal);
        foreach (Area area in areas ?? [])
        {
            known!.Add(area.Code);
            known.Add(area.Name);
        }
        return new ValidationReport(IndicatorTargetsDocument.Missing(targets, framework, known));
    }

    /// <inheritdoc/>
    public IEnumerator<IndicatorTarget> GetEnumerator() => ((IEnumerable<IndicatorTarget>)targets).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A line a target.</summary>
    public override string ToString() => string.Join('\n', (IEnumerable<IndicatorTarget>)targets);
}
