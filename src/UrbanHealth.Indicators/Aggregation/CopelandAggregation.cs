namespace UrbanHealth.Indicators;

/// <summary>The Copeland rule (Copeland 法): how many areas this one beats on most of the weight, less how many beat it, −(n − 1)…n − 1. Source: Copeland (1951); COINr, <c>a_copeland</c>.</summary>
/// <remarks>Non-compensatory: only the order of scores counts. It compares areas with each other and cannot be frozen: adding an area may move all. Pairs are compared on what both have.</remarks>
public sealed record CopelandAggregation : Aggregation
{
    /// <inheritdoc/>
    public override bool IsRelative => true;

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese ? "Copeland 法" : "Copeland rule";

    /// <inheritdoc/>
    public override void Aggregate(Matrix scores, ReadOnlySpan<double> weights, Span<double> composites)
    {
        CheckShapes(scores, weights, composites);
        IReadOnlyList<double> copeland = OutrankingMatrix.Of(scores, weights).CopelandScores();
        for (int i = 0; i < composites.Length; i++) composites[i] = copeland[i];
    }

    /// <summary>Null: the rule compares areas with each other.</summary>
    public override RowAggregation? Fit(Matrix scores, ReadOnlySpan<double> weights) => null;
}
