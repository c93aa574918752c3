namespace UrbanHealth.Indicators;

/// <summary>Finds the methods of a plan whose own numbers cannot be, before any data is looked at.</summary>
/// <remarks>
/// A method checks its numbers when it is used, and says by the kind of its exception whether they or the data are at fault: so each is tried on figures that no sound method refuses.
/// </remarks>
internal static class PlanMethods
{
    private static readonly double[] Figures = [1, 2, 3, 4, 5, 6, 7, 8];
    private static readonly string[] Areas = ["1", "2", "3", "4", "5", "6", "7", "8"];

    public static void Check(EvaluationPlan plan, List<ValidationIssue> issues)
    {
        Try("$.treatment", plan.Treatment, Use, issues);
        foreach ((string code, Treatment method) in plan.TreatmentOf) Try($"$.treatmentOf.{code}", method, Use, issues);
        Try("$.normalization", plan.Normalization, Use, issues);
        foreach ((string code, Normalization method) in plan.NormalizationOf) Try($"$.normalizationOf.{code}", method, Use, issues);
        Try("$.aggregation", plan.Aggregation, Use, issues);
        foreach ((string code, Aggregation method) in plan.AggregationOf) Try($"$.aggregationOf.{code}", method, Use, issues);
        Try("$.grading", plan.Grading, Use, issues);
        if (!(plan.FullScore > 0 && double.IsFinite(plan.FullScore)))
            issues.Add(new("plan.full-score-not-positive", Severity.Error, new Place { Path = "$.fullScore" }, new(FormattableString.Invariant($"满分 {plan.FullScore} 应为正的有限数"), FormattableString.Invariant($"the full score {plan.FullScore} must be positive and finite"))));
        if (!Enum.IsDefined(plan.Unfittable)) issues.Add(Undefined("$.unfittable", plan.Unfittable));
        if (!Enum.IsDefined(plan.Ties)) issues.Add(Undefined("$.ties", plan.Ties));
        if (plan.BottomLine is not GradeCapRule cap) return;
        if (plan.Grading is null)
            issues.Add(new("plan.cap-without-grades", Severity.Warning, new Place { Path = "$.bottomLine" }, new("方案不评等级，底线指标限制等级的规则不起作用", "the plan gives no grades, so that a cap on them does nothing")));
        else if (plan.Grading.Scale.Find(cap.Grade) is null)
            issues.Add(new("plan.unknown-grade", Severity.Error, new Place { Path = "$.bottomLine.grade" }, new($"等级词中没有“{cap.Grade}”，可用：{plan.Grading.Scale}", $"the grades have no '{cap.Grade}'; they are {plan.Grading.Scale}")));
    }

    private static void Use(Treatment method) => method.Fit(Figures);

    private static void Use(Normalization method) => method.Fit(Figures, Areas);

    private static void Use(Aggregation method)
    {
        switch (method)
        {
            case RowAggregation row: row.Aggregate([30, 60], [0.5, 0.5]); break;
            case GreyRelationAggregation: method.Aggregate(Matrix.FromMemory([new double[] { 30, 60, 40 }, new double[] { 50, 20, 90 }]), [0.5, 0.5], new double[3]); break;
        }
    }

    private static void Use(Grading method) => method.Fit([.. Enumerable.Range(1, 4 * method.Scale.Count).Select(i => i * i / 10.0)]);

    private static void Try<T>(string path, T? method, Action<T> use, List<ValidationIssue> issues) where T : class
    {
        if (method is null) return;
        try
        {
            use(method);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentOutOfRangeException || e is ArgumentException && method is Grading)
        {
            BilingualText why = Reasons.Of(e.Message);
            issues.Add(new("plan.invalid-method", Severity.Error, new Place { Path = path }, new($"方法的参数无效：{why.Chinese}", $"the numbers of the method cannot be: {why.English}")));
        }
        catch (ArgumentException)
        {
            // it may be right for the data it is meant for
        }
    }

    private static ValidationIssue Undefined<T>(string path, T value) where T : struct, Enum =>
        new("plan.undefined-value", Severity.Error, new Place { Path = path }, new($"没有定义的值 {value:D}", $"the value {value:D} is not defined"));
}
