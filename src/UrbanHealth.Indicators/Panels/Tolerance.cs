using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>How far two figures for one thing may lie apart and still agree (容差).</summary>
/// <remarks>They agree when their distance is at most the largest of what is set; with nothing set they must be equal.</remarks>
public sealed record Tolerance
{
    private readonly double absolute, relative;

    /// <summary>The distance allowed, in the indicator's unit; 0 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not a number.</exception>
    public double Absolute { get => absolute; init => absolute = Checked(value); }

    /// <summary>The distance allowed as a share of the larger of the two in size; 0 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not a number.</exception>
    public double Relative { get => relative; init => relative = Checked(value); }

    /// <summary>True to allow what rounding explains (修约误差): less than half a unit of the last digit of the figure that is printed more coarsely; false by default.</summary>
    /// <remarks>A number forgets the zeros it was printed with: 0.50 counts as printed to one decimal. Half a unit itself does not count between two printed figures, for 0.55 is rounded to 0.6 and not to 0.5.</remarks>
    public bool LastDigit { get; init; }

    /// <summary>Equal, to the last bit.</summary>
    public static Tolerance Exact { get; } = new();

    /// <summary>As far apart as rounding to the printed digits makes them.</summary>
    public static Tolerance Rounding { get; } = new() { LastDigit = true };

    /// <summary>Within a distance.</summary>
    public static Tolerance Within(double absolute) => new() { Absolute = absolute };

    /// <summary>Within a share, such as 0.01 for 1 %.</summary>
    public static Tolerance WithinShare(double relative) => new() { Relative = relative };

    /// <summary>True when two printed figures agree. NaN agrees with nothing.</summary>
    public bool Agree(double a, double b)
    {
        double distance = Math.Abs(a - b);
        return distance <= Allowed(a, b) || (LastDigit && distance < Math.Max(HalfDigit(a), HalfDigit(b)) - LastBits(a, b));
    }

    /// <summary>True when a printed figure agrees with a computed one, whose digits are not printed and so say nothing of rounding; half a unit of the printed figure's last digit counts.</summary>
    public bool AgreeWithComputed(double printed, double computed) =>
        Math.Abs(printed - computed) <= Math.Max(Allowed(printed, computed), LastDigit ? HalfDigit(printed) + LastBits(printed, computed) : 0);

    private double Allowed(double a, double b) => Math.Max(Absolute, Relative * Math.Max(Math.Abs(a), Math.Abs(b)));

    /// <summary>Half a unit of the last digit of the shortest text of a number.</summary>
    internal static double HalfDigit(double value)
    {
        if (!double.IsFinite(value)) return 0;
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        int e = text.IndexOf('E', StringComparison.Ordinal);
        int power = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        int point = text.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0) power -= (e < 0 ? text.Length : e) - point - 1;
        return 0.5 * Math.Pow(10, power);
    }

    /// <summary>What the subtraction of two decimal figures may be off by.</summary>
    private static double LastBits(double a, double b)
    {
        double larger = Math.Max(Math.Abs(a), Math.Abs(b));
        return 4 * (Math.BitIncrement(larger) - larger);
    }

    private static double Checked(double value)
    {
        if (!(value >= 0 && double.IsFinite(value))) throw new ArgumentOutOfRangeException(nameof(value), "A tolerance is a finite number from 0.");
        return value;
    }
}
