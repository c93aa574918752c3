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
            .. d.Dimensions.Select(c => new Child(c.Code, false, places[c.Code], c.Weight)),
            .. d.Indicators.Select(c => new Child(c.Code, true, framework.IndexOf(c.Code), c.Weight)),
        ]))];
    }

    public Node[] Nodes { get; }

    /// <summary>A dimension and its children: dimensions first, then indicators.</summary>
    public sealed record Node(Dimension Dimension, Child[] Children)
    {
        public string Code => Dimension.Code;
    }

    /// <summary>A child by its place among the dimensions or among the indicators.</summary>
    public readonly record struct Child(string Code, bool IsIndicator, int Index, double? Given);
}
