using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>One subject of an importance-performance analysis.</summary>
/// <param name="Name">The subject.</param>
/// <param name="Importance">How important it is.</param>
/// <param name="Performance">How well it does.</param>
/// <param name="Quadrant">Where the two place it.</param>
public sealed record ImportancePerformanceItem(string Name, double Importance, double Performance, Quadrant Quadrant)
{
    /// <summary>Performance less importance (差距); below 0 it falls short. Only of numbers on one scale.</summary>
    public double Gap => Performance - Importance;

    /// <summary>Such as <c>停车 ConcentrateHere (importance 3.8, performance 2.6)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} {Quadrant} (importance {Importance:G4}, performance {Performance:G4})");
}
