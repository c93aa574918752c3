using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>A trapezium (梯形隶属函数): linear flanks; a triangle where the top is one point, a half-trapezium where a flank is absent.</summary>
public sealed record TrapezoidalMembership : MembershipFunction
{
    /// <summary>A trapezium by its corners, which must not fall; infinite corners leave a flank out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The corners fall, or a flank has one infinite end.</exception>
    public TrapezoidalMembership(double low, double first, double last, double high)
    {
        Check(low, first, last, high);
        (Low, First, Last, High) = (low, first, last, high);
    }

    /// <summary>Where the degree leaves 0.</summary>
    public double Low { get; }

    /// <summary>Where it reaches 1.</summary>
    public double First { get; }

    /// <summary>Where it leaves 1.</summary>
    public double Last { get; }

    /// <summary>Where it is back at 0.</summary>
    public double High { get; }

    /// <inheritdoc/>
    public override double Degree(double value) => Flank(value, Low, First, Last, High);

    /// <summary>Such as <c>trapezium 0 2 4 8</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"trapezium {Low:R} {First:R} {Last:R} {High:R}");
}
