namespace UrbanHealth.Indicators;

/// <summary>The mean without the ⌊n·trim⌋ smallest and as many largest figures (截尾均值). Source: Tukey &amp; McLaughlin (1963), counted as R counts.</summary>
public sealed record SourceTrimmedMeanRule : ReconciliationRule
{
    private readonly double trim = 0.2;

    /// <summary>The share cut off at either end, from 0 to below 0.5; 0.2 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside.</exception>
    public double Trim
    {
        get => trim;
        init => trim = value is >= 0 and < 0.5 ? value : throw new ArgumentOutOfRangeException(nameof(value), "The share lies from 0 to below 0.5.");
    }

    /// <inheritdoc/>
    public override (double Value, double? StandardError, string? Source)? Resolve(IReadOnlyList<SourcedValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] sorted = [.. values.Select(v => v.Value).Order()];
        int cut = (int)Math.Floor(sorted.Length * Trim);
        return (Descriptive.Mean(sorted.AsSpan(cut, sorted.Length - (2 * cut))), null, null);
    }
}
