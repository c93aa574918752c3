namespace UrbanHealth.Indicators;

/// <summary>How good a raw figure is, as a number that rises as the condition gets better: for labels that do not follow the number.</summary>
/// <remarks>Higher is better: the figure; lower: its negative; a target or a range: the negative distance from it. NaN where a target or a range is stated nowhere.</remarks>
internal readonly struct IndicatorCondition
{
    private readonly Direction direction;
    private readonly double low;
    private readonly double high;

    public IndicatorCondition(Indicator indicator, string? areaClass, int year)
    {
        direction = indicator.Direction;
        low = high = double.NaN;
        if (direction is Direction.HigherIsBetter or Direction.LowerIsBetter) return;
        Standard? standard = null;
        foreach (Standard s in indicator.Standards)
            if (s.Comparison is Comparison.Within or Comparison.EqualTo && Applicability.Holds(s.AreaClass, s.FromYear, areaClass, year)
                && (standard is null || Applicability.Beats(s.AreaClass, s.FromYear, standard.AreaClass, standard.FromYear))) standard = s;
        (low, high) = standard is not null ? (standard.Value, standard.Upper ?? standard.Value) : indicator.Benchmark switch
        {
            RangeBenchmark range => (range.Low, range.High),
            TargetBenchmark target => (target.Value - target.Tolerance, target.Value + target.Tolerance),
            _ => (double.NaN, double.NaN),
        };
    }

    /// <summary>False where the best is a target or a range that nothing states.</summary>
    public bool IsKnown => direction is Direction.HigherIsBetter or Direction.LowerIsBetter || !double.IsNaN(low);

    public double Of(double value) => direction switch
    {
        Direction.HigherIsBetter => value,
        Direction.LowerIsBetter => -value,
        _ => value < low ? value - low : value > high ? high - value : double.IsNaN(low) ? double.NaN : 0,
    };

    /// <summary>The label of a move from one figure to another.</summary>
    public ChangeLabel? Compare(double from, double to, double tolerance)
    {
        if (!IsKnown || double.IsNaN(from) || double.IsNaN(to)) return null;
        double gain = Of(to) - Of(from);
        if (tolerance > 0) tolerance += 1e-15 * (Math.Abs(from) + Math.Abs(to)); // 1.1 − 1 is a rounding more than 0.1, and must not be a change beyond it
        return gain > tolerance ? ChangeLabel.Improved : gain < -tolerance ? ChangeLabel.Worsened : ChangeLabel.Unchanged;
    }
}
