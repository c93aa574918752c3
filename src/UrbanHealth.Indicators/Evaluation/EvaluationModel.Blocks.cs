namespace UrbanHealth.Indicators;

public sealed partial class EvaluationModel
{
    /// <summary>Evaluates a panel that comes in blocks of areas (分块评价), one result a block, each made when it is asked for.</summary>
    /// <remarks>
    /// The scores have the bits of <see cref="Evaluate(Panel, int?, CancellationToken)"/> of the whole. A result's ranks are within its block: ranks over all blocks
    /// are made by a <see cref="RankCollector"/>. Nothing is kept of a block that was passed.
    /// </remarks>
    /// <param name="blocks">Panels of the same framework; every area in one.</param>
    /// <param name="threads">The most threads to use on a block; the bits are the same for any number.</param>
    /// <param name="progress">Told the number of areas evaluated so far.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidOperationException">A method compares areas with each other, so that a block's scores would not be those of the whole.</exception>
    public IEnumerable<EvaluationResult> Evaluate(IEnumerable<Panel> blocks, int? threads = null, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        foreach (ScoreTree.Node node in Tree.Nodes)
            if (Aggregations[node.Code] is not RowAggregation) throw new InvalidOperationException($"The aggregation of {node.Code} ({Aggregations[node.Code].Describe(Language.English)}) compares all areas with each other and cannot be taken block by block.");
        if (Imputation is { IsRelative: true }) throw new InvalidOperationException("The imputation reads the other areas of a panel and cannot be taken block by block: impute the whole first.");
        return Results();

        IEnumerable<EvaluationResult> Results()
        {
            long areas = 0;
            foreach (Panel block in blocks)
            {
                cancellation.ThrowIfCancellationRequested();
                EvaluationResult result = Evaluate(block, threads, cancellation);
                yield return result;
                progress?.Report(areas += block.Areas.Count);
            }
        }
    }
}
