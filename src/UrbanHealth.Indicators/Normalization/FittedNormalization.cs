using System.Text.Json;
using System.Text.Json.Serialization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>A normalisation with what it learned (已拟合的标准化); the same figure always gets the same score.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(FittedLinear), "linear")]
[JsonDerivedType(typeof(FittedConstant), "constant")]
[JsonDerivedType(typeof(FittedReciprocal), "reciprocal")]
[JsonDerivedType(typeof(FittedPiecewise), "piecewise")]
[JsonDerivedType(typeof(FittedSteps), "steps")]
[JsonDerivedType(typeof(FittedEmpirical), "empirical")]
[JsonDerivedType(typeof(FittedLogistic), "logistic")]
[JsonDerivedType(typeof(FittedMembership), "membership")]
[JsonDerivedType(typeof(FittedTransformed), "transformed")]
[JsonDerivedType(typeof(FittedBenchmark), "benchmark")]
public abstract record FittedNormalization
{
    private protected FittedNormalization() { }

    /// <summary>The score of one figure; NaN for NaN.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The method is not defined for the figure, such as a logarithm of 0.</exception>
    public abstract double Apply(double value);

    /// <summary>The fitted rule for people, with its numbers (规则说明).</summary>
    public abstract string Describe(Language language);

    /// <summary>The scores of many figures.</summary>
    /// <param name="values">Raw figures; NaN is missing and stays NaN.</param>
    /// <param name="scores">Takes one score a figure; of the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public virtual void Apply(ReadOnlySpan<double> values, Span<double> scores)
    {
        if (values.Length != scores.Length) throw new ArgumentException("The spans differ in length.", nameof(scores));
        for (int i = 0; i < values.Length; i++) scores[i] = Apply(values[i]);
    }

    /// <summary>The same rule as the scoring kernel takes it.</summary>
    internal virtual ScoreMap Map() => ScoreMap.Of(Apply);

    /// <summary>The fitted normalisation as JSON; <see cref="FromJson"/> reads it back.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, NormalizationJson.Default.FittedNormalization);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no fitted normalisation.</exception>
    public static FittedNormalization FromJson(string json) =>
        NormalizationDefaults.All.Read(json, NormalizationJson.Default.FittedNormalization) ?? throw new JsonException("The text is null, not a fitted normalisation.");
}
