using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>One combination of alternatives: fitted once, its scores normalised once, then put together under any weights.</summary>
internal sealed class VariedPlan
{
    private readonly int[] years; // places in the panel
    private readonly PlanVariation variation;
    private readonly YearRange? baseline;
    private readonly Lazy<EvaluationResult> result;
    private readonly Lazy<double[][][]> leaves; // [year][indicator] → one an area
    private readonly Lazy<MeanTree?> means; // null where the tree is not one mean throughout
    private readonly Lazy<double[]?[][]> errors; // the standard errors of the figures

    /// <param name="variation">What varies.</param>
    /// <param name="plan">The plan of the combination.</param>
    /// <param name="panel">Its figures.</param>
    /// <param name="baseline">The years to learn from.</param>
    /// <param name="years">Places in the panel.</param>
    /// <param name="tree">The tree that drawn weights are of; null where none are drawn.</param>
    public VariedPlan(PlanVariation variation, EvaluationPlan plan, Panel panel, YearRange? baseline, int[] years, ScoreTree? tree = null)
    {
        (this.variation, this.years, this.baseline, Plan, Panel) = (variation, years, baseline, plan, panel);
        try
        {
            EvaluationModel model = plan.Fit(panel, baseline);
            if (tree is null || model.Tree.HasNodesOf(tree)) Model = model;
            else Failure = new("其框架的维度结构与原方案不同，变动的权重无从对应", "its framework has other dimensions than the plan's, which the varied weights are of");
        }
        catch (InvalidDocumentException e)
        {
            ValidationIssue issue = e.Report.First(i => i.Severity == Severity.Error);
            Failure = new(issue.In(Language.Chinese), issue.In(Language.English));
        }
        catch (ArgumentException e)
        {
            Failure = new(e.Message, e.Message);
        }
        if (Model is null)
        {
            result = new(() => throw new InvalidOperationException("The combination could not be fitted."));
            (leaves, means, errors) = (new(() => []), new(() => null), new(() => []));
            return;
        }
        Weights = TreeWeights.Of(Model, variation.WeightVariations);
        result = new(() => Model.Evaluate(panel, threads: 1));
        errors = new(() => variation.Error!.ErrorsOf(panel));
        leaves = new(() => Leaves(Model, Model.Filled(panel)));
        means = new(() => MeanTree.Of(Model, Weights, leaves.Value));
    }

    public EvaluationPlan Plan { get; }

    public Panel Panel { get; }

    /// <summary>Null where the combination cannot be fitted; <see cref="Failure"/> then says why.</summary>
    public EvaluationModel? Model { get; }

    public BilingualText? Failure { get; }

    /// <summary>The combination without varied weights or errors.</summary>
    public EvaluationResult Result => result.Value;

    /// <summary>How its weights are drawn; null where it cannot be fitted.</summary>
    public TreeWeights? Weights { get; }

    /// <summary>The composites under the combination's own weights.</summary>
    public void Score(double[][] composites)
    {
        for (int y = 0; y < years.Length; y++) Result.ScoresAt(Model!.Framework.Code, years[y]).Span.CopyTo(composites[y]);
    }

    /// <summary>Its tree for several draws of weights together; null where it is not one mean throughout.</summary>
    public MeanTree? Means => means.Value;

    /// <summary>The composites under drawn weights; what no rule is defined for is NaN.</summary>
    public void Score(ReadOnlySpan<double> weights, double[][] composites)
    {
        if (Means is { } ready) ready.Score(weights, composites);
        else
            for (int y = 0; y < years.Length; y++) TreeComposites.Of(Model!, leaves.Value[y], weights, composites[y]);
        Veto(composites);
    }

    /// <summary>What vetoes make of the composites.</summary>
    public void Veto(double[][] composites)
    {
        if (Plan.BottomLine is VetoRule rule) Veto(rule, Result.BottomLines, composites);
    }

    /// <summary>The figures with errors drawn; null, with the reason, when one finds no possible value.</summary>
    public Panel? DrawErrors(Philox random, long draw, out BilingualText? failure) => MeasurementError.Draw(Panel, errors.Value, random, draw, out failure);

    /// <summary>The composites of other figures, under drawn weights or, where there are none, the model's own.</summary>
    public BilingualText? Score(Panel drawn, ReadOnlySpan<double> weights, bool refit, double[][] composites)
    {
        EvaluationModel model = Model!;
        if (refit)
        {
            var anew = new VariedPlan(variation, Plan, drawn, baseline, years);
            if (anew.Failure is { } failure) return failure;
            model = anew.Model!;
        }
        if (weights.IsEmpty)
        {
            EvaluationResult evaluated = model.Evaluate(drawn, threads: 1);
            for (int y = 0; y < years.Length; y++) evaluated.ScoresAt(model.Framework.Code, years[y]).Span.CopyTo(composites[y]);
            return null;
        }
        Panel figures = model.Filled(drawn);
        double[][][] scores = Leaves(model, figures);
        for (int y = 0; y < years.Length; y++) TreeComposites.Of(model, scores[y], weights, composites[y]);
        if (Plan.BottomLine is VetoRule rule) Veto(rule, BottomLines.Of(model, figures), composites);
        return null;
    }

    private double[][][] Leaves(EvaluationModel model, Panel panel) => Array.ConvertAll(years, y =>
    {
        var columns = new double[model.Framework.Indicators.Count][];
        for (int i = 0; i < columns.Length; i++) model.Scoring.Indicator(i, panel.ColumnAt(y, i).Span, columns[i] = new double[panel.Areas.Count]);
        return columns;
    });

    /// <summary>Every unmet bottom line lies below the root, so the composite is what the rule says.</summary>
    private void Veto(VetoRule rule, BottomLines bottomLines, double[][] composites)
    {
        for (int y = 0; y < years.Length; y++)
            for (int a = 0; a < composites[y].Length; a++)
                if (bottomLines.IsVetoed(0, a, years[y])) composites[y][a] = rule.Outcome == VetoOutcome.Zero ? 0 : double.NaN;
    }
}
