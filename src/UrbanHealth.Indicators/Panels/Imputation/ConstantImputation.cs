namespace UrbanHealth.Indicators;

/// <summary>One figure everywhere (常数), such as 0 where no report means none.</summary>
public sealed record ConstantImputation : ColumnImputation
{
    private readonly double value;

    /// <summary>The figure, in the indicator's unit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite.</exception>
    public required double Value
    {
        get => value;
        init => this.value = double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), "The figure must be finite.");
    }

    private protected override double FillOf(ReadOnlySpan<double> values) => Value;
}
