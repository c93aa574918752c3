using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>A logistic curve (S 形曲线): low + (high − low)/(1 + exp(−slope·(x − midpoint))).</summary>
public sealed record FittedLogistic : FittedNormalization
{
    /// <summary>The figure that scores the middle of the range.</summary>
    public required double Midpoint { get; init; }

    /// <summary>The steepness a raw unit; negative where less is better.</summary>
    public required double Slope { get; init; }

    /// <summary>The score that the worst figures tend to.</summary>
    public required double Low { get; init; }

    /// <summary>The score that the best figures tend to.</summary>
    public required double High { get; init; }

    /// <summary>Which values are better; for a target or range the figure is minus the distance to it.</summary>
    public Preference Preference { get; init; }

    /// <inheritdoc/>
    public override double Apply(double value)
    {
        double x = Preference.IsDistance ? Preference.Orient(value) : value;
        return Low + (High - Low) / (1 + ElementaryFunctions.Exp(-Slope * (x - Midpoint)));
    }

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese
        ? string.Create(CultureInfo.InvariantCulture, $"S 形曲线，{Midpoint:R}→{(Low + High) / 2:R} 分，斜率 {Slope:R}，{Low:R}~{High:R} 分")
        : string.Create(CultureInfo.InvariantCulture, $"a logistic curve: {Midpoint:R} scores {(Low + High) / 2:R}, slope {Slope:R}, {Low:R} to {High:R}");
}
