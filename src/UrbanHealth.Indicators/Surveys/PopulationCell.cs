using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>One category of a margin and its population (边际单元).</summary>
/// <param name="Level">The category.</param>
/// <param name="Population">How many of the population are in it; a share also serves after <see cref="PopulationMargin.ScaledTo"/>.</param>
public readonly record struct PopulationCell(string Level, double Population)
{
    /// <summary>Such as <c>60+ 270</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Level} {Population:G6}");
}
