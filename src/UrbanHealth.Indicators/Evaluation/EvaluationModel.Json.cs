using System.Text.Json;

namespace UrbanHealth.Indicators;

public sealed partial class EvaluationModel
{
    /// <summary>The model as JSON, plan and framework inside; <see cref="Parse"/> reads it back to give the same bits.</summary>
    public string ToJson() => JsonSerializer.Serialize(new ModelDocument
    {
        Format = ModelDocument.CurrentFormat,
        Plan = Plan.ToDocument(),
        BaselineFirst = Baseline.First,
        BaselineLast = Baseline.Last,
        Imputation = Imputation,
        Treatments = Treatments.Count == 0 ? null : Framework.Indicators.Where(i => Treatments.ContainsKey(i.Code)).ToDictionary(i => i.Code, i => Treatments[i.Code]),
        Normalizations = Framework.Indicators.Where(i => Normalizations.ContainsKey(i.Code)).ToDictionary(i => i.Code, i => Normalizations[i.Code]),
        Weights = Framework.Dimensions.ToDictionary(d => d.Code, d => Weights[d.Code]),
        Aggregations = Framework.Dimensions.ToDictionary(d => d.Code, d => Aggregations[d.Code]),
        Gradings = Framework.Dimensions.Where(d => Gradings.ContainsKey(d.Code)).ToDictionary(d => d.Code, d => Gradings[d.Code]),
        Findings = [.. Report],
    }, EvaluationJson.Readable.ModelDocument);

    /// <summary>The model of a JSON text.</summary>
    /// <exception cref="InvalidDocumentException">The text is not a valid model; the exception has every finding.</exception>
    public static EvaluationModel Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return EvaluationReading.Of(json, EvaluationJson.Readable.ModelDocument, ModelDocument.CurrentFormat, d => d.Format, FromDocument);
    }

    private static EvaluationModel FromDocument(ModelDocument document)
    {
        EvaluationPlan plan = EvaluationPlan.FromDocument(document.Plan);
        var issues = new List<ValidationIssue>();
        foreach (Dimension dimension in plan.Framework.Dimensions)
        {
            int children = dimension.Dimensions.Count + dimension.Indicators.Count;
            if (!document.Weights.TryGetValue(dimension.Code, out WeightSet? set) || set.Values.Count != children)
                issues.Add(new("model.weights-missing", Severity.Error, new Place { Path = "$.weights", Indicator = dimension.Code }, new($"“{dimension.Name}”需要 {children} 个权重", $"{dimension.Code} needs {children} weights")));
        }
        foreach (Dimension dimension in plan.Framework.Dimensions.Where(d => !document.Aggregations.ContainsKey(d.Code)))
            issues.Add(new("model.aggregation-missing", Severity.Error, new Place { Path = "$.aggregations", Indicator = dimension.Code }, new($"“{dimension.Name}”没有合成方法", $"{dimension.Code} has no aggregation")));
        foreach (string code in document.Normalizations.Keys.Concat(document.Treatments?.Keys ?? Enumerable.Empty<string>()).Where(c => plan.Framework.FindIndicator(c) is null))
            issues.Add(new("model.unknown-code", Severity.Error, new Place { Path = "$.normalizations", Indicator = code }, new($"指标体系中没有 {code}", $"the framework has no {code}")));
        if (issues.Count > 0) throw new InvalidDocumentException(new ValidationReport(issues));
        return new EvaluationModel(plan, YearRange.Of(document.BaselineFirst, document.BaselineLast), document.Imputation, document.Treatments ?? [], document.Normalizations, document.Weights, document.Aggregations, document.Gradings, new ValidationReport(document.Findings));
    }
}
