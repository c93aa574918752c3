using System.Text.Json;

namespace UrbanHealth.Indicators;

public sealed partial class PartialFit
{
    /// <summary>The fit as JSON, with its plan, what earlier passes settled and the statistics of this one; <see cref="Parse"/> goes on with the same bits.</summary>
    public string ToJson()
    {
        var statistics = new List<string>();
        if (Pass == 1) foreach (PartialIndicator indicator in indicators) indicator.Write(statistics);
        foreach (PartialNode node in nodes) node.Write(statistics);
        return JsonSerializer.Serialize(new PartialFitDocument
        {
            Format = PartialFitDocument.CurrentFormat,
            Plan = Plan.ToDocument(),
            BaselineFirst = baseline?.First,
            BaselineLast = baseline?.Last,
            WholeColumns = wholeColumns,
            Pass = Pass,
            NeedsBlocks = NeedsBlocks,
            Rows = Rows,
            FirstYear = firstYear,
            LastYear = lastYear,
            Treatments = Fitted(i => i.Treatment),
            Normalizations = Fitted(i => i.Normalization),
            Weights = OfNodes(n => n.Weights),
            Aggregations = OfNodes(n => n.Aggregation),
            Gradings = OfNodes(n => n.Grading),
            Findings = issues,
            Statistics = statistics,
        }, EvaluationJson.Readable.PartialFitDocument);
    }

    /// <summary>The fit of a JSON text.</summary>
    /// <exception cref="InvalidDocumentException">The text is not a valid partial fit; the exception has every finding.</exception>
    public static PartialFit Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return EvaluationReading.Of(json, EvaluationJson.Readable.PartialFitDocument, PartialFitDocument.CurrentFormat, d => d.Format, FromDocument);
    }

    private static PartialFit FromDocument(PartialFitDocument document)
    {
        YearRange? baseline = document is { BaselineFirst: { } first, BaselineLast: { } last } ? YearRange.Of(first, last) : null;
        var fit = new PartialFit(EvaluationPlan.FromDocument(document.Plan), baseline, document.WholeColumns)
        {
            Pass = document.Pass,
            NeedsBlocks = document.NeedsBlocks,
            Rows = document.Rows,
            firstYear = document.FirstYear,
            lastYear = document.LastYear,
        };
        fit.issues.Clear();
        fit.issues.AddRange(document.Findings);
        var statistics = new Queue<string>(document.Statistics);
        try
        {
            for (int i = 0; i < fit.indicators.Length; i++)
                if (fit.Pass == 1) fit.indicators[i].Read(statistics);
                else
                {
                    string code = fit.Plan.Framework.Indicators[i].Code;
                    fit.indicators[i].Restore(document.Treatments.GetValueOrDefault(code), document.Normalizations.GetValueOrDefault(code));
                }
            foreach (PartialNode node in fit.nodes) node.Read(statistics, document);
            if (statistics.Count > 0) throw new FormatException($"{statistics.Count} statistics are left over.");
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or OverflowException) // too few statistics, or some that are none
        {
            throw new JsonException(e.Message, "$.statistics", null, null, e);
        }
        return fit;
    }
}
