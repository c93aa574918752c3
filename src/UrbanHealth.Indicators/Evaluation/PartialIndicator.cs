namespace UrbanHealth.Indicators;

/// <summary>An indicator while its treatment and normalisation are learned from figures that come in parts.</summary>
internal sealed class PartialIndicator
{
    private readonly Treatment? treatment;
    private readonly Normalization normalization;
    private readonly Preference preference;
    private readonly ColumnStatistics? statistics;
    private readonly ColumnMemory? kept;

    public PartialIndicator(EvaluationPlan plan, Indicator indicator, WholeColumnRule wholeColumns)
    {
        treatment = plan.TreatmentOf.GetValueOrDefault(indicator.Code) ?? plan.Treatment;
        normalization = PlanFitting.NormalizationOf(plan, indicator);
        try
        {
            preference = PlanFitting.PreferenceOf(indicator);
        }
        catch (ArgumentException e)
        {
            Failure = e.Message;
        }
        if (NeedsWholeColumn) kept = ColumnMemory.Of(wholeColumns);
        else if (normalization.LearnedFrom == LearnedFrom.Moments) statistics = new ColumnStatistics();
        else Finish(); // nothing is learned
    }

    /// <summary>True when the figures have to be kept.</summary>
    public bool NeedsWholeColumn => treatment is not null || normalization.LearnedFrom == LearnedFrom.WholeColumn;

    /// <summary>True when the figures are needed with the names of their areas, which nothing here keeps.</summary>
    public bool NeedsNamedAreas => normalization.LearnedFrom == LearnedFrom.NamedAreas;

    /// <summary>Why it cannot be fitted; null as long as it can.</summary>
    public string? Failure { get; private set; }

    public FittedTreatment? Treatment { get; private set; }

    public FittedNormalization? Normalization { get; private set; }

    /// <summary>Takes the figures of a part in the first pass.</summary>
    public void Learn(ReadOnlySpan<double> values)
    {
        Guard(values, v =>
        {
            if (kept is not null) kept.Add(v);
            else if (statistics is not null) normalization.Learn(v, preference, statistics);
            else if (Normalization is not (null or FittedLinear or FittedPiecewise)) Normalization.Apply(v, new double[v.Length]); // what it is not defined for shows here
        });
    }

    /// <summary>Ends the first pass.</summary>
    public void Finish()
    {
        if (Failure is not null) return;
        Guard([], _ =>
        {
            if (kept is not null)
            {
                double[] figures = kept.Sorted();
                if (treatment is not null)
                {
                    Treatment = treatment.Fit(figures);
                    Treatment.Apply(figures, figures);
                }
                Normalization = normalization.Fit(figures, preference);
                Normalization.Apply(figures, figures); // what it is not defined for shows here
            }
            else if (statistics is not null) Normalization = normalization.Fit(statistics, preference);
            else if (!NeedsNamedAreas) Normalization ??= normalization.Fit([], preference);
        });
    }

    /// <summary>The scores of figures; missing where the indicator could not be fitted.</summary>
    public double[] Scores(ReadOnlySpan<double> values)
    {
        var scores = new double[values.Length];
        if (Failure is not null || Normalization is null) Array.Fill(scores, double.NaN);
        else
        {
            Treatment?.Apply(values, scores);
            Normalization.Apply(Treatment is null ? values : scores, scores);
        }
        return scores;
    }

    /// <summary>Takes what an earlier pass settled; null for what could not be fitted.</summary>
    public void Restore(FittedTreatment? fittedTreatment, FittedNormalization? fittedNormalization) =>
        (Treatment, Normalization, Failure) = (fittedTreatment, fittedNormalization, fittedNormalization is null ? "not fitted" : null);

    public void Add(PartialIndicator other)
    {
        statistics?.Add(other.statistics!);
        kept?.Add(other.kept!);
        if (other.Failure is not null) Fail(other.Failure);
    }

    public void Write(List<string> text)
    {
        text.Add(Failure ?? "");
        statistics?.Write(text);
        kept?.Write(text);
    }

    public void Read(Queue<string> text)
    {
        Failure = text.Dequeue() is { Length: > 0 } failure ? failure : null;
        statistics?.Read(text);
        kept?.Read(text);
    }

    private delegate void Step(ReadOnlySpan<double> values);

    private void Guard(ReadOnlySpan<double> values, Step step)
    {
        try
        {
            step(values);
        }
        catch (ArgumentException e)
        {
            Fail(e.Message);
        }
    }

    /// <summary>Of several failures the same one stands, whatever came first.</summary>
    private void Fail(string message) => Failure = Failure is null || string.CompareOrdinal(message, Failure) < 0 ? message : Failure;
}
