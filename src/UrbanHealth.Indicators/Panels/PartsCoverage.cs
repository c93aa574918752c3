using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>How many parts of a whole a figure rests on (汇总覆盖).</summary>
/// <param name="Present">The parts that have what is needed.</param>
/// <param name="Total">All parts the indicator applies to.</param>
public readonly record struct PartsCoverage(int Present, int Total)
{
    /// <summary>Such as 2/5.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Present}/{Total}");
}
