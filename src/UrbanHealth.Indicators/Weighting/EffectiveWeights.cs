namespace UrbanHealth.Indicators;

/// <summary>Weights in the whole (有效权重): the product of the weights up the tree.</summary>
public static class EffectiveWeights
{
    /// <summary>The effective weight of every dimension and indicator by its code; that of the root is 1.</summary>
    /// <param name="framework">The tree.</param>
    /// <param name="weights">The weights of the children by the code of their parent: dimensions first, then indicators, as the tree has them.</param>
    /// <exception cref="ArgumentException">A dimension has no weights, or not one for each child.</exception>
    public static IReadOnlyDictionary<string, double> Of(IndicatorFramework framework, IReadOnlyDictionary<string, WeightSet> weights)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(weights);
        var effective = new Dictionary<string, double>(StringComparer.Ordinal) { [framework.Root.Code] = 1 };
        foreach (Dimension node in framework.Dimensions) // preorder: a parent comes before its children
        {
            string[] children = [.. node.Dimensions.Select(d => d.Code), .. node.Indicators.Select(i => i.Code)];
            if (children.Length == 0) continue;
            if (!weights.TryGetValue(node.Code, out WeightSet? set) || set.Values.Count != children.Length) throw new ArgumentException($"There is not one weight for each child of {node.Code}.", nameof(weights));
            for (int k = 0; k < children.Length; k++) effective[children[k]] = effective[node.Code] * set.Values[k];
        }
        return effective;
    }
}
