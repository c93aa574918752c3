using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>What a judgement matrix says (层次分析结果): weights, how consistent, and where it is inconsistent.</summary>
public sealed record AhpResult
{
    /// <summary>The weights; positive, summing to 1.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>The judgements as used: judgements that were not made are filled.</summary>
    public required JudgementMatrix Completed { get; init; }

    /// <summary>The number of judgements that were filled.</summary>
    public required int FilledCount { get; init; }

    /// <summary>λ_max, by the definition of the rules.</summary>
    public required double LambdaMax { get; init; }

    /// <summary>CI = (λ_max − n)/(n − 1); what is within rounding of 0 is 0.</summary>
    public required double ConsistencyIndex { get; init; }

    /// <summary>RI, from the table of the rules; 0 for two things or one.</summary>
    public required double RandomIndexValue { get; init; }

    /// <summary>CR = CI/RI; 0 for two things or one, which are always consistent.</summary>
    public required double ConsistencyRatio { get; init; }

    /// <summary>The definitions used.</summary>
    public required AhpRules Rules { get; init; }

    /// <summary>The judgements made, the one that adds most to the inconsistency first; empty when the matrix is consistent to rounding.</summary>
    public required IReadOnlyList<InconsistentJudgement> Inconsistencies { get; init; }

    /// <summary>True when <see cref="ConsistencyRatio"/> does not exceed the limit of the rules.</summary>
    public bool IsConsistent => ConsistencyRatio <= Rules.ConsistencyLimit;

    /// <summary>Weights, consistency ratio with its table, and the worst judgement.</summary>
    public override string ToString()
    {
        string weights = string.Join(' ', Weights.Select(w => w.ToString("0.####", CultureInfo.InvariantCulture)));
        string head = string.Create(CultureInfo.InvariantCulture, $"weights {weights}\nlambda max {LambdaMax:0.####}, CI {ConsistencyIndex:0.####}, CR {ConsistencyRatio:0.####} ({Rules.RandomIndex}), {(IsConsistent ? "consistent" : "inconsistent")}");
        return Inconsistencies.Count == 0 ? head : $"{head}\nworst {Inconsistencies[0]}";
    }
}
