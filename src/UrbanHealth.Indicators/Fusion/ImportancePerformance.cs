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

    private static void Check(IReadOnlyList<string> names, ReadOnlySpan<double> importance, ReadOnlySpan<double> performance)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count == 0 || importance.Length != names.Count || performance.Length != names.Count) throw new ArgumentException("There must be one importance and one performance a name.", nameof(names));
        for (int i = 0; i < names.Count; i++) if (double.IsNaN(importance[i]) || double.IsNaN(performance[i])) throw new ArgumentException($"{names[i]} lacks a number.", nameof(names));
    }

    /// <summary>A line a subject.</summary>
    public override string ToString() => string.Join('\n', Items);
}
