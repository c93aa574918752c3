namespace UrbanHealth.Indicators;

/// <summary>The identity of an indicator (指标标识): its stable code and the version of its definition.</summary>
/// <param name="Code">The code.</param>
/// <param name="Version">The version of the definition (口径版本).</param>
public sealed record IndicatorVersion(string Code, string Version)
{
    /// <summary>The identity of an indicator.</summary>
    public static IndicatorVersion Of(Indicator indicator) => new((indicator ?? throw new ArgumentNullException(nameof(indicator))).Code, indicator.Version);

    /// <summary>Such as <c>road-density@2</c>.</summary>
    public override string ToString() => $"{Code}@{Version}";
}
