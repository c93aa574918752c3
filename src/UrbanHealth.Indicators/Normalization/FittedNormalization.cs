using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>A normalisation with what it learned (已拟合的标准化); the same figure always gets the same score.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(FittedLinear), "linear")]
public abstract record FittedNormalization
{
    private protected FittedNormalization() { }

    /// <summary>The score of one figure; NaN for NaN.</summary>
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
}
