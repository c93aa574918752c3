namespace UrbanHealth.Indicators;

/// <summary>A share that was decided (固定占比).</summary>
public sealed record FixedShare : SubjectiveShare
{
    private readonly double share;

    /// <summary>The residents' share.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not between 0 and 1.</exception>
    public required double Share
    {
        get => share;
        init => share = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Share), value, "A share lies between 0 and 1.");
    }

    /// <inheritdoc/>
    public override double Of(ReadOnlySpan<double> objective, ReadOnlySpan<double> subjective, ReadOnlySpan<double> errors) => Share;
}
