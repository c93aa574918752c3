using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>A constant over the figure (反比映射): low + (high − low)·numerator/x, for positive figures of which less is better.</summary>
public sealed record FittedReciprocal : FittedNormalization
{
    /// <summary>The figure that scores <see cref="High"/>; positive.</summary>
    public required double Numerator { get; init; }

    /// <summary>What scores tend to as figures grow.</summary>
    public required double Low { get; init; }

    /// <summary>The score of <see cref="Numerator"/>.</summary>
    public required double High { get; init; }

    /// <summary>Which values are better; for a target or range the formula is not meant.</summary>
    public Preference Preference { get; init; } = Preference.Lower;

    /// <inheritdoc/>
    public override double Apply(double value)
    {
        if (double.IsNaN(value)) return double.NaN;
        if (!(value > 0)) throw new ArgumentOutOfRangeException(nameof(value), value, "A reciprocal score needs a positive figure: use another method, or CostForm.Complement.");
        return Low + (High - Low) * (Numerator / value);
    }

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese
        ? string.Create(CultureInfo.InvariantCulture, $"{Low:R}＋{High - Low:R}×{Numerator:R}÷x")
        : string.Create(CultureInfo.InvariantCulture, $"{Low:R} + {High - Low:R} × {Numerator:R} / x");
}
