namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>A small panel from records, for examples of judgement.</summary>
internal static class JudgedPanel
{
    public static Panel Of(IndicatorFramework framework, Area[] areas, params Observation[] observations) => Panel.Of(framework, areas, observations).Panel;

    /// <summary>One area called 市 in 2025 with one indicator.</summary>
    public static JudgedIndicator Judge(Indicator indicator, double value, string? areaClass = null, ObservationState state = default, ObservationScope? scope = null) =>
        Assessment.Of(Of(Framework(indicator), ["市"], new Observation("市", 2025, indicator.Code, value) { State = state == default ? ObservationState.Observed : state, Scope = scope }), areaClass)["市", 2025][indicator.Code];

    public static IndicatorFramework Framework(params Indicator[] indicators) => new(new Dimension { Code = "root", Name = "城市", Dimensions = [new Dimension { Code = "d", Name = "维度", Indicators = indicators }] });
}
