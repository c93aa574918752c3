namespace UrbanHealth.Indicators;

/// <summary>What can be wrong with a plan or its fitting.</summary>
internal static class PlanIssues
{
    public static ValidationIssue Unfittable(UnfittableRule rule, Indicator indicator, string message)
    {
        BilingualText why = indicator.Components.Count > 0 && message.StartsWith("Nothing to learn", StringComparison.Ordinal)
            ? new("复合指标只有分项的数值，没有自己的数值：只评价，不评分（Unfittable 可设为 LeaveOut）", "a compound indicator has figures of its components and none of its own: it is judged and not scored (Unfittable can be LeaveOut)")
            : Reasons.Of(message);
        return rule == UnfittableRule.Fail
            ? new("plan.unfittable-indicator", Severity.Error, new Place { Indicator = indicator.Code }, new($"指标“{indicator.Name}”在基准期内无法标准化：{why.Chinese}", $"the baseline cannot fit the indicator: {why.English}"))
            : new("plan.unfittable-indicator", Severity.Warning, new Place { Indicator = indicator.Code }, new($"指标“{indicator.Name}”在基准期内无法标准化，不计分：{why.Chinese}", $"the baseline cannot fit the indicator, which gets no score: {why.English}"));
    }

    public static ValidationIssue Unfittable(Dimension node, string message)
    {
        BilingualText why = Reasons.Of(message);
        return new("plan.unfittable-node", Severity.Error, new Place { Indicator = node.Code }, new($"“{node.Name}”无法合成或分级：{why.Chinese}", $"the node cannot be aggregated or graded: {why.English}"));
    }

    /// <summary>A dimension without an indicator below it.</summary>
    public static ValidationIssue Empty(Dimension node, bool root) => root
        ? new("plan.no-indicators", Severity.Error, new Place { Indicator = node.Code }, new("指标体系还没有指标，无法评分", "the framework has no indicators yet: nothing can be scored"))
        : new("plan.empty-dimension", Severity.Notice, new Place { Indicator = node.Code }, new($"“{node.Name}”下没有指标，不参与评分", "there is no indicator below the dimension, which takes no part in the scores"));

    public static ValidationIssue NotWeighed(Dimension node, string[] codes) =>
        new("plan.not-weighed", Severity.Warning, new Place { Indicator = node.Code }, new($"“{node.Name}”的下级 {string.Join('、', codes)} 在基准期内没有得分，权重为 0", $"no baseline score for {string.Join(", ", codes)}: the weight is 0"));

    public static ValidationIssue Ungraded(Dimension node) =>
        new("plan.ungraded-node", Severity.Warning, new Place { Indicator = node.Code }, new($"“{node.Name}”在基准期内没有得分，不评等级", "there is no baseline score for the node, which gets no grade"));

    public static ValidationIssue RelativeImputation() =>
        new("plan.relative-imputation", Severity.Warning, new Place { Path = "$.imputation" }, new("所选插补方法参照同一面板的其他对象：增加对象会改变填补值，从而改变旧得分", "the imputation reads the other areas of the panel at hand: adding an area can move old scores"));

    public static ValidationIssue Unweighable(Dimension node, string message)
    {
        BilingualText why = Reasons.Of(message);
        return new("plan.unweighable-node", Severity.Error, new Place { Indicator = node.Code }, new($"“{node.Name}”的下级无法赋权：{why.Chinese}", $"the children cannot be weighed: {why.English}"));
    }

    /// <summary>What of a plan cannot be learned from blocks of areas.</summary>
    public static void CheckBlocks(EvaluationPlan plan, WholeColumnRule rule, PartialIndicator[] indicators, ScoreTree tree, PartialNode[] nodes, List<ValidationIssue> issues)
    {
        if (plan.Imputation is { } imputation && !LearnsNothing(imputation))
            issues.Add(NotInBlocks("$.imputation", null, "插补方法要学习或参照其他对象；请先整体插补", "the imputation learns from or reads other areas; impute the whole panel first, or use one that reads an area's own series"));
        for (int i = 0; i < indicators.Length; i++)
        {
            string code = plan.Framework.Indicators[i].Code;
            if (indicators[i].NeedsNamedAreas)
                issues.Add(NotInBlocks("$.normalization", code, "标准化要按名称查找参照对象", "the normalisation looks a reference area up by name"));
            else if (rule == WholeColumnRule.Refuse && indicators[i].NeedsWholeColumn)
                issues.Add(NotInBlocks("$.normalization", code, "标准化或异常值处理需要整列数据；可选 WholeColumnRule.Keep（精确）或 Sketch（近似）", "the normalisation or treatment needs the whole column; choose WholeColumnRule.Keep to keep it, or Sketch to keep it nearly"));
        }
        for (int n = 0; n < nodes.Length; n++)
        {
            string code = tree.Nodes[n].Code;
            if (nodes[n].NeedsRows)
                issues.Add(NotInBlocks("$.weighting", code, $"赋权方法 {nodes[n].Weighting.GetType().Name} 需要全部对象的得分", $"{nodes[n].Weighting.GetType().Name} needs the scores of all areas at once"));
            if (!nodes[n].CanAggregate)
                issues.Add(NotInBlocks("$.aggregation", code, $"合成方法“{plan.AggregationAt(code).Describe(Language.Chinese)}”需要全部对象的得分", $"the aggregation ({plan.AggregationAt(code).Describe(Language.English)}) needs the scores of all areas at once"));
            if (rule == WholeColumnRule.Refuse && nodes[n].KeepsComposites)
                issues.Add(NotInBlocks("$.grading", code, "分级需要全部得分；可选 WholeColumnRule.Keep（精确）或 Sketch（近似）", "the grading needs all scores; choose WholeColumnRule.Keep to keep them, or Sketch to keep them nearly"));
        }
    }

    /// <summary>True for an imputation that reads nothing but an area's own series or what is given or frozen.</summary>
    public static bool LearnsNothing(Imputation imputation) => imputation switch
    {
        ConstantImputation or CarryForwardImputation or CarryBackImputation or LinearInTimeImputation or FrozenImputation => true,
        SequentialImputation sequence => sequence.Steps.All(LearnsNothing),
        _ => false,
    };

    private static ValidationIssue NotInBlocks(string path, string? code, string chinese, string english) =>
        new("plan.not-in-blocks", Severity.Error, new Place { Path = path, Indicator = code }, new($"不能分块拟合：{chinese}", $"it cannot be fitted in blocks: {english}"));

    /// <summary>Finds codes in the plan that the framework does not have, and methods whose numbers cannot be.</summary>
    public static void CheckNames(EvaluationPlan plan, List<ValidationIssue> issues)
    {
        foreach ((string property, IEnumerable<string> codes) in new[] { ("treatmentOf", plan.TreatmentOf.Keys), ("normalizationOf", plan.NormalizationOf.Keys) })
            foreach (string code in codes.Where(c => plan.Framework.FindIndicator(c) is null))
                issues.Add(Unknown(property, code));
        foreach ((string property, IEnumerable<string> codes) in new[] { ("weightingOf", plan.WeightingOf.Keys), ("aggregationOf", plan.AggregationOf.Keys), ("coverageThresholdOf", plan.CoverageThresholdOf.Keys) })
            foreach (string code in codes.Where(c => plan.Framework.FindDimension(c) is null))
                issues.Add(Unknown(property, code));
        foreach (double threshold in plan.CoverageThresholdOf.Values.Append(plan.CoverageThreshold).Where(t => !(t >= 0 && t <= 1)))
            issues.Add(new("plan.threshold-out-of-range", Severity.Error, new Place { Path = "$.coverageThreshold" }, new(FormattableString.Invariant($"覆盖率阈值 {threshold} 不在 0 到 1 之间"), FormattableString.Invariant($"the coverage threshold {threshold} is not between 0 and 1"))));
        PlanMethods.Check(plan, issues);
    }

    private static ValidationIssue Unknown(string property, string code) =>
        new("plan.unknown-code", Severity.Error, new Place { Path = $"$.{property}", Indicator = code }, new($"指标体系中没有 {code}", $"the framework has no {code}"));
}
