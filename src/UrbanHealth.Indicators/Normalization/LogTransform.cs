using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>A logarithm (对数变换): log(factor·x + shift).</summary>
public sealed record LogTransform : Transform
{
    /// <summary>The base; e by default, greater than 1.</summary>
    public double Base
    {
        get;
        init => field = value > 1 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The base of a rising logarithm is greater than 1.");
    } = Math.E;

    /// <summary>What the figure is multiplied by first; 1 by default, positive.</summary>
    public double Factor
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The factor must be positive, so that the direction stays.");
    } = 1;

    /// <summary>What is added before the logarithm; 0 by default.</summary>
    public double Shift
    {
        get;
        init => field = double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The shift must be finite.");
    }

    /// <inheritdoc/>
    public override double Apply(double value)
    {
        if (double.IsNaN(value)) return double.NaN;
        double x = Factor * value + Shift;
        if (!(x > 0)) throw new ArgumentOutOfRangeException(nameof(value), value, FormattableString.Invariant($"The logarithm of {x} is not defined: shift the figures by name, or use another transform."));
        return Base == Math.E ? ElementaryFunctions.Log(x) : ElementaryFunctions.Log(x, Base);
    }

    /// <summary>Such as <c>ln(x + 1)</c>.</summary>
    public override string ToString()
    {
        string x = Factor == 1 ? "x" : string.Create(CultureInfo.InvariantCulture, $"{Factor:R}·x");
        if (Shift != 0) x += string.Create(CultureInfo.InvariantCulture, $" + {Shift:R}");
        return Base == Math.E ? $"ln({x})" : string.Create(CultureInfo.InvariantCulture, $"log{Base:R}({x})");
    }
}
