namespace UrbanHealth.Indicators;

/// <summary>Targets and everything found while they were read (目标读取结果).</summary>
/// <param name="Targets">The targets; null when the report has an error.</param>
/// <param name="Report">Every finding, with its path.</param>
public sealed record IndicatorTargetsReading(IndicatorTargets? Targets, ValidationReport Report)
{
    /// <summary>The number of targets and the report.</summary>
    public override string ToString() => $"{(Targets is null ? "no targets" : $"{Targets.Count} targets")}\n{Report}";
}
