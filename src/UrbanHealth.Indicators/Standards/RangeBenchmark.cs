namespace UrbanHealth.Indicators;

/// <summary>A range that is best (区间指标): 1 inside, falling linearly to 0 at the worst values on either side.</summary>
public sealed record RangeBenchmark : Benchmark
{
    /// <summary>The value below the range that scores 0; at most <see cref="Low"/>.</summary>
    public required double WorstLow { get; init; }

    /// <summary>The lower end of the range.</summary>
    public required double Low { get; init; }

    /// <summary>The upper end of the range.</summary>
    public required double High { get; init; }

    /// <summary>The value above the range that scores 0; at least <see cref="High"/>.</summary>
    public required double WorstHigh { get; init; }

    /// <inheritdoc/>
    public override double Score(double value)
    {
        if (double.IsNaN(value)) return double.NaN;
        if (value < Low) return value <= WorstLow ? 0 : (value - WorstLow) / (Low - WorstLow);
        if (value > High) return value >= WorstHigh ? 0 : (WorstHigh - value) / (WorstHigh - High);
        return 1;
    }

    internal override BilingualText? Flaw() =>
        !double.IsFinite(WorstLow) || !double.IsFinite(Low) || !double.IsFinite(High) || !double.IsFinite(WorstHigh) ? new("区间的端点不是有限数", "an end of the range is not finite")
        : Low > High ? new("区间颠倒：low 大于 high", "the range is upside down: low is above high")
        : WorstLow > Low ? new("区间颠倒：worstLow 大于 low", "the range is upside down: worstLow is above low")
        : WorstHigh < High ? new("区间颠倒：worstHigh 小于 high", "the range is upside down: worstHigh is below high")
        : null;
}
