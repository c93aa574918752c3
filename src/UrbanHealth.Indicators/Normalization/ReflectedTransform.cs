namespace UrbanHealth.Indicators;

/// <summary>A transform of the mirrored figures, mirrored back (镜像变换): −T(−x); it pulls in a tail on the left where T pulls in one on the right.</summary>
public sealed record ReflectedTransform : Transform
{
    /// <summary>The transform T.</summary>
    public required Transform Of { get; init; }

    /// <inheritdoc/>
    public override double Apply(double value) => -Of.Apply(-value);

    /// <summary>Such as <c>−ln(x + 12) of −x</c>.</summary>
    public override string ToString() => $"−{Of} of −x";
}
