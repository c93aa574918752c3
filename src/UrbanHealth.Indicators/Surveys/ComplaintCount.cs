namespace UrbanHealth.Indicators;

/// <summary>How many complaints a hotline took (12345 热线投诉量).</summary>
/// <param name="Area">The code of the area.</param>
/// <param name="Category">What they are about, such as 停车.</param>
/// <param name="Cases">How many.</param>
/// <param name="Population">The residents of the area, or another exposure.</param>
public sealed record ComplaintCount(string Area, string Category, long Cases, double Population);
