using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>The share of one indicator in a composite (贡献).</summary>
/// <param name="Code">The indicator.</param>
/// <param name="Value">Its share, in points of the composite; 0 for a missing indicator.</param>
public readonly record struct Contribution(string Code, double Value)
{
    /// <summary>Such as <c>E03 4.25</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code} {Value:0.####}");
}
