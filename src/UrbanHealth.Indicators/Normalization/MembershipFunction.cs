using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>How far a figure belongs to a fuzzy set (隶属函数): a degree 0…1. Source: Zadeh (1965).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TrapezoidalMembership), "trapezoidal")]
[JsonDerivedType(typeof(GaussianMembership), "gaussian")]
[JsonDerivedType(typeof(RidgeMembership), "ridge")]
public abstract record MembershipFunction
{
    private protected MembershipFunction() { }

    /// <summary>The degree 0…1; NaN for NaN.</summary>
    public abstract double Degree(double value);

    /// <summary>A triangle (三角形): 0 at <paramref name="low"/>, 1 at <paramref name="peak"/>, 0 at <paramref name="high"/>.</summary>
    public static MembershipFunction Triangular(double low, double peak, double high) => new TrapezoidalMembership(low, peak, peak, high);

    /// <summary>A trapezium (梯形): 0 up to <paramref name="low"/>, 1 from <paramref name="first"/> to <paramref name="last"/>, 0 from <paramref name="high"/>.</summary>
    public static MembershipFunction Trapezoidal(double low, double first, double last, double high) => new TrapezoidalMembership(low, first, last, high);

    /// <summary>A rising half-trapezium (升半梯形, 偏大型): 0 up to <paramref name="low"/>, 1 from <paramref name="high"/>.</summary>
    public static MembershipFunction Rising(double low, double high) => new TrapezoidalMembership(low, high, double.PositiveInfinity, double.PositiveInfinity);

    /// <summary>A falling half-trapezium (降半梯形, 偏小型): 1 up to <paramref name="low"/>, 0 from <paramref name="high"/>.</summary>
    public static MembershipFunction Falling(double low, double high) => new TrapezoidalMembership(double.NegativeInfinity, double.NegativeInfinity, low, high);

    /// <summary>A bell (高斯形): exp(−((x − centre)/width)²/2).</summary>
    public static MembershipFunction Gaussian(double centre, double width) => new GaussianMembership(centre, width);

    /// <summary>A ridge (岭形): as the trapezium, with half a wave of the sine for each flank.</summary>
    public static MembershipFunction Ridge(double low, double first, double last, double high) => new RidgeMembership(low, first, last, high);

    /// <summary>A rising half-ridge (升半岭形).</summary>
    public static MembershipFunction RisingRidge(double low, double high) => new RidgeMembership(low, high, double.PositiveInfinity, double.PositiveInfinity);

    /// <summary>A falling half-ridge (降半岭形).</summary>
    public static MembershipFunction FallingRidge(double low, double high) => new RidgeMembership(double.NegativeInfinity, double.NegativeInfinity, low, high);

    /// <summary>How far up the flanks a figure stands, 0…1, linearly.</summary>
    private protected static double Flank(double value, double low, double first, double last, double high)
    {
        if (double.IsNaN(value)) return double.NaN;
        if (value < first) return value <= low ? 0 : (value - low) / (first - low);
        if (value > last) return value >= high ? 0 : (high - value) / (high - last);
        return 1;
    }

    private protected static void Check(double low, double first, double last, double high)
    {
        if (!(low <= first && first <= last && last <= high)) throw new ArgumentOutOfRangeException(nameof(first), first, "The corners must not fall: low ≤ first ≤ last ≤ high.");
        if (double.IsInfinity(low) != double.IsInfinity(first) || double.IsInfinity(last) != double.IsInfinity(high) || (double.IsInfinity(low) && double.IsInfinity(high)) || double.IsPositiveInfinity(low) || double.IsNegativeInfinity(high))
            throw new ArgumentOutOfRangeException(nameof(low), low, "A flank is finite at both ends or absent (both corners infinite), and at least one flank is there.");
    }
}
