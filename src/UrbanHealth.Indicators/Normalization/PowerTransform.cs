using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>A power (幂变换): x^exponent of figures that are not negative.</summary>
public sealed record PowerTransform : Transform
{
    /// <summary>The exponent; positive, so that the transform rises.</summary>
    public required double Exponent
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The exponent must be positive, so that the direction stays.");
    }

    /// <inheritdoc/>
    public override double Apply(double value)
    {
        if (double.IsNaN(value)) return double.NaN;
        if (value < 0) throw new ArgumentOutOfRangeException(nameof(value), value, "A power of a negative figure is not defined here: shift the figures, or use another transform.");
        return Exponent == 0.5 ? Math.Sqrt(value) : ElementaryFunctions.Pow(value, Exponent);
    }

    /// <summary>Such as <c>x^0.5</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"x^{Exponent:R}");
}
