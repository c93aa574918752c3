using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>How much residents count when measured and residents' scores become one (主观占比规则).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(FixedShare), "fixed")]
[JsonDerivedType(typeof(ReliabilityShare), "reliability")]
[JsonDerivedType(typeof(GameTheoryShare), "gameTheory")]
[JsonDerivedType(typeof(RelativeEntropyShare), "minimumRelativeEntropy")]
public abstract record SubjectiveShare
{
    private protected SubjectiveShare() { }

    /// <summary>True when scores are multiplied with the shares as exponents rather than added.</summary>
    [JsonIgnore]
    internal virtual bool IsGeometric => false;

    /// <summary>The residents' share, 0…1.</summary>
    /// <param name="objective">Measured scores, one an area.</param>
    /// <param name="subjective">Residents' scores of the same areas.</param>
    /// <param name="errors">The standard errors of the residents' scores.</param>
    /// <exception cref="ArgumentException">The rule is not defined for these scores.</exception>
    public abstract double Of(ReadOnlySpan<double> objective, ReadOnlySpan<double> subjective, ReadOnlySpan<double> errors);

    /// <summary>A share that was decided (固定占比).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public static SubjectiveShare Fixed(double share) => new FixedShare { Share = share };

    /// <summary>Each counts by its reliability (按信度).</summary>
    /// <param name="objectiveReliability">The reliability of the measured scores; 1 when they are taken as free of error.</param>
    public static SubjectiveShare ByReliability(double objectiveReliability = 1) => new ReliabilityShare { ObjectiveReliability = objectiveReliability };

    /// <summary>The game-theory combination of the two (博弈论).</summary>
    public static SubjectiveShare GameTheory() => new GameTheoryShare();

    /// <summary>The score that is nearest to both in relative entropy (最小相对熵): their geometric mean.</summary>
    public static SubjectiveShare MinimumRelativeEntropy() => new RelativeEntropyShare();
}
