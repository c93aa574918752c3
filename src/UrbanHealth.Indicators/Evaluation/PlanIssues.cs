namespace UrbanHealth.Indicators;

/// <summary>What can be wrong with a plan or its fitting.</summary>
internal static class PlanIssues
{
    public static ValidationIssue Unfittable(UnfittableRule rule, Indicator indicator, string why) => rule == UnfittableRule.Fail
        ? new("plan.unfittable-indicator", Severity.Error, new Place { Indicator = indicator.Code }, new($"指标“{indicator.Name}”在基准期内无法标准化：{why}", $"the baseline cannot fit the indicator: {why}"))
        : new("plan.unfittable-indicator", Severity.Warning, new Place { Indicator = indicator.Code }, new($"指标“{indicator.Name}”在基准期内无法标准化，不计分：{why}", $"the baseline cannot fit the indicator, which gets no score: {why}"));

    public static ValidationIssue Unfittable(Dimension node, string why) =>
        new("plan.unfittable-node", Severity.Error, new Place { Indicator = node.Code }, new($"“{node.Name}”无法合成或分级：{why}", $"the node cannot be aggregated or graded: {why}"));

    public static ValidationIssue RelativeImputation() =>
        new("plan.relative-imputation", Severity.Warning, new Place { Path = "$.imputation" }, new("所选插补方法参照同一面板的其他对象：增加对象会改变填补值，从而改变旧得分", "the imputation reads the other areas of the panel at hand: adding an area can move old scores"));

    public static ValidationIssue Unweighable(Dimension node, string why) =>
        new("plan.unweighable-node", Severity.Error, new Place { Indicator = node.Code }, new($"“{node.Name}”的下级无法赋权：{why}", $"the children cannot be weighed: {why}"));

    /// <summary>Finds codes in the plan that the framework does not have.</summary>
    public static void CheckNames(EvaluationPlan plan, List<ValidationIssue> issues)
    {
        foreach ((string property, IEnumerable<string> codes) in new[] { ("treatmentOf", plan.TreatmentOf.Keys), ("normalizationOf", plan.NormalizationOf.Keys) })
            foreach (string code in codes.Where(c => plan.Framework.FindIndicator(c) is null))
                issues.Add(Unknown(property, code));
        foreach ((string property, IEnumerable<string> codes) in new[] { ("weightingOf", plan.WeightingOf.Keys), ("aggregationOf", plan.AggregationOf.Keys), ("coverageThresholdOf", plan.CoverageThresholdOf.Keys) })
            foreach (string code in codes.Where(c => plan.Framework.FindDimension(c) is null))
                issues.Add(Unknown(property, code));
        foreach (double threshold in plan.CoverageThresholdOf.Values.Append(plan.CoverageThreshold).Where(t => !(t >= 0 && t <= 1)))
            issues.Add(new("plan.threshold-out-of-range", Severity.Error, new Place { Path = "$.coverageThreshold" }, new($"覆盖率阈值 {threshold} 不在 0 到 1 之间", $"the coverage threshold {threshold} is not between 0 and 1")));
    }

    private static ValidationIssue Unknown(string property, string code) =>
        new("plan.unknown-code", Severity.Error, new Place { Path = $"$.{property}", Indicator = code }, new($"指标体系中没有 {code}", $"the framework has no {code}"));
}
