namespace UrbanHealth.Indicators;

/// <summary>A transform with its fitted numbers (已拟合的变换).</summary>
public sealed record FittedTransform : FittedTreatment
{
    /// <summary>The transform.</summary>
    public required Transform Transform { get; init; }

    /// <inheritdoc/>
    public override double Apply(double value) => Transform.Apply(value);

    /// <inheritdoc/>
    public override string Describe(Language language) => Transform.ToString();
}
