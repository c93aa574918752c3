using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>A rule that makes raw figures comparable (标准化): fitted once on a baseline, applied to any later figures.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MinMaxNormalization), "minMax")]
public abstract record Normalization
{
    private protected Normalization() { }

    /// <summary>Learns what the method needs from <paramref name="values"/>.</summary>
    /// <param name="values">Raw figures, one an area; NaN is left out.</param>
    /// <param name="preference">Which values are better; higher by default. A <see cref="Direction"/> converts to it.</param>
    /// <exception cref="ArgumentException">The values leave the method undefined (none at all, a constant …).</exception>
    public abstract FittedNormalization Fit(ReadOnlySpan<double> values, Preference preference = default);

    /// <summary>Min-max (极差标准化) onto <paramref name="low"/>…<paramref name="high"/>; 0…100 by default.</summary>
    public static Normalization MinMax(double low = 0, double high = 100) => new MinMaxNormalization { Low = low, High = high };
}
