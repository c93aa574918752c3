using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>A node of the tree while its weights, its aggregation and its grades are learned from scores that come in parts, in this order.</summary>
internal sealed class PartialNode
{
    private enum Step { Children, Weights, Aggregation, Grades, Done }

    private readonly EvaluationPlan plan;
    private readonly ScoreTree.Node node;
    private readonly Siblings siblings; // with no row
    private readonly PartialWeighting? weighting;
    private ExactMoments[] columns = [];
    private ExactMoments composites = new();
    private readonly ColumnMemory kept;
    private Step step;
    private string? failure; // the scores that a method is not defined for, in this pass

    public PartialNode(EvaluationPlan plan, ScoreTree.Node node, WholeColumnRule wholeColumns)
    {
        kept = ColumnMemory.Of(wholeColumns);
        this.plan = plan;
        this.node = node;
        siblings = node.Children.Length == 0 ? new Siblings(Matrix.FromMemory(ReadOnlyMemory<double>.Empty)) : PlanFitting.SiblingsOf(plan, node, Matrix.FromMemory(new ReadOnlyMemory<double>[node.Children.Length]), []);
        weighting = node.Children.Length == 0 ? null : Weighting.Start(node.Children.Length);
    }

    public Weighting Weighting => plan.WeightingOf.GetValueOrDefault(node.Code, plan.Weighting);

    /// <summary>True when the weighting needs every row at once.</summary>
    public bool NeedsRows => weighting is null && node.Children.Length > 0;

    /// <summary>True when the aggregation can be learned from parts.</summary>
    public bool CanAggregate => plan.AggregationAt(node.Code) is RowAggregation or { LearnsFromMoments: true };

    /// <summary>True when the composites have to be kept for the grades.</summary>
    public bool KeepsComposites => plan.Grading?.LearnedFrom == LearnedFrom.WholeColumn;

    public WeightSet? Weights { get; private set; }

    public Aggregation? Aggregation { get; private set; }

    public FittedGrading? Grading { get; private set; }

    /// <summary>True when its composites can be computed.</summary>
    public bool IsScorable => step is Step.Grades or Step.Done;

    /// <summary>True when it has to see the scores of its children in the next pass.</summary>
    public bool IsWaiting => step is Step.Weights or Step.Aggregation or Step.Grades;

    /// <summary>Takes the scores of the children in a part, where it waits for them.</summary>
    /// <param name="children">Rows are areas, columns the children.</param>
    /// <param name="rowYears">The year of each row.</param>
    /// <param name="scored">Whether the composites are asked for.</param>
    /// <returns>The composites; empty when they are not asked for.</returns>
    public double[] Learn(Matrix children, int[] rowYears, bool scored)
    {
        if (step == Step.Weights) weighting!.Add(children, rowYears);
        else if (step == Step.Aggregation) for (int j = 0; j < columns.Length; j++) columns[j].Add(children.Column(j));
        if (!scored && step != Step.Grades) return [];
        double[] scores = Composites(children);
        if (step != Step.Grades) return scores;
        if (KeepsComposites) kept.Add(scores);
        else composites.Add(scores);
        return scores;
    }

    private double[] Composites(Matrix children)
    {
        try
        {
            return Scoring.Node(Aggregation!, plan.ThresholdAt(node.Code), children, [.. Weights!.Values]);
        }
        catch (ArgumentException e)
        {
            Fail(e.Message);
            var missing = new double[children.Rows];
            Array.Fill(missing, double.NaN);
            return missing;
        }
    }

    /// <summary>Of several failures the same one stands, whatever came first.</summary>
    private void Fail(string message) => failure = failure is null || string.CompareOrdinal(message, failure) < 0 ? message : failure;

    /// <summary>Ends the pass that it waited for, if it did, and goes as far as it can without another.</summary>
    /// <param name="waited">Whether a pass has ended.</param>
    /// <param name="childrenScorable">Whether the composites of all children can be computed.</param>
    /// <param name="issues">Takes what cannot be fitted.</param>
    public void Advance(bool waited, bool childrenScorable, List<ValidationIssue> issues)
    {
        if (failure is not null)
        {
            ValidationIssue issue = PlanIssues.Unfittable(node.Dimension, failure);
            if (!issues.Contains(issue)) issues.Add(issue);
            failure = null;
        }
        if (step == Step.Children)
        {
            if (node.Children.Length == 0)
            {
                issues.Add(PlanIssues.Empty(node.Dimension, plan.Framework.Code == node.Code));
                Weights = new WeightSet([], "none");
                Aggregation = plan.AggregationAt(node.Code);
                step = Step.Done;
                return;
            }
            if (!childrenScorable) return;
            step = Step.Weights;
            waited = false;
        }
        if (step == Step.Weights)
        {
            if (waited) weighting!.EndPass();
            if (weighting!.NeedsRows) return;
            FinishWeights(issues);
            columns = [.. node.Children.Select(_ => new ExactMoments())];
            step = Step.Aggregation;
            waited = false;
        }
        if (step == Step.Aggregation)
        {
            Aggregation = plan.AggregationAt(node.Code);
            if (Aggregation is not RowAggregation)
            {
                if (!waited) return;
                Guard(issues, () => Aggregation = Aggregation.FitByMoments(columns));
            }
            step = Step.Grades;
            waited = false;
        }
        if (step != Step.Grades) return;
        if (plan.Grading is { } grading)
        {
            if (!waited && grading.LearnedFrom != LearnedFrom.Nothing) return;
            Guard(issues, () => Grading = grading.LearnedFrom switch
            {
                LearnedFrom.Nothing => grading.Fit([]),
                LearnedFrom.Moments => grading.Fit(composites),
                _ => grading.Fit(kept.Sorted()),
            });
        }
        step = Step.Done;
    }

    public void Add(PartialNode other)
    {
        if (other.failure is not null) Fail(other.failure);
        if (step == Step.Weights) weighting!.Add(other.weighting!);
        else if (step == Step.Aggregation) for (int j = 0; j < columns.Length; j++) columns[j].Add(other.columns[j]);
        else if (step == Step.Grades)
        {
            composites.Add(other.composites);
            kept.Add(other.kept);
        }
    }

    public void Write(List<string> text)
    {
        text.Add(failure ?? "");
        text.Add(step.ToString());
        if (step == Step.Weights) weighting!.Write(text);
        else if (step == Step.Aggregation) text.AddRange(columns.Select(c => c.ToString()));
        else if (step == Step.Grades)
        {
            text.Add(composites.ToString());
            kept.Write(text);
        }
    }

    /// <exception cref="FormatException">It is not what <see cref="Write"/> wrote.</exception>
    public void Read(Queue<string> text, PartialFitDocument document)
    {
        failure = text.Dequeue() is { Length: > 0 } message ? message : null;
        if (!Enum.TryParse(text.Dequeue(), out step)) throw new FormatException("A step was expected.");
        Weights = document.Weights.GetValueOrDefault(node.Code);
        Aggregation = document.Aggregations.GetValueOrDefault(node.Code);
        Grading = document.Gradings.GetValueOrDefault(node.Code);
        if (step > Step.Weights && (Weights?.Values.Count != node.Children.Length || (step > Step.Aggregation && Aggregation is not RowAggregation))) throw new FormatException($"What was learned of {node.Code} is missing.");
        if (step == Step.Weights) weighting!.Read(text);
        else if (step == Step.Aggregation) columns = [.. node.Children.Select(_ => ExactMoments.Parse(text.Dequeue()))];
        else if (step == Step.Grades)
        {
            composites = ExactMoments.Parse(text.Dequeue());
            kept.Read(text);
        }
    }

    private void FinishWeights(List<ValidationIssue> issues)
    {
        try
        {
            Weights = weighting!.Finish(siblings);
        }
        catch (ArgumentException e)
        {
            issues.Add(PlanIssues.Unweighable(node.Dimension, e.Message));
            Weights = Indicators.Weighting.Equal().Weigh(siblings); // the error stands in the report; this only lets the other nodes be looked at
        }
    }

    private void Guard(List<ValidationIssue> issues, Action fit)
    {
        try
        {
            fit();
        }
        catch (ArgumentException e)
        {
            issues.Add(PlanIssues.Unfittable(node.Dimension, e.Message));
            if (Aggregation is not RowAggregation) Aggregation = Indicators.Aggregation.Arithmetic(); // as above
        }
    }
}
