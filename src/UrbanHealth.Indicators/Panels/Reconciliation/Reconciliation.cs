using System.Text.Json;

namespace UrbanHealth.Indicators;

/// <summary>How several sources for one figure are brought to one (多方校验): agreed, resolved by a rule, or a conflict for a person to settle.</summary>
public sealed record Reconciliation
{
    /// <summary>Which figure is taken when sources differ; null to leave every difference to a person.</summary>
    public ReconciliationRule? Rule { get; init; }

    /// <summary>How far sources may lie apart and still agree; half a unit of the last printed digit by default.</summary>
    public Tolerance Tolerance { get; init; } = Tolerance.Rounding;

    /// <summary>The tolerance of single indicators, by code; the others take <see cref="Tolerance"/>.</summary>
    public IReadOnlyDictionary<string, Tolerance> Tolerances { get; init; } = new Dictionary<string, Tolerance>();

    /// <summary>How far sources may lie apart for the rule to decide; beyond, a person does. Null for any distance.</summary>
    public Tolerance? RuleLimit { get; init; }

    /// <summary>Settles what several sources say of one figure.</summary>
    /// <param name="values">What each says; all finite.</param>
    /// <param name="indicator">The code of the indicator, for its tolerance.</param>
    /// <exception cref="ArgumentException">There is no source, or a figure is not finite.</exception>
    /// <remarks>
    /// They agree when every two do. The figure is then the rule's; without a rule, or where it cannot say, it is the one printed most finely.
    /// </remarks>
    public ReconciledFigure Settle(IReadOnlyList<SourcedValue> values, string? indicator = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0 || values.Any(v => !double.IsFinite(v.Value))) throw new ArgumentException("Finite figures of at least one source are needed.", nameof(values));
        SourcedValue[] sources = [.. values];
        if (sources.Length == 1) return new(ReconciliationOutcome.SingleSource, sources[0].Value, sources[0].StandardError, sources[0].Source, sources);
        Tolerance tolerance = indicator is not null && Tolerances.TryGetValue(indicator, out Tolerance? own) ? own : Tolerance;
        bool agreed = AllAgree(sources, tolerance);
        if ((agreed || RuleLimit is null || AllAgree(sources, RuleLimit)) && Rule?.Resolve(sources) is { } resolved)
            return new(agreed ? ReconciliationOutcome.Agreed : ReconciliationOutcome.ResolvedByRule, resolved.Value, resolved.StandardError, resolved.Source, sources);
        if (!agreed) return new(ReconciliationOutcome.Conflict, double.NaN, null, null, sources);
        SourcedValue finest = sources.MinBy(s => Tolerance.HalfDigit(s.Value));
        return new(ReconciliationOutcome.Agreed, finest.Value, finest.StandardError, finest.Source, sources);
    }

    /// <summary>Settles records of which several may speak of one cell.</summary>
    /// <remarks>
    /// Missing records say nothing. Records of different stated coverage are of different things, and a figure and "not applicable"
    /// exclude each other: both are conflicts whatever the rule.
    /// </remarks>
    public ReconciliationResult Reconcile(IEnumerable<Observation> observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        var settled = new List<Observation>();
        var figures = new List<(Place, ReconciledFigure)>();
        var issues = new List<ValidationIssue>();
        foreach (IGrouping<(string Area, int Year, string Indicator), Observation> cell in observations.GroupBy(o => (o.Area, o.Year, o.Indicator)))
        {
            (Observation one, ReconciledFigure? figure, ValidationIssue? issue) = SettleCell([.. cell]);
            settled.Add(one);
            if (figure is not null) figures.Add((PlaceOf(one), figure));
            if (issue is not null) issues.Add(issue);
        }
        return new ReconciliationResult(settled, figures, new ValidationReport(issues));
    }

    /// <summary>The rules as JSON; <see cref="FromJson"/> reads them back.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ReconciliationJson.Default.Reconciliation);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no reconciliation.</exception>
    public static Reconciliation FromJson(string json) =>
        ImputationDefaults.All.Read(json, ReconciliationJson.Default.Reconciliation) ?? throw new JsonException("The text is null, not a reconciliation.");

    internal (Observation One, ReconciledFigure? Figure, ValidationIssue? Issue) SettleCell(Observation[] cell)
    {
        Observation[] saying = [.. cell.Where(o => o.State != ObservationState.Missing)];
        if (saying.Length <= 1) return (saying.Length == 1 ? saying[0] : cell[0], null, null);
        Place place = PlaceOf(cell[0]);
        Observation[] numbers = [.. saying.Where(o => !double.IsNaN(o.Value))];
        Observation missing = new(cell[0].Area, cell[0].Year, cell[0].Indicator, double.NaN);
        if (numbers.Length == 0) return (saying[0], null, null);
        SourcedValue[] values = [.. numbers.Select(o => new SourcedValue(o.Scope?.Source ?? "", o.Value, o.Scope?.StandardError))];
        string[] coverages = [.. numbers.Select(o => o.Scope?.Coverage).OfType<string>().Distinct()];
        if (numbers.Length < saying.Length || coverages.Length > 1)
        {
            var conflict = new ReconciledFigure(ReconciliationOutcome.Conflict, double.NaN, null, null, values);
            string why = coverages.Length > 1 ? $"范围不同（{string.Join("、", coverages)}）" : "有的来源标为不适用或不评价", whyEnglish = coverages.Length > 1 ? $"their coverage differs ({string.Join(", ", coverages)})" : "some say that it does not apply";
            return (missing, conflict, new ValidationIssue("panel.sources-conflict", Severity.Error, place, new($"各来源{why}：{conflict.SourcesText}；须人工核定，未采用", $"the sources cannot be compared, {whyEnglish}: {conflict.SourcesText}; a person must settle it, none is used")));
        }
        ReconciledFigure figure = Settle(values, cell[0].Indicator);
        Observation first = figure.Source is { } source ? numbers.First(o => (o.Scope?.Source ?? "") == source && o.Value == figure.Value) : numbers[0];
        Observation one = figure.Source is not null ? first : first with { Value = figure.Value, Scope = (first.Scope ?? new()) with { Source = string.Join("+", values.Select(v => v.Source).Distinct()), StandardError = figure.StandardError, CarriedOverFrom = null }, State = ObservationState.Observed };
        string spread = figure.Heterogeneity is { } h ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"；Q = {h.Q:G4}, I² = {100 * h.I2:F0} %") : "";
        return figure.Outcome switch
        {
            ReconciliationOutcome.Conflict => (missing, figure, new ValidationIssue("panel.sources-conflict", Severity.Error, place, new($"各来源不一致：{figure.SourcesText}{spread}；须人工核定，未采用", $"the sources differ: {figure.SourcesText}{spread.Replace('；', ';')}; a person must settle it, none is used"))),
            ReconciliationOutcome.ResolvedByRule => (one, figure, new ValidationIssue("panel.sources-resolved", Severity.Warning, place, new($"各来源不一致：{figure.SourcesText}{spread}；按规则采用 {PanelFindings.Text(figure.Value)}", $"the sources differ: {figure.SourcesText}{spread.Replace('；', ';')}; the rule takes {PanelFindings.Text(figure.Value)}"))),
            _ => (one, figure, null),
        };
    }

    /// <summary>The heterogeneity of sources that all state a positive standard error; else null.</summary>
    internal static SourceHeterogeneity? HeterogeneityOf(IReadOnlyList<SourcedValue> values) =>
        values.All(v => v.StandardError > 0) ? SourceHeterogeneity.Of([.. values.Select(v => v.Value)], [.. values.Select(v => v.StandardError!.Value * v.StandardError.Value)]) : null;

    private static Place PlaceOf(Observation o) => new() { Area = o.Area, Year = o.Year, Indicator = o.Indicator };

    private static bool AllAgree(SourcedValue[] values, Tolerance tolerance)
    {
        for (int i = 0; i < values.Length; i++)
            for (int j = 0; j < i; j++)
                if (!tolerance.Agree(values[i].Value, values[j].Value)) return false;
        return true;
    }
}
