using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>Winsorising (缩尾处理): the farthest figures are moved to the next one, until skewness and kurtosis pass. Source: OECD/JRC Handbook (2008); COINr <c>winsorise</c>.</summary>
/// <remarks>
/// The tail is on the side of the skewness. A step moves every figure at the end, so equal figures move together, and each of them
/// counts as a point (COINr counts a step as one however many it moves). A step that would pass the limit is not taken.
/// </remarks>
public sealed record WinsorizeTreatment : Treatment
{
    /// <summary>When a column needs it.</summary>
    public SkewKurtosisTest Test { get; init; } = new();

    /// <summary>How many points may be moved in all; 5 by default, null for no limit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // null is a choice, and not the default
    public int? AtMost { get; init; } = 5;

    /// <inheritdoc/>
    public override FittedTreatment Fit(ReadOnlySpan<double> values)
    {
        if (AtMost < 0) throw new InvalidOperationException("AtMost must not be negative.");
        double[] original = Descriptive.Sorted(values), x = (double[])original.Clone();
        int low = 0, high = x.Length - 1; // x[low]..x[high] are untouched, the rest equal their neighbour
        while (Test.IsDistorted(x, out double skewness))
        {
            int nextLow = low, nextHigh = high;
            if (skewness > 0) while (nextHigh > low && x[nextHigh] == x[high]) nextHigh--;
            else while (nextLow < high && x[nextLow] == x[low]) nextLow++;
            if (AtMost is { } most && nextLow + (x.Length - 1 - nextHigh) > most) break;
            (low, high) = (nextLow, nextHigh);
            Array.Fill(x, x[low], 0, low);
            Array.Fill(x, x[high], high + 1, x.Length - 1 - high);
        }
        return new FittedCap { Low = low > 0 ? x[low] : double.NegativeInfinity, High = high < x.Length - 1 ? x[high] : double.PositiveInfinity };
    }
}
