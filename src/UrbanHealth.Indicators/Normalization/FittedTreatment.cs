using System.Text.Json;
using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>A treatment with what it learned (已拟合的异常值处理); the same figure always becomes the same.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(FittedCap), "cap")]
[JsonDerivedType(typeof(FittedTransform), "transform")]
[JsonDerivedType(typeof(FittedSequence), "sequence")]
public abstract record FittedTreatment
{
    private protected FittedTreatment() { }

    /// <summary>The treated figure; NaN for NaN.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The treatment is not defined for the figure, such as a logarithm below its shift.</exception>
    public abstract double Apply(double value);

    /// <summary>The fitted rule for people, with its numbers (规则说明).</summary>
    public abstract string Describe(Language language);

    /// <summary>The treated figures.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void Apply(ReadOnlySpan<double> values, Span<double> treated)
    {
        if (values.Length != treated.Length) throw new ArgumentException("The spans differ in length.", nameof(treated));
        for (int i = 0; i < values.Length; i++) treated[i] = Apply(values[i]);
    }

    /// <summary>Every figure that the treatment changes, in the order of the rows (处理记录).</summary>
    public IReadOnlyList<TreatedPoint> Points(ReadOnlySpan<double> values)
    {
        var points = new List<TreatedPoint>();
        for (int i = 0; i < values.Length; i++)
        {
            double treated = Apply(values[i]);
            if (!treated.Equals(values[i])) points.Add(new TreatedPoint(i, values[i], treated));
        }
        return points;
    }

    /// <summary>The fitted treatment as JSON; <see cref="FromJson"/> reads it back.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, NormalizationJson.Default.FittedTreatment);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no fitted treatment.</exception>
    public static FittedTreatment FromJson(string json) =>
        NormalizationDefaults.All.Read(json, NormalizationJson.Default.FittedTreatment) ?? throw new JsonException("The text is null, not a fitted treatment.");
}
