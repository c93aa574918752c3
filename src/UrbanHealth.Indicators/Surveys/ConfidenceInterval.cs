using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>An interval that covers the truth with a stated probability (置信区间).</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
/// <param name="Level">The probability, such as 0.95.</param>
public readonly record struct ConfidenceInterval(double Low, double High, double Level)
{
    /// <summary>True when <paramref name="value"/> lies in it, ends included.</summary>
    public bool Contains(double value) => Low <= value && value <= High;

    /// <summary>Such as <c>[0.255, 0.366]</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"[{Low:G4}, {High:G4}]");
}
