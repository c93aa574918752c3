using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Where the middle share of draws lies (不确定性区间).</summary>
/// <param name="Low">The lower end.</param>
/// <param name="Median">The median.</param>
/// <param name="High">The upper end.</param>
/// <param name="Share">The share of draws between the ends, 0…1.</param>
public readonly record struct UncertaintyInterval(double Low, double Median, double High, double Share)
{
    /// <summary>Such as <c>3 (90 % between 2 and 5)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Median:0.##} ({100 * Share:0.##} % between {Low:0.##} and {High:0.##})");
}
