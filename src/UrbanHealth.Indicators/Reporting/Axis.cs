using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>A linear axis with round ticks.</summary>
internal readonly struct Axis
{
    private Axis(double low, double high, double step) => (Low, High, Step) = (low, high, step);

    public double Low { get; }

    public double High { get; }

    public double Step { get; }

    /// <summary>An axis that holds all values with about <paramref name="ticks"/> ticks of 1, 2 or 5 times a power of ten.</summary>
    public static Axis Over(IEnumerable<double> values, int ticks = 4, bool fromZero = false)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double v in values)
        {
            if (!double.IsFinite(v)) continue;
            low = Math.Min(low, v);
            high = Math.Max(high, v);
        }
        if (low > high) (low, high) = (0, 1);
        if (fromZero) (low, high) = (Math.Min(0, low), Math.Max(0, high));
        if (low == high) (low, high) = low == 0 ? (0, 1) : (low - Math.Abs(low) * 0.1, high + Math.Abs(high) * 0.1);
        double rough = (high - low) / ticks;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = power * ((rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 });
        return new Axis(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    public double Place(double value, double from, double to) => from + (to - from) * ((value - Low) / (High - Low));

    public IEnumerable<double> Ticks()
    {
        int count = (int)Math.Round((High - Low) / Step);
        for (int i = 0; i <= count; i++) yield return Low + i * Step;
    }

    public string Label(double value)
    {
        int digits = Math.Max(0, -(int)Math.Floor(Math.Log10(Step) + 1e-9));
        return Math.Round(value, Math.Min(digits, 12)).ToString("#,0." + new string('0', digits), CultureInfo.InvariantCulture);
    }
}
