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

    /// <summary>As <see cref="Parse"/>, for a text that may be wrong: everything found comes back instead of being thrown.</summary>
    public static EvaluationModelReading Read(string json)
    {
        (EvaluationModel? model, ValidationReport report) = EvaluationReading.Try(Parse, json);
        return new EvaluationModelReading(model, report);
    }

    private static EvaluationModel FromDocument(ModelDocument document)
    {
        EvaluationPlan plan = EvaluationPlan.FromDocument(document.Plan);
        var issues = new List<ValidationIssue>();
        if (document.BaselineLast < document.BaselineFirst)
            issues.Add(new("model.baseline-upside-down", Severity.Error, new Place { Path = "$.baselineLast" }, new("基准期的末年早于首年", "the last year of the baseline is before the first")));
        foreach (ScoreTree.Node node in new ScoreTree(plan.Framework).Nodes)
        {
            document.Weights.TryGetValue(node.Code, out WeightSet? set);
            if (set?.Values is null || set.Values.Count != node.Children.Length)
                issues.Add(new("model.weights-missing", Severity.Error, new Place { Path = "$.weights", Indicator = node.Code }, new($"“{node.Dimension.Name}”需要 {node.Children.Length} 个权重", $"{node.Code} needs {node.Children.Length} weights")));
            else if (set.Values.Any(w => !double.IsFinite(w)))
                issues.Add(new("model.weight-not-finite", Severity.Error, new Place { Path = "$.weights", Indicator = node.Code }, new($"“{node.Dimension.Name}”的权重不是有限数", $"a weight of {node.Code} is not finite")));
        }
        foreach ((string code, FittedNormalization fitted) in document.Normalizations)
            if (fitted is FittedLinear line && (!double.IsFinite(line.Worst) || !double.IsFinite(line.Best) || !double.IsFinite(line.Low) || !double.IsFinite(line.High) || line.Worst == line.Best))
                issues.Add(new("model.invalid-normalization", Severity.Error, new Place { Path = "$.normalizations", Indicator = code }, new("直线两端应为有限数且原始值互不相同", "the ends of the line must be finite and their raw figures differ")));
        foreach (Dimension dimension in plan.Framework.Dimensions.Where(d => !document.Aggregations.ContainsKey(d.Code)))
            issues.Add(new("model.aggregation-missing", Severity.Error, new Place { Path = "$.aggregations", Indicator = dimension.Code }, new($"“{dimension.Name}”没有合成方法", $"{dimension.Code} has no aggregation")));
        foreach (string code in document.Normalizations.Keys.Concat(document.Treatments?.Keys ?? Enumerable.Empty<string>()).Distinct(StringComparer.Ordinal).Where(c => plan.Framework.FindIndicator(c) is null))
            issues.Add(new("model.unknown-code", Severity.Error, new Place { Path = "$.normalizations", Indicator = code }, new($"指标体系中没有 {code}", $"the framework has no {code}")));
        if (issues.Count > 0) throw new InvalidDocumentException(new ValidationReport(issues));
        return new EvaluationModel(plan, YearRange.Of(document.BaselineFirst, document.BaselineLast), document.Imputation, document.Treatments ?? [], document.Normalizations, document.Weights, document.Aggregations, document.Gradings, new ValidationReport(document.Findings));
    }
}
