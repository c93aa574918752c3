using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>A ridge (岭形隶属函数): ½ + ½·sin(π·(t − ½)) for a figure that is the share t up a flank.</summary>
public sealed record RidgeMembership : MembershipFunction
{
    /// <summary>A ridge by its corners, which must not fall; infinite corners leave a flank out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The corners fall, or a flank has one infinite end.</exception>
    public RidgeMembership(double low, double first, double last, double high)
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
    public override double Degree(double value) => 0.5 + 0.5 * ElementaryFunctions.SineOfHalfTurns(Flank(value, Low, First, Last, High) - 0.5);

    /// <summary>Such as <c>ridge 0 2 4 8</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ridge {Low:R} {First:R} {Last:R} {High:R}");
}
