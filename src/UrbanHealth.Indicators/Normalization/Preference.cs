using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>Which values are better (偏好), with the target or range where a direction needs one.</summary>
public readonly record struct Preference
{
    /// <summary>As read from JSON.</summary>
    /// <exception cref="ArgumentException">The target or range does not fit the direction.</exception>
    [JsonConstructor]
    internal Preference(Direction direction, double low, double high)
    {
        bool fits = direction switch
        {
            Direction.HigherIsBetter or Direction.LowerIsBetter => low == 0 && high == 0,
            Direction.TargetIsBest => double.IsFinite(low) && low == high,
            _ => double.IsFinite(low) && double.IsFinite(high) && low <= high,
        };
        if (!fits) throw new ArgumentException("A target or range must be finite, must not fall, and goes with TargetIsBest or RangeIsBest only.", nameof(low));
        (Direction, Low, High) = (direction, low, high);
    }

    /// <summary>The direction.</summary>
    public Direction Direction { get; }

    /// <summary>The target or the lower end of the best range; 0 for the other directions.</summary>
    public double Low { get; }

    /// <summary>The target or the upper end of the best range; 0 for the other directions.</summary>
    public double High { get; }

    /// <summary>True where a target or range is best, so that figures count by their distance to it.</summary>
    [JsonIgnore]
    public bool IsDistance => Direction is Direction.TargetIsBest or Direction.RangeIsBest;

    /// <summary>More is better (正向).</summary>
    public static Preference Higher => default;

    /// <summary>Less is better (逆向).</summary>
    public static Preference Lower => new(Direction.LowerIsBetter, 0, 0);

    /// <summary>A target is best (适度).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="target"/> is not finite.</exception>
    public static Preference Target(double target) => double.IsFinite(target)
        ? new(Direction.TargetIsBest, target, target)
        : throw new ArgumentOutOfRangeException(nameof(target), target, "A target must be finite.");

    /// <summary>A range is best (区间), both ends included.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="high"/> is below <paramref name="low"/>, or one is not finite.</exception>
    public static Preference Range(double low, double high)
    {
        if (!double.IsFinite(low)) throw new ArgumentOutOfRangeException(nameof(low), low, "A range must be finite.");
        if (!double.IsFinite(high)) throw new ArgumentOutOfRangeException(nameof(high), high, "A range must be finite.");
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
