namespace UrbanHealth.Indicators;

/// <summary>Whether a figure can be what it says: finite, inside the possible range, and in a state that fits it.</summary>
internal sealed class FigureCheck
{
    private readonly (double Minimum, double Maximum)[] possible;
    private readonly PanelFindings findings;

    public FigureCheck(IndicatorFramework framework, PanelFindings findings)
    {
        this.findings = findings;
        possible = new (double, double)[Panel.CodesOf(framework).Count];
        Array.Fill(possible, (double.NegativeInfinity, double.PositiveInfinity));
        for (int i = 0; i < framework.Indicators.Count; i++)
            possible[i] = (framework.Indicators[i].PossibleMinimum ?? double.NegativeInfinity, framework.Indicators[i].PossibleMaximum ?? double.PositiveInfinity);
    }

    /// <summary>False for a figure that cannot be used.</summary>
    public bool Passes(double value, ObservationState state, int code) =>
        !double.IsInfinity(value) && StateFits(value, state) && !(value < possible[code].Minimum || value > possible[code].Maximum);

    /// <summary>Says why a figure did not pass.</summary>
    public void Report(double value, ObservationState state, int code, long line, Place place)
    {
        if (double.IsInfinity(value)) { Infinite(line, place); return; }
        string text = PanelFindings.Text(value);
        if (!StateFits(value, state))
        {
            findings.Error(line, "panel.state-contradicts-value", place, $"状态 {state} 与数值 {text} 矛盾，未采用", $"the state {state} contradicts the value {text}; it is left out");
            return;
        }
        (double minimum, double maximum) = possible[code];
        bool below = value < minimum;
        string bound = PanelFindings.Text(below ? minimum : maximum);
        findings.Error(line, "panel.impossible-value", place,
            $"数值 {text} {(below ? "小于可能的最小值" : "大于可能的最大值")} {bound}，未采用",
            $"the value {text} is {(below ? "below the smallest" : "above the largest")} possible value {bound}; it is left out");
    }

    public void Infinite(long line, Place place) =>
        findings.Error(line, "panel.infinite-value", place, "数值无穷大，未采用", "the value is infinite; it is left out");

    /// <summary>A figure is needed where one is said to be, and there is none where it does not apply; what is not evaluated may have one.</summary>
    private static bool StateFits(double value, ObservationState state) => state switch
    {
        ObservationState.NotEvaluated => true,
        ObservationState.Missing or ObservationState.NotApplicable => double.IsNaN(value),
        _ => !double.IsNaN(value),
    };
}
