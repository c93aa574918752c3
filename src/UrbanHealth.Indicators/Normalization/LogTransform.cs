using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>A logarithm (对数变换): log(x + shift).</summary>
public sealed record LogTransform : Transform
{
    /// <summary>The base; e by default, greater than 1.</summary>
    public double Base
    {
        get;
        init => field = value > 1 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The base of a rising logarithm is greater than 1.");
    } = Math.E;

    /// <summary>What is added first; 0 by default.</summary>
    public double Shift
    {
        get;
        init => field = double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The shift must be finite.");
    }

    /// <inheritdoc/>
    public override double Apply(double value)
    {
        if (double.IsNaN(value)) return double.NaN;
        double x = value + Shift;
        if (!(x > 0)) throw new ArgumentOutOfRangeException(nameof(value), value, FormattableString.Invariant($"The logarithm of {x} is not defined: shift the figures by name, or use another transform."));
        return Base == Math.E ? Math.Log(x) : Base == 10 ? Math.Log10(x) : Base == 2 ? Math.Log2(x) : Math.Log(x, Base);
    }

    /// <summary>Such as <c>ln(x + 1)</c>.</summary>
    public override string ToString()
    {
        string x = Shift == 0 ? "x" : string.Create(CultureInfo.InvariantCulture, $"x + {Shift:R}");
        return Base == Math.E ? $"ln({x})" : string.Create(CultureInfo.InvariantCulture, $"log{Base:R}({x})");
    }
}
