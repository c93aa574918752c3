using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>A fitted normalisation of transformed figures (变换后映射).</summary>
public sealed record FittedTransformed : FittedNormalization
{
    /// <summary>What comes first.</summary>
    public required Transform Transform { get; init; }

    /// <summary>What is applied to the transformed figure.</summary>
    public required FittedNormalization Then { get; init; }

    /// <inheritdoc/>
    public override double Apply(double value) => Then.Apply(Transform.Apply(value));

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese
        ? string.Create(CultureInfo.InvariantCulture, $"先 {Transform}，再 {Then.Describe(language)}")
        : string.Create(CultureInfo.InvariantCulture, $"{Transform}, then {Then.Describe(language)}");
}
