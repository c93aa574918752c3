using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>A bell (高斯隶属函数): exp(−((x − centre)/width)²/2).</summary>
public sealed record GaussianMembership : MembershipFunction
{
    /// <summary>A bell by its centre and width.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The width is not positive, or one is not finite.</exception>
    public GaussianMembership(double centre, double width)
    {
        if (!double.IsFinite(centre)) throw new ArgumentOutOfRangeException(nameof(centre), centre, "The centre must be finite.");
        if (!(width > 0 && double.IsFinite(width))) throw new ArgumentOutOfRangeException(nameof(width), width, "The width must be positive.");
        (Centre, Width) = (centre, width);
    }

    /// <summary>Where the degree is 1.</summary>
    public double Centre { get; }

    /// <summary>The distance at which the degree is e^−½ ≈ 0.607.</summary>
    public double Width { get; }

    /// <inheritdoc/>
    public override double Degree(double value)
    {
        double t = (value - Centre) / Width;
        return ElementaryFunctions.Exp(-0.5 * t * t);
    }

    /// <summary>Such as <c>bell 5 2</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"bell {Centre:R} {Width:R}");
}
