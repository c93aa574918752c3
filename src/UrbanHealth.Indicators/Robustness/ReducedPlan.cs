namespace UrbanHealth.Indicators;

/// <summary>A plan whose framework lacks an indicator or a dimension.</summary>
internal static class ReducedPlan
{
    /// <exception cref="ArgumentException">Nothing would be left.</exception>
    public static EvaluationPlan Without(EvaluationPlan plan, string code)
    {
        Dimension root = Without(plan.Framework.Root, code) ?? throw new ArgumentException($"Nothing is left without {code}.", nameof(code));
        var framework = new IndicatorFramework(root, plan.Framework.Quantities, plan.Framework.Version, plan.Framework.Source);
        return plan with
        {
            Framework = framework,
            TreatmentOf = OfIndicators(plan.TreatmentOf, framework),
            NormalizationOf = OfIndicators(plan.NormalizationOf, framework),
            WeightingOf = OfDimensions(plan.WeightingOf, framework),
            AggregationOf = OfDimensions(plan.AggregationOf, framework),
            CoverageThresholdOf = OfDimensions(plan.CoverageThresholdOf, framework),
        };
    }

    /// <summary>A dimension that loses all it has is left out too.</summary>
    private static Dimension? Without(Dimension node, string code)
    {
        if (node.Code == code) return null;
        Dimension left = node with
        {
            Dimensions = [.. node.Dimensions.Select(d => Without(d, code)).OfType<Dimension>()],
            Indicators = [.. node.Indicators.Where(i => i.Code != code)],
        };
        return left.Dimensions.Count + left.Indicators.Count == 0 ? null : left;
    }

    private static Dictionary<string, T> OfIndicators<T>(IReadOnlyDictionary<string, T> items, IndicatorFramework framework) =>
        items.Where(p => framework.FindIndicator(p.Key) is not null).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);

    private static Dictionary<string, T> OfDimensions<T>(IReadOnlyDictionary<string, T> items, IndicatorFramework framework) =>
        items.Where(p => framework.FindDimension(p.Key) is not null).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
}
