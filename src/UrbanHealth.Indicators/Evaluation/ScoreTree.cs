namespace UrbanHealth.Indicators;

/// <summary>The framework's tree by numbers: nodes in preorder, so that a node's children always come after it.</summary>
internal sealed class ScoreTree
{
    public ScoreTree(IndicatorFramework framework)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < framework.Dimensions.Count; i++) places.Add(framework.Dimensions[i].Code, i);
        Nodes = [.. framework.Dimensions.Select(d => new Node(d,
        [
            .. d.Dimensions.Where(Measures).Select(c => new Child(c.Code, false, places[c.Code], c.Weight)),
            .. d.Indicators.Select(c => new Child(c.Code, true, framework.IndexOf(c.Code), c.Weight)),
        ]))];
    }

    public Node[] Nodes { get; }

    private static bool Measures(Dimension dimension) => dimension.Indicators.Count > 0 || dimension.Dimensions.Any(Measures);

    /// <summary>A dimension and its children: dimensions first, then indicators. A dimension with no indicator below it has none and is nobody's child.</summary>
    public sealed record Node(Dimension Dimension, Child[] Children)
    {
        public string Code => Dimension.Code;
    }

    /// <summary>A child by its place among the dimensions or among the indicators.</summary>
    public readonly record struct Child(string Code, bool IsIndicator, int Index, double? Given);
}
