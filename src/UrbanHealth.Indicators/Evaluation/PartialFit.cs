using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>A fit from blocks of areas (分块拟合): a panel larger than memory, or on several machines, learned to the bits of one <see cref="EvaluationPlan.Fit(Panel, YearRange?)"/>.</summary>
/// <remarks>
/// A block is a panel of the plan's framework with some of the areas and all the years that belong to them; every area is in one block.
/// The blocks are read in as many passes as the plan needs: one for the normalisations, and one or more for each level of the tree whose
/// weights, aggregation or grades are learned from scores. What is kept between blocks is counts, extremes and exactly rounded sums, so
/// neither the size of the blocks, nor their order, nor where they were read shows in a bit of the model. Not thread-safe: give every thread its own
/// part and merge them.
/// </remarks>
public sealed partial class PartialFit
{
    private readonly WholeColumnRule wholeColumns;
    private readonly YearRange? baseline;
    private readonly ScoreTree tree;
    private readonly PartialIndicator[] indicators;
    private readonly PartialNode[] nodes;
    private readonly List<ValidationIssue> issues = [];
    private int? firstYear;
    private int? lastYear;

    internal PartialFit(EvaluationPlan plan, YearRange? baseline, WholeColumnRule wholeColumns)
    {
        if (!Enum.IsDefined(wholeColumns)) throw new ArgumentOutOfRangeException(nameof(wholeColumns));
        Plan = plan;
        this.baseline = baseline;
        this.wholeColumns = wholeColumns;
        tree = new ScoreTree(plan.Framework);
        indicators = [.. plan.Framework.Indicators.Select(i => new PartialIndicator(plan, i, wholeColumns))];
        nodes = [.. tree.Nodes.Select(n => new PartialNode(plan, n, wholeColumns))];
        var found = new List<ValidationIssue>();
        PlanIssues.CheckNames(plan, found);
        PlanIssues.CheckBlocks(plan, wholeColumns, indicators, tree, nodes, found);
        var report = new ValidationReport(found);
        if (!report.IsValid) throw new InvalidDocumentException(report);
        issues.AddRange(found);
    }

    /// <summary>What is fitted.</summary>
    public EvaluationPlan Plan { get; }

    /// <summary>The pass over the blocks, from 1.</summary>
    public int Pass { get; private set; } = 1;

    /// <summary>True while blocks are awaited in this pass; false when <see cref="Finish"/> can be called.</summary>
    public bool NeedsBlocks { get; private set; } = true;

    /// <summary>The rows that were read in this pass: areas times their years of the baseline.</summary>
    public long Rows { get; private set; }

    /// <summary>Adds a block to the pass.</summary>
    /// <returns>This fit.</returns>
    /// <exception cref="ArgumentException">The block is of another framework.</exception>
    /// <exception cref="InvalidOperationException">No more blocks are needed.</exception>
    public PartialFit Add(Panel block)
    {
        ArgumentNullException.ThrowIfNull(block);
        block = block.Under(Plan.Framework, nameof(block));
        if (!NeedsBlocks) throw new InvalidOperationException("Every pass is done: finish the fit.");
        int[] years = [.. Enumerable.Range(0, block.Years.Count).Where(y => baseline?.Contains(block.Years[y]) ?? true)];
        if (years.Length == 0 || block.Areas.Count == 0) return this;
        if (Plan.Imputation is { } imputation) block = imputation.Apply(block);
        Rows += (long)years.Length * block.Areas.Count;
        SeeYears(block.Years[years[0]], block.Years[years[^1]]);
        if (Pass > 1) Score(block, years);
        else
            for (int i = 0; i < indicators.Length; i++)
                foreach (int y in years) indicators[i].Learn(block.ColumnAt(y, i).Span);
        return this;
    }

    /// <summary>Adds what another part read of other areas in the same pass.</summary>
    /// <returns>This fit.</returns>
    /// <exception cref="ArgumentException">The other is of another plan, baseline or pass.</exception>
    public PartialFit Merge(PartialFit other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (ReferenceEquals(this, other)) throw new ArgumentException("A part cannot be merged with itself.", nameof(other));
        if (other.Pass != Pass) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"One part is in pass {Pass} and the other in pass {other.Pass}."), nameof(other));
        if (other.baseline != baseline || other.wholeColumns != wholeColumns || (!ReferenceEquals(other.Plan, Plan) && other.Plan.ToJson() != Plan.ToJson()))
            throw new ArgumentException("The parts are of different plans or baselines.", nameof(other));
        Rows += other.Rows;
        if (other.firstYear is { } first && other.lastYear is { } last) SeeYears(first, last);
        if (Pass == 1) for (int i = 0; i < indicators.Length; i++) indicators[i].Add(other.indicators[i]);
        else for (int n = 0; n < nodes.Length; n++) nodes[n].Add(other.nodes[n]);
        return this;
    }

    /// <summary>Ends the pass, when every block was added or merged, and learns from it.</summary>
    /// <returns>True when the same blocks have to be read once more; false when the fit can be finished.</returns>
    /// <exception cref="ArgumentException">No block had a year of the baseline.</exception>
    /// <exception cref="InvalidOperationException">Every pass is done already.</exception>
    public bool NextPass()
    {
        if (!NeedsBlocks) throw new InvalidOperationException("Every pass is done: finish the fit.");
        if (Rows == 0) throw new ArgumentException(baseline is { } years ? $"No block has an area and a year of the baseline {years}." : "No block has an area and a year.");
        if (Pass == 1) FinishIndicators();
        for (int n = nodes.Length - 1; n >= 0; n--)
            nodes[n].Advance(nodes[n].IsWaiting, tree.Nodes[n].Children.All(c => c.IsIndicator || nodes[c.Index].IsScorable), issues);
        NeedsBlocks = Array.Exists(nodes, n => n.IsWaiting);
        Pass++;
        Rows = 0;
        return NeedsBlocks;
    }

    /// <summary>The model, when no more blocks are needed.</summary>
    /// <exception cref="InvalidDocumentException">Something cannot be fitted; the exception has every finding.</exception>
    /// <exception cref="InvalidOperationException">A pass is missing.</exception>
    public EvaluationModel Finish()
    {
        if (NeedsBlocks) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Pass {Pass} is not done: add the blocks and ask for the next pass."));
        var report = new ValidationReport(issues);
        if (!report.IsValid) throw new InvalidDocumentException(report);
        return new EvaluationModel(Plan, baseline ?? YearRange.Of(firstYear!.Value, lastYear!.Value), Plan.Imputation,
            Fitted(i => i.Treatment), Fitted(i => i.Normalization), OfNodes(n => n.Weights), OfNodes(n => n.Aggregation), OfNodes(n => n.Grading), report);
    }

    /// <summary>Such as <c>PartialFit of 城市体检: pass 2, 3000 rows</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"PartialFit of {Plan.Framework.Name}: {(NeedsBlocks ? $"pass {Pass}, {Rows} rows" : "done")}");

    private void SeeYears(int first, int last)
    {
        firstYear = Math.Min(firstYear ?? first, first);
        lastYear = Math.Max(lastYear ?? last, last);
    }

    private void FinishIndicators()
    {
        for (int i = 0; i < indicators.Length; i++)
        {
            indicators[i].Finish();
            if (indicators[i].Failure is { } failure) issues.Add(PlanIssues.Unfittable(Plan.Unfittable, Plan.Framework.Indicators[i], failure));
        }
    }

    /// <summary>Computes the scores that a waiting node has to see, and no others.</summary>
    private void Score(Panel block, int[] years)
    {
        int areas = block.Areas.Count;
        var rowYears = new int[areas * years.Length];
        for (int r = 0; r < rowYears.Length; r++) rowYears[r] = block.Years[years[r / areas]];
        var wanted = new bool[nodes.Length];
        for (int n = 0; n < nodes.Length; n++)
            if (nodes[n].IsWaiting || wanted[n])
                foreach (ScoreTree.Child child in tree.Nodes[n].Children) if (!child.IsIndicator) wanted[child.Index] = true;
        var composites = new double[nodes.Length][];
        for (int n = nodes.Length - 1; n >= 0; n--)
        {
            if (!nodes[n].IsWaiting && !wanted[n]) continue;
            Matrix children = Scoring.Children(tree.Nodes[n], composites, i => Scores(block, years, i));
            composites[n] = nodes[n].Learn(children, rowYears, wanted[n]);
        }
    }

    private double[] Scores(Panel block, int[] years, int indicator)
    {
        int areas = block.Areas.Count;
        var pooled = new double[areas * years.Length];
        for (int y = 0; y < years.Length; y++) block.ColumnAt(years[y], indicator).Span.CopyTo(pooled.AsSpan(y * areas));
        return indicators[indicator].Scores(pooled);
    }

    private Dictionary<string, T> Fitted<T>(Func<PartialIndicator, T?> of) where T : class
    {
        var fitted = new Dictionary<string, T>(StringComparer.Ordinal);
        for (int i = 0; i < indicators.Length; i++)
            if (indicators[i].Failure is null && of(indicators[i]) is { } one) fitted.Add(Plan.Framework.Indicators[i].Code, one);
        return fitted;
    }

    private Dictionary<string, T> OfNodes<T>(Func<PartialNode, T?> of) where T : class
    {
        var fitted = new Dictionary<string, T>(StringComparer.Ordinal);
        for (int n = 0; n < nodes.Length; n++)
            if (of(nodes[n]) is { } one) fitted.Add(tree.Nodes[n].Code, one);
        return fitted;
    }
}
