namespace UrbanHealth.Indicators;

/// <summary>The degree of membership in "good" (隶属度标准化): low + (high − low)·μ(x); learned from nothing. The function says which figures are better.</summary>
public sealed record MembershipNormalization : Normalization
{
    /// <summary>The membership function μ.</summary>
    public required MembershipFunction Function { get; init; }

    /// <summary>The score of degree 0; 0 by default.</summary>
    public double Low { get; init; }

    /// <summary>The score of degree 1; 100 by default.</summary>
    public double High { get; init; } = 100;

    internal override LearnedFrom LearnedFrom => LearnedFrom.Nothing;

    /// <inheritdoc/>
    public override FittedNormalization Fit(ReadOnlySpan<double> values, Preference preference = default)
    {
        CheckRange(Low, High);
        return new FittedMembership { Function = Function, Low = Low, High = High };
    }
}
