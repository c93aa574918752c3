namespace UrbanHealth.Indicators;

/// <summary>Each counts by its reliability (按信度): ρₛ/(ρₛ + ρₒ), ρₛ = 1 − mean(se²)/variance of the residents' scores, not below 0 (classical test theory: Lord &amp; Novick 1968).</summary>
/// <remarks>When sampling error is as large as the differences between areas, residents' scores say nothing of areas and count 0.</remarks>
public sealed record ReliabilityShare : SubjectiveShare
{
    private readonly double reliability = 1;

    /// <summary>The reliability of the measured scores; 1 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0 and at most 1.</exception>
    public double ObjectiveReliability
    {
        get => reliability;
        init => reliability = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(ObjectiveReliability), value, "A reliability lies above 0 and is at most 1.");
    }

    /// <inheritdoc/>
    public override double Of(ReadOnlySpan<double> objective, ReadOnlySpan<double> subjective, ReadOnlySpan<double> errors)
    {
        double noise = 0, variance = Descriptive.Variance(subjective);
        foreach (double e in errors) noise += e * e / errors.Length;
        if (!(variance > 0)) throw new ArgumentException("The residents' scores do not differ, so they have no reliability.", nameof(subjective));
        double subjectiveReliability = Math.Max(0, 1 - noise / variance);
        return subjectiveReliability / (subjectiveReliability + ObjectiveReliability);
    }
}
