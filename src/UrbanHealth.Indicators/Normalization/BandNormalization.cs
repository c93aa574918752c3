namespace UrbanHealth.Indicators;

/// <summary>Straight lines through given points (分段线性), flat beyond; learned from nothing. The points say which figures are better.</summary>
public sealed record BandNormalization : Normalization
{
    /// <summary>Raw values, rising, and their scores 0…1.</summary>
    public required IReadOnlyList<BandPoint> Points { get; init; }

    /// <summary>What a score of 0 becomes; 0 by default.</summary>
    public double Low { get; init; }

    /// <summary>What a score of 1 becomes; 100 by default.</summary>
    public double High { get; init; } = 100;

    internal override LearnedFrom LearnedFrom => LearnedFrom.Nothing;

    /// <inheritdoc/>
    public override FittedNormalization Fit(ReadOnlySpan<double> values, Preference preference = default)
    {
        CheckRange(Low, High);
        return new FittedPiecewise { Points = [.. Points.Select(p => new BandPoint(p.Value, Low + (High - Low) * p.Score))] };
    }
}
