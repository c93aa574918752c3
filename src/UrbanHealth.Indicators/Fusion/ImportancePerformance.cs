namespace UrbanHealth.Indicators;

/// <summary>Importance-performance analysis (重要性-绩效分析 IPA). Source: Martilla &amp; James (1977).</summary>
public sealed record ImportancePerformance
{
    private ImportancePerformance(IReadOnlyList<ImportancePerformanceItem> items, double importance, double performance) => (Items, ImportanceLine, PerformanceLine) = (items, importance, performance);

    /// <summary>The subjects, in the order given.</summary>
    public IReadOnlyList<ImportancePerformanceItem> Items { get; }

    /// <summary>The importance from which a subject is important.</summary>
    public double ImportanceLine { get; }

    /// <summary>The performance from which a subject is good.</summary>
    public double PerformanceLine { get; }

    /// <summary>The subjects of a quadrant.</summary>
    public IEnumerable<ImportancePerformanceItem> In(Quadrant quadrant) => Items.Where(i => i.Quadrant == quadrant);

    /// <summary>An analysis with its lines at the means or the medians.</summary>
    /// <param name="names">The subjects.</param>
    /// <param name="importance">Stated by residents, or derived (<see cref="DerivedImportance"/>).</param>
    /// <param name="performance">Mean satisfaction.</param>
    /// <param name="crosshair">Where the lines stand; the choice moves subjects between quadrants.</param>
    /// <exception cref="ArgumentException">The lengths differ, there is nothing, or a number is missing.</exception>
    public static ImportancePerformance Of(IReadOnlyList<string> names, ReadOnlySpan<double> importance, ReadOnlySpan<double> performance, Crosshair crosshair = Crosshair.Mean)
    {
        Check(names, importance, performance);
        return crosshair == Crosshair.Median
            ? Of(names, importance, performance, Descriptive.Median(importance), Descriptive.Median(performance))
            : Of(names, importance, performance, Descriptive.Mean(importance), Descriptive.Mean(performance));
    }

    /// <summary>An analysis with given lines, such as the middle of the scale; a number on a line counts as important, or good.</summary>
    /// <inheritdoc cref="Of(IReadOnlyList{string}, ReadOnlySpan{double}, ReadOnlySpan{double}, Crosshair)"/>
    public static ImportancePerformance Of(IReadOnlyList<string> names, ReadOnlySpan<double> importance, ReadOnlySpan<double> performance, double importanceLine, double performanceLine)
    {
        Check(names, importance, performance);
        if (double.IsNaN(importanceLine) || double.IsNaN(performanceLine)) throw new ArgumentException("A line is not a number.", nameof(importanceLine));
        var items = new ImportancePerformanceItem[names.Count];
        for (int i = 0; i < items.Length; i++)
        {
            bool important = importance[i] >= importanceLine, good = performance[i] >= performanceLine;
            items[i] = new ImportancePerformanceItem(names[i], importance[i], performance[i], (important, good) switch
            {
                (true, true) => Quadrant.KeepUp,
                (true, false) => Quadrant.ConcentrateHere,
                (false, false) => Quadrant.LowPriority,
                _ => Quadrant.PossibleOverkill,
            });
        }
        return new ImportancePerformance(items, importanceLine, performanceLine);
    }

    /// <summary>Importance derived from the answers (推导重要性): the correlation of each subject with overall satisfaction over respondents or areas.</summary>
    /// <param name="subjects">A column a subject; NaN is left out.</param>
    /// <param name="overall">Overall satisfaction, of the same rows.</param>
    /// <param name="method">Which correlation; Spearman by default, since answers are ordered steps.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double[] DerivedImportance(Matrix subjects, ReadOnlySpan<double> overall, CorrelationMethod method = CorrelationMethod.Spearman)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        if (subjects.Rows != overall.Length) throw new ArgumentException("There must be one overall number a row.", nameof(overall));
        var derived = new double[subjects.Columns];
        for (int j = 0; j < derived.Length; j++) derived[j] = Correlation.Of(subjects.Column(j), overall, method);
        return derived;
    }

    /// <summary>An analysis of a survey (居民调查的重要性-绩效分析): performance is mean satisfaction, importance is derived from how a subject's scores go with those of a question about the whole.</summary>
    /// <param name="survey">The survey.</param>
    /// <param name="overall">The code of the question about the whole, such as overall satisfaction.</param>
    /// <param name="of">Indicators and dimensions, or questions; one that rests on the overall question alone is left out.</param>
    /// <param name="crosshair">Where the lines stand.</param>
    /// <param name="method">Which correlation, over respondents and without weights; Spearman by default.</param>
    /// <exception cref="KeyNotFoundException">There is no such question.</exception>
    /// <exception cref="ArgumentException">A subject has too few answers to publish, or its correlation is not defined.</exception>
    public static ImportancePerformance Of(SatisfactionSurvey survey, string overall, SatisfactionSubject of = SatisfactionSubject.Linked, Crosshair crosshair = Crosshair.Mean, CorrelationMethod method = CorrelationMethod.Spearman)
    {
        ArgumentNullException.ThrowIfNull(survey);
        int whole = survey.Questionnaire.IndexOfQuestion(overall);
        if (!survey.Questionnaire.Questions[whole].HasScore) throw new ArgumentException($"The question {overall} has no scores.", nameof(overall));
        (string Code, (int Question, double Weight)[] Parts)[] subjects = [.. survey.Subjects(of).Where(s => s.Parts.Any(p => p.Question != whole))];
        SatisfactionTable table = survey.Satisfaction("", of);
        double[] importance = new double[subjects.Length], performance = new double[subjects.Length], satisfied = new double[survey.Respondents], scores = new double[survey.Respondents], all = new double[survey.Respondents];
        survey.Score([(whole, 1)], all, satisfied);
        for (int s = 0; s < subjects.Length; s++)
        {
            Array.Clear(scores);
            Array.Clear(satisfied);
            survey.Score(subjects[s].Parts, scores, satisfied);
            performance[s] = table[subjects[s].Code].Mean?.Value ?? double.NaN;
            importance[s] = double.IsNaN(performance[s]) ? double.NaN : Correlation.Of(scores, all, method);
        }
        return Of([.. subjects.Select(s => s.Code)], importance, performance, crosshair);
    }

    private static void Check(IReadOnlyList<string> names, ReadOnlySpan<double> importance, ReadOnlySpan<double> performance)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count == 0 || importance.Length != names.Count || performance.Length != names.Count) throw new ArgumentException("There must be one importance and one performance a name.", nameof(names));
        for (int i = 0; i < names.Count; i++) if (double.IsNaN(importance[i]) || double.IsNaN(performance[i])) throw new ArgumentException($"{names[i]} lacks a number.", nameof(names));
    }

    /// <summary>A line a subject.</summary>
    public override string ToString() => string.Join('\n', Items);
}
