namespace UrbanHealth.Indicators;

/// <summary>An unmet bottom line is reported beside the score and changes nothing (只报告).</summary>
public sealed record ReportOnlyRule : BottomLineRule;
