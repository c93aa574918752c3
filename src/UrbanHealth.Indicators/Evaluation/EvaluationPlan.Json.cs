using System.Text.Json;

namespace UrbanHealth.Indicators;

public sealed partial record EvaluationPlan
{
    /// <summary>The plan as JSON, its framework inside; <see cref="Parse"/> reads it back.</summary>
    public string ToJson() => JsonSerializer.Serialize(ToDocument(), EvaluationJson.Readable.PlanDocument);

    /// <summary>The plan of a JSON text.</summary>
    /// <exception cref="InvalidDocumentException">The text is not a valid plan; the exception has every finding.</exception>
    public static EvaluationPlan Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return EvaluationReading.Of(json, EvaluationJson.Readable.PlanDocument, PlanDocument.CurrentFormat, d => d.Format, FromDocument);
    }

    /// <summary>As <see cref="Parse"/>, for a text that may be wrong: everything found comes back instead of being thrown.</summary>
    public static EvaluationPlanReading Read(string json)
    {
        (EvaluationPlan? plan, ValidationReport report) = EvaluationReading.Try(Parse, json);
        return new EvaluationPlanReading(plan, report);
    }

    internal PlanDocument ToDocument() => new()
    {
        Format = PlanDocument.CurrentFormat,
        Framework = JsonDocument.Parse(Framework.ToJson()).RootElement,
        Imputation = Imputation,
        Treatment = Treatment,
        TreatmentOf = Sorted(TreatmentOf),
        Normalization = Normalization,
        NormalizationOf = Sorted(NormalizationOf),
        Weighting = Weighting,
        WeightingOf = Sorted(WeightingOf),
        Aggregation = Aggregation,
        AggregationOf = Sorted(AggregationOf),
        FullScore = FullScore,
        CoverageThreshold = CoverageThreshold,
        CoverageThresholdOf = Sorted(CoverageThresholdOf),
        Grading = Grading,
        Graded = Grading is null ? false : null,
        BottomLine = BottomLine,
        CityClass = CityClass,
        Unfittable = Unfittable,
        Ties = Ties,
    };

    internal static EvaluationPlan FromDocument(PlanDocument document)
    {
        var plan = new EvaluationPlan(IndicatorFramework.Parse(document.Framework.GetRawText()));
        plan = plan with
        {
            Imputation = document.Imputation,
            Treatment = document.Treatment,
            TreatmentOf = document.TreatmentOf ?? plan.TreatmentOf,
            Normalization = document.Normalization ?? plan.Normalization,
            NormalizationOf = document.NormalizationOf ?? plan.NormalizationOf,
            Weighting = document.Weighting ?? plan.Weighting,
            WeightingOf = document.WeightingOf ?? plan.WeightingOf,
            Aggregation = document.Aggregation ?? plan.Aggregation,
            AggregationOf = document.AggregationOf ?? plan.AggregationOf,
            FullScore = document.FullScore ?? plan.FullScore,
            CoverageThreshold = document.CoverageThreshold ?? plan.CoverageThreshold,
            CoverageThresholdOf = document.CoverageThresholdOf ?? plan.CoverageThresholdOf,
            Grading = document.Graded == false ? null : document.Grading ?? plan.Grading,
            BottomLine = document.BottomLine ?? plan.BottomLine,
            CityClass = document.CityClass,
            Unfittable = document.Unfittable ?? plan.Unfittable,
            Ties = document.Ties ?? plan.Ties,
        };
        var issues = new List<ValidationIssue>();
        PlanIssues.CheckNames(plan, issues);
        var report = new ValidationReport(issues);
        return report.IsValid ? plan : throw new InvalidDocumentException(report);
    }

    /// <summary>In the order of the keys, so that the same plan is always the same text; null for none.</summary>
    private static Dictionary<string, T>? Sorted<T>(IReadOnlyDictionary<string, T> items) =>
        items.Count == 0 ? null : items.OrderBy(p => p.Key, StringComparer.Ordinal).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
}
