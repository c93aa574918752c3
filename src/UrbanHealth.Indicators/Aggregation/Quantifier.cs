using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>A linguistic quantifier such as "most" (模糊量词): Q(r) = ((r − low)/(high − low))^exponent, 0 below low and 1 above high. Source: Zadeh (1983); Yager (1988, 1996).</summary>
/// <remarks>Q says how satisfied one is when the share r of the weight is satisfied. The default Q(r) = r makes OWA the arithmetic mean.</remarks>
public sealed record Quantifier
{
    /// <summary>The share up to which nothing is satisfied; 0 by default.</summary>
    public double Low { get; init; }

    /// <summary>The share from which all is satisfied; 1 by default.</summary>
    public double High { get; init; } = 1;

    /// <summary>The exponent; 1 by default. Above 1 the low scores count more.</summary>
    public double Exponent { get; init; } = 1;

    /// <summary>Most (大多数): low 0.3, high 0.8.</summary>
    public static Quantifier Most { get; } = new() { Low = 0.3, High = 0.8 };

    /// <summary>At least half (至少一半): low 0, high 0.5; the better half counts.</summary>
    public static Quantifier AtLeastHalf { get; } = new() { High = 0.5 };

    /// <summary>As many as possible (尽可能多): low 0.5, high 1; the worse half counts.</summary>
    public static Quantifier AsManyAsPossible { get; } = new() { Low = 0.5 };

    /// <summary>Q(r) = r^<paramref name="exponent"/>.</summary>
    public static Quantifier Power(double exponent) => new() { Exponent = exponent };

    /// <summary>How far an OWA of many equal weights leans to the best score: 1 is the maximum, 0.5 the mean, 0 the minimum (orness, 乐观度). Source: Yager (1988).</summary>
    public double Orness => 1 - High + (High - Low) / (Exponent + 1);

    /// <summary>Q of a share 0…1.</summary>
    /// <exception cref="InvalidOperationException">The quantifier is none: not 0 ≤ low &lt; high ≤ 1, or an exponent that is not positive.</exception>
    public double Of(double share)
    {
        if (!(Low >= 0 && Low < High && High <= 1 && Exponent > 0 && double.IsFinite(Exponent)))
            throw new InvalidOperationException("A quantifier has 0 ≤ low < high ≤ 1 and a positive exponent.");
        return ElementaryFunctions.Pow(Math.Clamp((share - Low) / (High - Low), 0, 1), Exponent);
    }

    /// <summary>Such as <c>Q(r) = ((r − 0.3)/0.5)^1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Q(r) = ((r − {Low:0.###})/{High - Low:0.###})^{Exponent:0.###}");
}
