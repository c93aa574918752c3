using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Complaints per population with an interval (投诉率).</summary>
/// <param name="Area">The code of the area.</param>
/// <param name="Category">What they are about; empty for all together.</param>
/// <param name="Cases">How many.</param>
/// <param name="Rate">Cases per <see cref="Per"/> residents.</param>
/// <param name="Interval">The Poisson interval of the rate.</param>
/// <param name="Per">The residents a rate is for, such as 10,000.</param>
public sealed record ComplaintRate(string Area, string Category, long Cases, double Rate, ConfidenceInterval Interval, double Per)
{
    /// <summary>Such as <c>西陵区 停车 31 cases, 4.1 per 10000 [2.8, 5.8]</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Area}{(Category.Length == 0 ? "" : " " + Category)} {Cases} cases, {Rate:G4} per {Per:0} {Interval}");
}
