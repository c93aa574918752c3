using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Figures held between two bounds (截断); infinite bounds hold nothing.</summary>
public sealed record FittedCap : FittedTreatment
{
    /// <summary>The lower bound; −∞ for none.</summary>
    public double Low { get; init; } = double.NegativeInfinity;

    /// <summary>The upper bound; +∞ for none.</summary>
    public double High { get; init; } = double.PositiveInfinity;

    /// <inheritdoc/>
    public override double Apply(double value) => value < Low ? Low : value > High ? High : value;

    /// <inheritdoc/>
    public override string Describe(Language language) => (double.IsInfinity(Low), double.IsInfinity(High), language) switch
    {
        (true, true, Language.Chinese) => "不作处理",
        (true, true, _) => "left as it is",
        (true, _, Language.Chinese) => string.Create(CultureInfo.InvariantCulture, $"不高于 {High:R}"),
        (true, _, _) => string.Create(CultureInfo.InvariantCulture, $"held to {High:R} at most"),
        (_, true, Language.Chinese) => string.Create(CultureInfo.InvariantCulture, $"不低于 {Low:R}"),
        (_, true, _) => string.Create(CultureInfo.InvariantCulture, $"held to {Low:R} at least"),
        (_, _, Language.Chinese) => string.Create(CultureInfo.InvariantCulture, $"限于 {Low:R}~{High:R}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"held within {Low:R} to {High:R}"),
    };
}
