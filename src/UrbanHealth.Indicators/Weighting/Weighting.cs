using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>A rule that says how much each of several siblings counts (赋权).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(EqualWeighting), "equal")]
[JsonDerivedType(typeof(GivenWeighting), "given")]
public abstract record Weighting
{
    private protected Weighting() { }

    /// <summary>The weights of the columns of <paramref name="scores"/> (rows are areas, scores point upwards, NaN is left out).</summary>
    public WeightSet Weigh(Matrix scores) => Weigh(new Siblings(scores));

    /// <summary>The weights of siblings; they are not negative and sum to 1 unless the method says otherwise.</summary>
    /// <exception cref="ArgumentException">The siblings leave the method undefined.</exception>
    public abstract WeightSet Weigh(Siblings siblings);

    /// <summary>The same weight for each sibling (等权).</summary>
    public static Weighting Equal() => new EqualWeighting();

    /// <summary>The weights written in the framework (给定权重).</summary>
    public static Weighting Given() => new GivenWeighting();
}
