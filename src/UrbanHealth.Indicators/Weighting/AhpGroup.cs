using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The analytic hierarchy process with several experts (群组层次分析法).</summary>
public static class AhpGroup
{
    /// <summary>The experts' common weights, their common judgements, and each expert's own result.</summary>
    /// <param name="experts">One matrix an expert, all of one order; a judgement that some did not make is aggregated over those who did.</param>
    /// <param name="aggregation">How they are aggregated; the judgements (AIJ) by default.</param>
    /// <param name="rules">The definitions; <see cref="AhpRules.Default"/> when null.</param>
    /// <param name="expertWeights">How much each expert counts; equally when null.</param>
    /// <exception cref="ArgumentException">There is no expert, the orders or codes differ, or the experts' weights are not positive numbers, one each.</exception>
    public static AhpGroupResult Of(IReadOnlyList<JudgementMatrix> experts, GroupAggregation aggregation = GroupAggregation.Judgements, AhpRules? rules = null, IReadOnlyList<double>? expertWeights = null)
    {
        ArgumentNullException.ThrowIfNull(experts);
        if (experts.Count == 0) throw new ArgumentException("There is no expert.", nameof(experts));
        if (experts.Any(e => e.Order != experts[0].Order || !e.Codes.SequenceEqual(experts[0].Codes, StringComparer.Ordinal))) throw new ArgumentException("The experts do not compare the same things in the same order.", nameof(experts));
        if (expertWeights is not null && (expertWeights.Count != experts.Count || expertWeights.Any(w => !(w > 0 && double.IsFinite(w))))) throw new ArgumentException("The experts need one positive weight each.", nameof(expertWeights));
        double[] counts = expertWeights is null ? [.. experts.Select(_ => 1.0)] : [.. expertWeights];
        AhpResult[] each = [.. experts.Select(e => Ahp.Of(e, rules))];
        AhpResult group = Ahp.Of(Judgements(experts, counts), rules);
        double[] found = aggregation switch
        {
            GroupAggregation.Judgements => [.. group.Weights],
            GroupAggregation.PrioritiesGeometric => Means(each, counts, ElementaryFunctions.Log, ElementaryFunctions.Exp),
            GroupAggregation.PrioritiesArithmetic => Means(each, counts, w => w, w => w),
            _ => throw new ArgumentException($"There is no aggregation {aggregation}.", nameof(aggregation)),
        };
        double sum = Sums.Of(found);
        return new AhpGroupResult { Weights = Array.ConvertAll(found, w => w / sum), Aggregation = aggregation, Group = group, Experts = each, SumBeforeNormalisation = sum };
    }

    /// <summary>The weighted geometric mean of each judgement over the experts who made it; missing where none did.</summary>
    private static JudgementMatrix Judgements(IReadOnlyList<JudgementMatrix> experts, double[] counts)
    {
        int n = experts[0].Order;
        var upper = new List<double>();
        for (int i = 0; i < n; i++)
            for (int j = i + 1; j < n; j++)
            {
                double sum = 0, lost = 0, weight = 0;
                for (int e = 0; e < experts.Count; e++)
                {
                    if (double.IsNaN(experts[e][i, j])) continue;
                    Sums.Add(ref sum, ref lost, counts[e] * ElementaryFunctions.Log(experts[e][i, j]));
                    weight += counts[e];
                }
                upper.Add(weight == 0 ? double.NaN : ElementaryFunctions.Exp((sum + lost) / weight));
            }
        JudgementMatrix matrix = JudgementMatrix.FromUpperTriangle(n, [.. upper]);
        return experts[0].Codes.Count == 0 ? matrix : matrix.For([.. experts[0].Codes]);
    }

    private static double[] Means(AhpResult[] each, double[] counts, Func<double, double> to, Func<double, double> from)
    {
        double total = Sums.Of(counts);
        var means = new double[each[0].Weights.Count];
        for (int j = 0; j < means.Length; j++)
        {
            double sum = 0, lost = 0;
            for (int e = 0; e < each.Length; e++) Sums.Add(ref sum, ref lost, counts[e] * to(each[e].Weights[j]));
            means[j] = from((sum + lost) / total);
        }
        return means;
    }
}
