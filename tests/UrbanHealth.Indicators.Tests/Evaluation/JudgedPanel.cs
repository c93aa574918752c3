namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>A small panel from records, for examples of judgement.</summary>
internal static class JudgedPanel
{
    public static Panel Of(IndicatorFramework framework, Area[] areas, params Observation[] observations)
    {
        int[] years = [.. observations.Select(o => o.Year).Distinct().Order()];
        IReadOnlyList<string> codes = Panel.CodesOf(framework);
        double[][][] values = [.. years.Select(_ => codes.Select(_ => Enumerable.Repeat(double.NaN, areas.Length).ToArray()).ToArray())];
        var states = new Dictionary<PanelCell, ObservationState>();
        var scopes = new Dictionary<PanelCell, ObservationScope>();
        foreach (Observation o in observations)
        {
            var cell = new PanelCell(Array.FindIndex(areas, a => a.Code == o.Area), Array.IndexOf(years, o.Year), codes.ToList().IndexOf(o.Indicator));
            values[cell.Year][cell.Code][cell.Area] = o.Value;
            if (o.State is not (ObservationState.Observed or ObservationState.Missing)) states[cell] = o.State;
            if (o.Scope is { } scope) scopes[cell] = scope;
        }
        return new Panel(framework, areas, years, [.. values.Select(y => y.Select(c => (ReadOnlyMemory<double>)c).ToArray())], states, scopes);
    }

    /// <summary>One area called 市 in 2025 with one indicator.</summary>
    public static JudgedIndicator Judge(Indicator indicator, double value, string? areaClass = null, ObservationState state = default, ObservationScope? scope = null) =>
        Assessment.Of(Of(Framework(indicator), ["市"], new Observation("市", 2025, indicator.Code, value) { State = state, Scope = scope }), areaClass)["市", 2025][indicator.Code];

    public static IndicatorFramework Framework(params Indicator[] indicators) => new(new Dimension { Code = "root", Name = "城市", Dimensions = [new Dimension { Code = "d", Name = "维度", Indicators = indicators }] });
}
