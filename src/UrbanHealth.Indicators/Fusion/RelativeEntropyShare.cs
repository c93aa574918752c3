namespace UrbanHealth.Indicators;

/// <summary>Minimum relative entropy (最小相对熵): the blended score is the geometric mean of the two, which minimises Σb·ln(b/o) + Σb·ln(b/s); the share is half, as an exponent.</summary>
public sealed record RelativeEntropyShare : SubjectiveShare
{
    internal override bool IsGeometric => true;

    /// <inheritdoc/>
    public override double Of(ReadOnlySpan<double> objective, ReadOnlySpan<double> subjective, ReadOnlySpan<double> errors)
    {
        for (int i = 0; i < objective.Length; i++)
            if (!(objective[i] > 0 && subjective[i] > 0)) throw new ArgumentException("Relative entropy needs scores above 0.", nameof(objective));
        return 0.5;
    }
}
