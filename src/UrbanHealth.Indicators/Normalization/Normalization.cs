using System.Text.Json;
using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>A rule that makes raw figures comparable (标准化): fitted once on a baseline, applied to any later figures.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MinMaxNormalization), "minMax")]
[JsonDerivedType(typeof(ZScoreNormalization), "zScore")]
[JsonDerivedType(typeof(RobustZNormalization), "robustZ")]
[JsonDerivedType(typeof(GoalpostNormalization), "goalposts")]
[JsonDerivedType(typeof(DistanceToTargetNormalization), "distanceToTarget")]
[JsonDerivedType(typeof(DistanceToAreaNormalization), "distanceToArea")]
[JsonDerivedType(typeof(FractionOfBestNormalization), "fractionOfBest")]
[JsonDerivedType(typeof(ReferenceNormalization), "reference")]
[JsonDerivedType(typeof(AboveBelowMeanNormalization), "aboveBelowMean")]
[JsonDerivedType(typeof(CategoryNormalization), "category")]
[JsonDerivedType(typeof(RankNormalization), "rank")]
[JsonDerivedType(typeof(ProportionNormalization), "proportion")]
[JsonDerivedType(typeof(VectorNormalization), "vector")]
[JsonDerivedType(typeof(LogisticNormalization), "logistic")]
[JsonDerivedType(typeof(BandNormalization), "bands")]
[JsonDerivedType(typeof(MembershipNormalization), "membership")]
[JsonDerivedType(typeof(BenchmarkNormalization), "benchmark")]
[JsonDerivedType(typeof(TransformedNormalization), "transformed")]
public abstract partial record Normalization
{
    private protected Normalization() { }

    /// <summary>Learns what the method needs from <paramref name="values"/>.</summary>
    /// <param name="values">Raw figures, one an area; NaN is left out.</param>
    /// <param name="preference">Which values are better; higher by default. A <see cref="Direction"/> converts to it.</param>
    /// <exception cref="ArgumentException">The values leave the method undefined (none at all, a constant …).</exception>
    public abstract FittedNormalization Fit(ReadOnlySpan<double> values, Preference preference = default);

    /// <summary>As the other <c>Fit</c>, for methods that look an area up by name.</summary>
    /// <param name="values">Raw figures, one an area; NaN is left out.</param>
    /// <param name="areas">The code or name of each figure's area, of the same length.</param>
    /// <param name="preference">Which values are better; higher by default.</param>
    /// <exception cref="ArgumentException">As for the other; or the named area is not there, or there twice.</exception>
    public virtual FittedNormalization Fit(ReadOnlySpan<double> values, IReadOnlyList<string> areas, Preference preference = default)
    {
        ArgumentNullException.ThrowIfNull(areas);
        if (areas.Count != values.Length) throw new ArgumentException("One area for each figure is needed.", nameof(areas));
        return Fit(values, preference);
    }

    /// <summary>The method as JSON; <see cref="FromJson"/> reads it back.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, NormalizationJson.Default.Normalization);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no normalisation.</exception>
    public static Normalization FromJson(string json) =>
        NormalizationDefaults.All.Read(json, NormalizationJson.Default.Normalization) ?? throw new JsonException("The text is null, not a normalisation.");

    /// <summary>The present figures: as they are, or minus their distances to the target or range.</summary>
    /// <exception cref="ArgumentException">None is present, or one is infinite.</exception>
    private protected static double[] Learned(ReadOnlySpan<double> values, Preference preference)
    {
        double[] present = Descriptive.Present(values, 0);
        if (present.Length == 0) throw new ArgumentException("Nothing to learn from: every figure is missing.", nameof(values));
        if (preference.IsDistance) for (int i = 0; i < present.Length; i++) present[i] = preference.Orient(present[i]);
        return present;
    }

    /// <summary>Throws unless low &lt; high, both finite.</summary>
    private protected static void CheckRange(double low, double high)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high) || low >= high)
            throw new InvalidOperationException(FormattableString.Invariant($"The output range must rise from Low to High, both finite; it is {low} to {high}."));
    }

    /// <summary>The largest and smallest, the worst first.</summary>
    private protected static (double Worst, double Best) Ends(ReadOnlySpan<double> learned, Preference preference)
    {
        double minimum = learned[0], maximum = learned[0];
        foreach (double x in learned)
        {
            minimum = Math.Min(minimum, x);
            maximum = Math.Max(maximum, x);
        }
        return preference.Direction == Direction.LowerIsBetter ? (maximum, minimum) : (minimum, maximum);
    }

    private protected static FittedNormalization OfConstant(ConstantRule rule, double midpoint, string argument = "values") => rule == ConstantRule.Midpoint
        ? new FittedConstant { Score = midpoint }
        : throw new ArgumentException("All figures are equal, so nothing tells the areas apart: leave the indicator out, use goalposts, or choose ConstantRule.Midpoint.", argument);
}
