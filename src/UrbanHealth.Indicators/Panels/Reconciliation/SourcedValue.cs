namespace UrbanHealth.Indicators;

/// <summary>What one source says of one figure (来源值).</summary>
/// <param name="Source">The source.</param>
/// <param name="Value">Its figure.</param>
/// <param name="StandardError">The standard error of the figure; null when not known.</param>
public readonly record struct SourcedValue(string Source, double Value, double? StandardError = null);
