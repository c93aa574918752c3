namespace UrbanHealth.Indicators;

/// <summary>One evaluation of a varied plan in one year.</summary>
/// <param name="Scores">The composites, one an area.</param>
/// <param name="Ranks">Their ranks.</param>
/// <param name="Shift">The mean shift of the ranks from those of the plan.</param>
internal sealed record VariedOutput(double[] Scores, double[] Ranks, double Shift)
{
    /// <summary>Evaluates varied plans, one after the other.</summary>
    /// <param name="run">The run, of one year.</param>
    /// <param name="own">The ranks of the plan itself.</param>
    public sealed class Evaluator(VariationRun run, double[] own)
    {
        private readonly double[] weights = new double[run.WeightCount];
        private readonly double[][] composites = run.Composites();

        /// <summary>The evaluation; null, with the reason, when it has failed. The numbers are those of <see cref="VariationRun.Score"/>.</summary>
        public VariedOutput? At(int[] alternatives, long? weightDraw, long? errorDraw, out BilingualText? failure)
        {
            failure = run.Score(alternatives, weightDraw, errorDraw, weights, composites);
            if (failure is not null) return null;
            double[] scores = [.. composites[0]], ranks = Ranking.Of(scores, run.Variation.Plan.Ties);
            return new VariedOutput(scores, ranks, RankShift.Mean(own, ranks));
        }
    }
}
