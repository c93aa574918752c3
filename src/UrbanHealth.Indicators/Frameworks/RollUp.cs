using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>How the figure of a larger area follows from those of its parts (汇总方式).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RatioRollUp), "ratio")]
[JsonDerivedType(typeof(SumRollUp), "sum")]
[JsonDerivedType(typeof(WeightedMeanRollUp), "weightedMean")]
[JsonDerivedType(typeof(MaximumRollUp), "maximum")]
[JsonDerivedType(typeof(MinimumRollUp), "minimum")]
public abstract record RollUp
{
    private protected RollUp() { }

    /// <summary>Sum of numerators over sum of denominators, times <paramref name="scale"/> (100 for a percentage).</summary>
    public static RollUp Ratio(string numerator, string denominator, double scale = 1) => new RatioRollUp { Numerator = numerator, Denominator = denominator, Scale = scale };

    /// <summary>The sum over the parts.</summary>
    public static RollUp Sum() => new SumRollUp();

    /// <summary>The mean of the parts weighted by a quantity, or by the size of the areas when none is named.</summary>
    public static RollUp WeightedMean(string? weight = null) => new WeightedMeanRollUp { Weight = weight };

    /// <summary>The largest of the parts.</summary>
    public static RollUp Maximum() => new MaximumRollUp();

    /// <summary>The smallest of the parts.</summary>
    public static RollUp Minimum() => new MinimumRollUp();
}
