using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The Box-Cox transform (Box-Cox 变换): (x^λ − 1)/λ, ln x for λ = 0, of x + shift. Source: Box &amp; Cox (1964), equation 1.</summary>
public sealed record BoxCoxTransform : Transform
{
    /// <summary>λ; finite.</summary>
    public required double Lambda
    {
        get;
        init => field = double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Lambda must be finite.");
    }

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
        if (!(x > 0)) throw new ArgumentOutOfRangeException(nameof(value), value, FormattableString.Invariant($"Box-Cox of {x} is not defined: shift the figures by name, or use another transform."));
        return Lambda == 0 ? ElementaryFunctions.Log(x) : (ElementaryFunctions.Pow(x, Lambda) - 1) / Lambda;
    }

    /// <summary>Such as <c>Box-Cox(x, λ = 0.5)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Box-Cox(x{(Shift == 0 ? "" : $" + {Shift:R}")}, λ = {Lambda:R})");
}
