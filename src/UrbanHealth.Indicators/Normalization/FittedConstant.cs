using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>One score for every figure (常数得分), from a constant column under <see cref="ConstantRule.Midpoint"/>.</summary>
public sealed record FittedConstant : FittedNormalization
{
    /// <summary>The score.</summary>
    public required double Score { get; init; }

    /// <inheritdoc/>
    public override double Apply(double value) => double.IsNaN(value) ? double.NaN : Score;

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese
        ? string.Create(CultureInfo.InvariantCulture, $"恒为 {Score:R} 分")
        : string.Create(CultureInfo.InvariantCulture, $"always scores {Score:R}");
}
