namespace UrbanHealth.Indicators;

/// <summary>Fences (离群边界): flags the figures beyond them, or caps them there.</summary>
public sealed record FenceTreatment : Treatment
{
    /// <summary>Where the fences stand; by the quartiles by default.</summary>
    public FenceRule Rule { get; init; }

    /// <summary>How far out; null for the rule's own: 1.5 interquartile ranges, 3.5 median absolute deviations.</summary>
    public double? Multiplier { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Nothing is present, or the spread is 0 because at least half of the figures are equal.</exception>
    public override FittedTreatment Fit(ReadOnlySpan<double> values)
    {
        double k = Multiplier ?? (Rule == FenceRule.Quartiles ? 1.5 : 3.5);
        if (!(k > 0)) throw new InvalidOperationException("Multiplier must be positive.");
        double spread, low, high;
        if (Rule == FenceRule.Quartiles)
        {
            (low, high) = Descriptive.Quartiles(values);
            spread = high - low;
        }
        else
        {
            (low, spread) = Descriptive.MedianAndDeviation(values);
            high = low;
        }
        if (spread == 0) throw new ArgumentException("The spread is 0 because so many figures are equal: no fence can be drawn.", nameof(values));
        return new FittedCap { Low = low - k * spread, High = high + k * spread };
    }

    /// <summary>The rows whose figures lie beyond the fences of the same figures, rising (离群标记).</summary>
    /// <exception cref="ArgumentException">As for <see cref="Fit"/>.</exception>
    public IReadOnlyList<int> Flag(ReadOnlySpan<double> values) => [.. Fit(values).Points(values).Select(p => p.Row)];
}
