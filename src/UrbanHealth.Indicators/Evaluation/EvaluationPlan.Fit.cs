namespace UrbanHealth.Indicators;

public sealed partial record EvaluationPlan
{
    /// <summary>Learns bounds and weights from a panel, once and for all (拟合).</summary>
    /// <param name="panel">Figures of the plan's framework.</param>
    /// <param name="baseline">The years to learn from; every year of the panel by default.</param>
    /// <exception cref="InvalidDocumentException">Something cannot be fitted; the exception has every finding.</exception>
    /// <exception cref="ArgumentException">The panel is of another framework or has none of the baseline's years.</exception>
    public EvaluationModel Fit(Panel panel, YearRange? baseline = null)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return new PlanFitting(this, panel, baseline).Fit();
    }

    /// <summary>Learns from a panel that comes in blocks of areas (分块拟合), to the bits of <see cref="Fit(Panel, YearRange?)"/> of the whole.</summary>
    /// <remarks>What is kept of the blocks is counts, extremes and exact sums, whatever the number of areas. How it is done, and how on several machines, is said at <see cref="PartialFit"/>.</remarks>
    /// <param name="blocks">Panels of the plan's framework; every area in one, with all its years. They are gone through once for each pass, so they must be the same each time.</param>
    /// <param name="baseline">The years to learn from; every year of the blocks by default.</param>
    /// <param name="wholeColumns">What is done with a method that has to see a whole column at once; it is refused by default.</param>
    /// <param name="progress">Told the number of areas read so far, over all passes.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    /// <exception cref="InvalidDocumentException">Something cannot be fitted, or not in blocks (<c>plan.not-in-blocks</c>); the exception has every finding.</exception>
    /// <exception cref="ArgumentException">A block is of another framework, or none has a year of the baseline.</exception>
    public EvaluationModel Fit(IEnumerable<Panel> blocks, YearRange? baseline = null, WholeColumnRule wholeColumns = WholeColumnRule.Refuse, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        PartialFit fit = StartFit(baseline, wholeColumns);
        long areas = 0;
        do
        {
            foreach (Panel block in blocks)
            {
                cancellation.ThrowIfCancellationRequested();
                fit.Add(block);
                progress?.Report(areas += block.Areas.Count);
            }
        } while (fit.NextPass());
        return fit.Finish();
    }

    /// <summary>Starts a fit from blocks of areas.</summary>
    /// <param name="baseline">The years to learn from; every year of the blocks by default.</param>
    /// <param name="wholeColumns">What is done with a method that has to see a whole column at once; it is refused by default.</param>
    /// <exception cref="InvalidDocumentException">The plan cannot be fitted in blocks (<c>plan.not-in-blocks</c>); the exception names everything that cannot.</exception>
    public PartialFit StartFit(YearRange? baseline = null, WholeColumnRule wholeColumns = WholeColumnRule.Refuse) => new(this, baseline, wholeColumns);
}
