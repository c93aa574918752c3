using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Weights by the best-worst method (最优最劣法赋权).</summary>
public sealed record BestWorstWeighting : Weighting
{
    /// <summary>The judgements, in the order of the siblings.</summary>
    public required BestWorstJudgements Judgements { get; init; }

    /// <summary>The model; linear by default.</summary>
    public BestWorstModel Model { get; init; }

    /// <summary>The largest input-based ratio that is still taken; null, the default, takes any and reports it. Thresholds by scale and number are in Liang, Brunelli &amp; Rezaei (2020).</summary>
    public double? InputRatioLimit { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The judgements are not about as many siblings, or exceed the limit.</exception>
    public override WeightSet Weigh(Siblings siblings)
    {
        ArgumentNullException.ThrowIfNull(siblings);
        if (siblings.Count != Judgements.BestToOthers.Count) throw new ArgumentException(FormattableString.Invariant($"There are {siblings.Count} siblings and judgements about {Judgements.BestToOthers.Count}."), nameof(siblings));
        BestWorstResult result = Indicators.BestWorst.Of(Judgements);
        if (result.InputRatio > InputRatioLimit) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The judgements are inconsistent: input-based ratio {result.InputRatio:0.####} exceeds {InputRatioLimit:0.####}."), nameof(siblings));
        return WeightSet.Of([.. Model == BestWorstModel.Linear ? result.LinearWeights : result.Centre], "bestWorst", new()
        {
            ["linearXi"] = [result.LinearXi],
            ["outputRatio"] = [result.OutputRatio],
            ["inputRatio"] = [result.InputRatio],
            ["low"] = result.Low,
            ["high"] = result.High,
        });
    }
}
