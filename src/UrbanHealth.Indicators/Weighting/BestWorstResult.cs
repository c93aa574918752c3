using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>What best-worst judgements say (最优最劣法结果), by both models and with all three measures of consistency.</summary>
public sealed record BestWorstResult
{
    /// <summary>The weights of the linear model; one solution, summing to 1.</summary>
    public required IReadOnlyList<double> LinearWeights { get; init; }

    /// <summary>ξᴸ of the linear model: itself the measure of inconsistency, never divided by a consistency index. Source: Rezaei (2016).</summary>
    public required double LinearXi { get; init; }

    /// <summary>The smallest weight of each in the optimal solutions of the nonlinear model.</summary>
    public required IReadOnlyList<double> Low { get; init; }

    /// <summary>The largest weight of each in the optimal solutions of the nonlinear model.</summary>
    public required IReadOnlyList<double> High { get; init; }

    /// <summary>The centres of the intervals; they need not sum to 1.</summary>
    public required IReadOnlyList<double> Centre { get; init; }

    /// <summary>ξ* of the nonlinear model.</summary>
    public required double Xi { get; init; }

    /// <summary>CI: the largest possible ξ* for the judgement of best over worst.</summary>
    public required double ConsistencyIndex { get; init; }

    /// <summary>ξ*/CI, the ratio of the nonlinear model (output-based). Source: Rezaei (2015).</summary>
    public required double OutputRatio { get; init; }

    /// <summary>max_j |a_Bj·a_jW − a_BW| / (a_BW² − a_BW), straight from the judgements (input-based). Source: Liang, Brunelli &amp; Rezaei (2020).</summary>
    public required double InputRatio { get; init; }

    /// <summary>The linear weights, the intervals, and the three measures.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"linear {string.Join(' ', LinearWeights.Select(Text))}\nnonlinear {string.Join(' ', Low.Zip(High, (l, h) => $"{Text(l)}…{Text(h)}"))}\nξ linear {LinearXi:0.####}, CR output {OutputRatio:0.####}, CR input {InputRatio:0.####}");

    private static string Text(double w) => w.ToString("0.####", CultureInfo.InvariantCulture);
}
