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

    /// <summary>True when every node has the same children in the same order, so that the weights of one tree are those of the other.</summary>
    public bool HasNodesOf(ScoreTree other) => Nodes.Length == other.Nodes.Length
        && Nodes.Zip(other.Nodes).All(p => p.First.Code == p.Second.Code && p.First.Children.Select(c => c.Code).SequenceEqual(p.Second.Children.Select(c => c.Code), StringComparer.Ordinal));

    private static bool Measures(Dimension dimension) => dimension.Indicators.Count > 0 || dimension.Dimensions.Any(Measures);

    /// <summary>A dimension and its children: dimensions first, then indicators. A dimension with no indicator below it has none and is nobody's child.</summary>
    public sealed record Node(Dimension Dimension, Child[] Children)
    {
        public string Code => Dimension.Code;
    }

    /// <summary>A child by its place among the dimensions or among the indicators.</summary>
    public readonly record struct Child(string Code, bool IsIndicator, int Index, double? Given);
}
