namespace UrbanHealth.Indicators;

/// <summary>Fitted treatments one after the other (依次处理).</summary>
public sealed record FittedSequence : FittedTreatment
{
    /// <summary>The treatments, first to last.</summary>
    public required IReadOnlyList<FittedTreatment> Steps { get; init; }

    /// <inheritdoc/>
    public override double Apply(double value)
    {
        foreach (FittedTreatment step in Steps) value = step.Apply(value);
        return value;
    }

    /// <inheritdoc/>
    public override string Describe(Language language) => string.Join(language == Language.Chinese ? "，再 " : ", then ", Steps.Select(s => s.Describe(language)));
}
