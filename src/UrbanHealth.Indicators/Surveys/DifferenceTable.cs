using System.Collections;

namespace UrbanHealth.Indicators;

/// <summary>Differences with p-values corrected for their number (差异检验表).</summary>
public sealed class DifferenceTable : IReadOnlyList<GroupDifference>
{
    private readonly GroupDifference[] rows;

    internal DifferenceTable(IEnumerable<(string Subject, string First, string Second, SurveyEstimate Estimate)> differences, MultiplicityCorrection correction, IReadOnlyList<string> hidden)
    {
        (string Subject, string First, string Second, SurveyEstimate Estimate)[] all = [.. differences];
        double[] p = [.. all.Select(d => TwoSided(d.Estimate))], adjusted = MultipleComparisons.Adjust(p, correction);
        rows = [.. all.Select((d, i) => new GroupDifference { Subject = d.Subject, First = d.First, Second = d.Second, Estimate = d.Estimate, PValue = p[i], AdjustedPValue = adjusted[i] })];
        (Correction, Hidden) = (correction, hidden);
    }

    /// <summary>How the p-values were corrected.</summary>
    public MultiplicityCorrection Correction { get; }

    /// <summary>The groups too small to publish, which are not compared; with the subject.</summary>
    public IReadOnlyList<string> Hidden { get; }

    /// <inheritdoc/>
    public int Count => rows.Length;

    /// <inheritdoc/>
    public GroupDifference this[int index] => rows[index];

    /// <inheritdoc/>
    public IEnumerator<GroupDifference> GetEnumerator() => ((IEnumerable<GroupDifference>)rows).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The table as JSON: estimates with errors and 95 % intervals; what is not defined is null, and hidden cells have no figures.</summary>
    public string ToJson() => SurveyDocument.Write(this);

    /// <summary>A line a difference.</summary>
    public override string ToString() => string.Join('\n', (IEnumerable<GroupDifference>)rows) + (Hidden.Count == 0 ? "" : "\nhidden: " + string.Join(", ", Hidden));

    private static double TwoSided(SurveyEstimate difference)
    {
        double t = Math.Abs(difference.Value) / difference.StandardError;
        if (double.IsNaN(t) || !(difference.DegreesOfFreedom > 0)) return double.NaN;
        return Math.Min(1, 2 * (difference.DegreesOfFreedom > 1e7 ? MathNet.Numerics.Distributions.Normal.CDF(0, 1, -t) : MathNet.Numerics.Distributions.StudentT.CDF(0, 1, difference.DegreesOfFreedom, -t)));
    }
}
