using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>Whatever text comes in, reading a plan or a model gives it or a report, and throws nothing.</summary>
public class EvaluationReaderFuzz
{
    private static readonly EvaluationPlan Plan = new(Small.Framework)
    {
        Imputation = Imputation.InOrder(Imputation.LinearInTime(2), Imputation.GroupMean()),
        Treatment = Treatment.Winsorize(),
        NormalizationOf = new Dictionary<string, Normalization> { ["c"] = Normalization.Bands(new(0, 0), new(5, 0.5), new(100, 1)) },
        Weighting = Weighting.Combine(Weighting.Entropy(), Weighting.Equal()),
        AggregationOf = new Dictionary<string, Aggregation> { ["A"] = Aggregation.PowerMean(0.5) },
        BottomLine = BottomLineRule.CapGrade("良"),
        Grading = Grading.NaturalBreaks(),
        Unfittable = UnfittableRule.LeaveOut,
    };

    private static readonly string[] Pieces = ["", "0", "-", "\"", "}", "]", "{", ",", "null", "true", "1e999", "-1e-400", "\"minMax\"", "\"type\"", "[]", "{}", "\\ud800", "\0", "\ud800", "≥"];

    [Fact]
    public void A_valid_plan_cut_or_changed_anywhere_gives_a_plan_or_an_error() => Broken(Plan.ToJson(), GivesAPlanOrAReport);

    [Fact]
    public void A_valid_model_cut_or_changed_anywhere_gives_a_model_or_an_error() =>
        Broken((Plan with { Grading = null }).Fit(Small.Easy).ToJson(), GivesAModelOrAReport);

    [Fact]
    public void Any_text_at_all_gives_an_error() => Gen.String.Sample(text => GivesAPlanOrAReport(text) && GivesAModelOrAReport(text), iter: 500, threads: 1);

    private static void Broken(string valid, Func<string, bool> holds)
    {
        Assert.True(holds(valid));
        Gen.Select(Gen.Int[0, valid.Length - 1], Gen.Int[0, 40], Gen.Int[0, Pieces.Length - 1])
            .Sample((at, length, with) => holds(valid[..at] + Pieces[with] + valid[Math.Min(valid.Length, at + length)..]), iter: 400, threads: 1);
        for (int at = 0; at < valid.Length; at += 97) Assert.True(holds(valid[..at]));
    }

    private static bool GivesAPlanOrAReport(string text)
    {
        EvaluationPlanReading reading = EvaluationPlan.Read(text);
        if (reading.Plan is { } plan) EvaluationPlan.Parse(plan.ToJson());
        return reading.Plan is not null == reading.Report.IsValid && reading.Report.ToString(Language.Chinese).Length > 0;
    }

    private static bool GivesAModelOrAReport(string text)
    {
        EvaluationModelReading reading = EvaluationModel.Read(text);
        if (reading.Model is { } model) EvaluationModel.Parse(model.ToJson());
        return reading.Model is not null == reading.Report.IsValid && reading.Report.ToString(Language.English).Length > 0;
    }
}
