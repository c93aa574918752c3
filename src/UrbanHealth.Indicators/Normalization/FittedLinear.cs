using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>A straight line through two goalposts (线性映射): raw <see cref="Worst"/> scores <see cref="Low"/>, raw <see cref="Best"/> scores <see cref="High"/>, both exactly.</summary>
/// <remarks>(x − worst)·slope + low with slope = (high − low)/(best − worst). Figures outside the goalposts score outside the range unless <see cref="Capped"/>.</remarks>
public sealed record FittedLinear : FittedNormalization
{
    /// <summary>The raw figure that scores <see cref="Low"/>.</summary>
    public required double Worst { get; init; }

    /// <summary>The raw figure that scores <see cref="High"/>.</summary>
    public required double Best { get; init; }

    /// <summary>The score of <see cref="Worst"/>: the lowest of a range, or the score of the mean for z-scores.</summary>
    public required double Low { get; init; }

    /// <summary>The score of <see cref="Best"/>: the highest of a range, or the score of one deviation better than the mean for z-scores.</summary>
    public required double High { get; init; }

    /// <summary>Which values are better; the goalposts of a target or range are distances to it, negated.</summary>
    public Preference Preference { get; init; }

    /// <summary>Whether scores are held within <see cref="Low"/>…<see cref="High"/>.</summary>
    public bool Capped { get; init; }

    /// <inheritdoc/>
    public override double Apply(double value) => Map().Apply(value);

    /// <inheritdoc/>
    public override void Apply(ReadOnlySpan<double> values, Span<double> scores) => Map().Apply(values, scores);

    /// <summary>The same line as the scoring kernel takes it.</summary>
    internal override ScoreMap Map()
    {
        ScoreMap line = ScoreMap.Linear(Worst, Best, Low, High, Capped);
        return Preference.Direction is Direction.TargetIsBest or Direction.RangeIsBest ? line.OfDistanceTo(Preference.Low, Preference.High) : line;
    }

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese
        ? string.Create(CultureInfo.InvariantCulture, $"{Worst:R}→{Low:R} 分，{Best:R}→{High:R} 分")
        : string.Create(CultureInfo.InvariantCulture, $"{Worst:R} scores {Low:R}, {Best:R} scores {High:R}");
}
