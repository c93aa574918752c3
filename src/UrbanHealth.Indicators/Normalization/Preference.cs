namespace UrbanHealth.Indicators;

/// <summary>Which values are better (偏好), with the target or range where a direction needs one.</summary>
public readonly record struct Preference
{
    private Preference(Direction direction, double low, double high) => (Direction, Low, High) = (direction, low, high);

    /// <summary>The direction.</summary>
    public Direction Direction { get; }

    /// <summary>The target or the lower end of the best range; 0 for the other directions.</summary>
    public double Low { get; }

    /// <summary>The target or the upper end of the best range; 0 for the other directions.</summary>
    public double High { get; }

    /// <summary>More is better (正向).</summary>
    public static Preference Higher => default;

    /// <summary>Less is better (逆向).</summary>
    public static Preference Lower => new(Direction.LowerIsBetter, 0, 0);

    /// <summary>A target is best (适度).</summary>
    public static Preference Target(double target) => new(Direction.TargetIsBest, target, target);

    /// <summary>A range is best (区间), both ends included.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="high"/> is below <paramref name="low"/>.</exception>
    public static Preference Range(double low, double high)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        return new Preference(Direction.RangeIsBest, low, high);
    }

    /// <summary>The preference of a direction that needs no target.</summary>
    /// <exception cref="ArgumentException">The direction needs a target or a range.</exception>
    public static implicit operator Preference(Direction direction) => direction switch
    {
        Direction.HigherIsBetter => Higher,
        Direction.LowerIsBetter => Lower,
        _ => throw new ArgumentException($"{direction} needs a target or a range: use Preference.Target or Preference.Range.", nameof(direction)),
    };

    /// <summary>The value turned so that more is better: x, −x, or minus the distance to the target or range; NaN stays NaN.</summary>
    internal double Orient(double x) => Direction switch
    {
        Direction.HigherIsBetter => x,
        Direction.LowerIsBetter => -x,
        _ => double.IsNaN(x) ? x : -Math.Max(0, Math.Max(Low - x, x - High)),
    };
}
