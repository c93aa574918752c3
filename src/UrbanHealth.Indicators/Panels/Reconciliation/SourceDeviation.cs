namespace UrbanHealth.Indicators;

/// <summary>How far one source lies from the median of all (来源偏离).</summary>
/// <param name="Source">The source.</param>
/// <param name="Value">Its figure.</param>
/// <param name="Relative">(x − median)/|median|; NaN for a median of 0.</param>
/// <param name="ModifiedZ">0.6745 (x − median)/MAD with the raw median absolute deviation. Source: Iglewicz &amp; Hoaglin (1993), who flag what exceeds 3.5. 0 at the median, and infinite elsewhere, when more than half of the sources say the same.</param>
public readonly record struct SourceDeviation(string Source, double Value, double Relative, double ModifiedZ)
{
    /// <summary>The deviations of several sources, in their order.</summary>
    /// <exception cref="ArgumentException">There is none, or a figure is not finite.</exception>
    public static IReadOnlyList<SourceDeviation> Of(IReadOnlyList<SourcedValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0 || values.Any(v => !double.IsFinite(v.Value))) throw new ArgumentException("Finite figures of at least one source are needed.", nameof(values));
        double[] x = [.. values.Select(v => v.Value)];
        (double median, double mad) = Descriptive.MedianAndDeviation(x, MadScale.Raw);
        return [.. values.Select(v => new SourceDeviation(v.Source, v.Value, median == 0 ? double.NaN : (v.Value - median) / Math.Abs(median), v.Value == median ? 0 : 0.6745 * (v.Value - median) / mad))];
    }
}
