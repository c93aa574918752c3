using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>One part of a change (变动分解项).</summary>
/// <param name="Code">The indicator or dimension it lies with.</param>
/// <param name="Cause">Why.</param>
/// <param name="Value">In points of the composite.</param>
public readonly record struct AttributionPart(string Code, ChangeCause Cause, double Value)
{
    /// <summary>Such as <c>E03 Figure +1.25</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code} {Cause} {Value:+0.####;-0.####;0}");
}
