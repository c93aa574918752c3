using System.Globalization;

namespace UrbanHealth.Indicators;

public sealed partial class SurveyDesign
{
    /// <summary>Weights brought to the population of the cells of one attribute or crossing (事后分层). Source: Holt &amp; Smith (1979).</summary>
    /// <exception cref="ArgumentException">The column differs in length.</exception>
    public CalibrationResult PostStratified(CategoricalColumn cells, PopulationMargin population) => Calibrated([(cells, population)], [], CalibrationOptions.Default);

    /// <summary>Weights raked to several margins (迭代比例加权): proportional fitting until each is met. Source: Deming &amp; Stephan (1940).</summary>
    /// <exception cref="ArgumentException">A column differs in length, or there is no margin.</exception>
    public CalibrationResult Raked(IReadOnlyList<(CategoricalColumn Column, PopulationMargin Population)> margins, CalibrationOptions? options = null) =>
        Calibrated(margins, [], options ?? CalibrationOptions.Default);

    /// <summary>Weights calibrated to margins and to totals of numeric columns (校准加权). Source: Deville &amp; Särndal (1992).</summary>
    /// <param name="margins">Attributes with the population of each category.</param>
    /// <param name="auxiliaries">Numeric columns with their totals.</param>
    /// <param name="options">Distance, bounds, tolerance.</param>
    /// <returns>The calibrated design, or findings that name each cell that cannot be met.</returns>
    /// <exception cref="ArgumentException">A column differs in length, there is nothing to calibrate to, or the options do not hold together.</exception>
    public CalibrationResult Calibrated(IReadOnlyList<(CategoricalColumn Column, PopulationMargin Population)> margins, IReadOnlyList<AuxiliaryTotal> auxiliaries, CalibrationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(margins);
        ArgumentNullException.ThrowIfNull(auxiliaries);
        options ??= CalibrationOptions.Default;
        options.ThrowIfUnusable();
        if (margins.Count + auxiliaries.Count == 0) throw new ArgumentException("There is nothing to calibrate to.", nameof(margins));
        if (margins.Any(m => m.Column.Count != Count) || auxiliaries.Any(a => a.Values.Length != Count)) throw new ArgumentException("Each column needs one entry a respondent.", nameof(margins));
        if (options.Residual == CalibrationResidual.UnweightedSweeps && auxiliaries.Count > 0) throw new ArgumentException("Unweighted sweeps are for margins only.", nameof(options));

        List<ValidationIssue> found = MarginValidation.Find(margins, auxiliaries, options);
        if (found.Count > 0) return new CalibrationResult(null, new ValidationReport(found)) { LargestDeviation = double.NaN };

        // levels nobody has and nobody is expected to have are left out
        (CategoricalColumn Column, PopulationMargin Population)[] used = [.. margins];
        var cells = new MarginCells([.. used.Select(m => m.Column)], Count);
        double[] targets = MarginValidation.Targets(used, auxiliaries, cells);
        var calibrator = new Calibrator(weights, cells, targets, auxiliaries, options);
        bool met = calibrator.Solve();
        var after = new double[Count];
        double smallest = double.PositiveInfinity, largest = double.NegativeInfinity;
        int trimmed = 0;
        for (int i = 0; i < after.Length; i++)
        {
            double g = calibrator.Factors[i];
            after[i] = weights[i] * g;
            smallest = Math.Min(smallest, g);
            largest = Math.Max(largest, g);
            if (g == options.LowerBound || g == options.UpperBound) trimmed++;
        }
        if (!met) found.AddRange(Unmet(used, auxiliaries, cells, calibrator, options));
        if (met && smallest <= 0)
        {
            found.Add(new ValidationIssue("surveys.weight-not-positive", Severity.Error, Place.Whole, new BilingualText(
                "线性校准产生了非正权重，请设定下限或改用乘法距离", "the linear distance made a weight that is not positive; set a lower bound or use the raking distance")));
        }
        SurveyDesign? design = found.Count > 0 ? null
            : With(after, new ScoreProjection(weights, after, cells, auxiliaries, options.Residual), new CalibrationStep(weights, cells, targets, auxiliaries, options));
        return new CalibrationResult(design, new ValidationReport(found))
        {
            Iterations = calibrator.Iterations,
            LargestDeviation = calibrator.LargestDeviation,
            SmallestFactor = smallest,
            LargestFactor = largest,
            Trimmed = trimmed,
        };
    }

    /// <summary>Weights held within two bounds, what is cut off shared among the others in proportion, until all are within (权重截断). Source: Potter (1990).</summary>
    /// <param name="lower">The smallest weight allowed.</param>
    /// <param name="upper">The largest weight allowed.</param>
    /// <remarks>The sum stays; margins met before are met no longer: calibrate with bounds to have both. The errors of the result take the weights as given.</remarks>
    /// <exception cref="ArgumentException">No weights within the bounds have this sum.</exception>
    public SurveyDesign Trimmed(double lower, double upper)
    {
        double total = Population;
        if (!(lower <= upper) || !(lower * Count <= total && total <= upper * Count)) throw new ArgumentException("No weights within these bounds have the sum of these.", nameof(upper));
        // the wanted weights are clamp(c·w); their sum rises with c
        double low = 0, high = 1;
        while (SumClamped(high) < total) high *= 2;
        for (int k = 0; k < 200 && low < high; k++)
        {
            double middle = (low + high) / 2;
            if (middle == low || middle == high) break;
            if (SumClamped(middle) < total) low = middle; else high = middle;
        }
        return Reweighted(Array.ConvertAll(weights, w => Math.Clamp(w * high, lower, upper)));

        double SumClamped(double c) => Numerics.Sums.Of(Array.ConvertAll(weights, w => Math.Clamp(w * c, lower, upper)));
    }

    private static IEnumerable<ValidationIssue> Unmet((CategoricalColumn Column, PopulationMargin Population)[] margins, IReadOnlyList<AuxiliaryTotal> auxiliaries, MarginCells cells, Calibrator calibrator, CalibrationOptions options)
    {
        for (int m = 0; m < margins.Length; m++)
        {
            for (int k = cells.Offsets[m]; k < cells.Offsets[m + 1]; k++)
                if (!(calibrator.Deviations[k] <= options.Tolerance)) yield return Issue(margins[m].Population.Variable, margins[m].Column.Levels[k - cells.Offsets[m]], calibrator.Deviations[k]);
        }
        for (int a = 0; a < auxiliaries.Count; a++)
            if (!(calibrator.Deviations[cells.AllLevels + a] <= options.Tolerance)) yield return Issue(auxiliaries[a].Name, "", calibrator.Deviations[cells.AllLevels + a]);

        ValidationIssue Issue(string variable, string level, double deviation)
        {
            string off = deviation.ToString("E1", CultureInfo.InvariantCulture), name = level.Length == 0 ? variable : $"{variable} = {level}";
            return new ValidationIssue("surveys.margin-not-met", Severity.Error, new Place { Column = variable }, new BilingualText(
                $"{calibrator.Iterations} 次迭代后仍无法满足“{name}”的总体数，相对偏差 {off}", $"the population of '{name}' is not met after {calibrator.Iterations} iterations, off by {off} of it"));
        }
    }
}
