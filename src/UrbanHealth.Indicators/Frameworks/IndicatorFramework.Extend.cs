namespace UrbanHealth.Indicators;

public sealed partial class IndicatorFramework
{
    /// <summary>This framework with more indicators at the end of a dimension (增加地方特色指标); nothing else is touched.</summary>
    /// <param name="dimension">The code of the dimension.</param>
    /// <param name="indicators">The indicators, usually of the origin <see cref="IndicatorOrigin.Local"/> or <see cref="IndicatorOrigin.Provincial"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such dimension.</exception>
    /// <exception cref="InvalidDocumentException">The result does not hold together, such as by a code that is taken, or a weight that only some siblings have.</exception>
    public IndicatorFramework Extend(string dimension, params Indicator[] indicators) =>
        Change(dimension, d => d with { Indicators = [.. d.Indicators, .. indicators ?? throw new ArgumentNullException(nameof(indicators))] });

    /// <summary>This framework with more dimensions at the end of a dimension (增加维度); nothing else is touched.</summary>
    /// <param name="dimension">The code of the dimension above them; that of the framework for the top.</param>
    /// <param name="dimensions">The dimensions, with all that is in them.</param>
    /// <exception cref="KeyNotFoundException">There is no such dimension.</exception>
    /// <exception cref="InvalidDocumentException">The result does not hold together.</exception>
    public IndicatorFramework Extend(string dimension, params Dimension[] dimensions) =>
        Change(dimension, d => d with { Dimensions = [.. d.Dimensions, .. dimensions ?? throw new ArgumentNullException(nameof(dimensions))] });

    /// <summary>This framework with more quantities (增加基础数据).</summary>
    /// <exception cref="InvalidDocumentException">A code is taken or empty.</exception>
    public IndicatorFramework WithQuantities(params Quantity[] quantities) =>
        new(Root, [.. Quantities, .. quantities ?? throw new ArgumentNullException(nameof(quantities))], Version, Source);

    /// <summary>This framework with an indicator in the place of the one of its code, such as a national one with the city's own standards.</summary>
    /// <exception cref="KeyNotFoundException">There is no indicator of the code.</exception>
    /// <exception cref="InvalidDocumentException">The result does not hold together.</exception>
    public IndicatorFramework Replace(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        _ = IndexOf(indicator.Code);
        return Change(ParentOf(indicator.Code)!, d => d with { Indicators = [.. d.Indicators.Select(i => i.Code == indicator.Code ? indicator : i)] });
    }

    /// <summary>This framework with given weights (改写权重) of dimensions and indicators, by code; the weights of all others stay.</summary>
    /// <param name="weights">The weight of each code; null takes the weight away.</param>
    /// <exception cref="KeyNotFoundException">A code is of no dimension and no indicator.</exception>
    /// <exception cref="InvalidDocumentException">A weight is negative or not finite, or only some siblings have one.</exception>
    public IndicatorFramework WithWeights(IReadOnlyDictionary<string, double?> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        foreach (string code in weights.Keys)
            if (!dimensionIndex.ContainsKey(code)) _ = IndexOf(code);
        return new IndicatorFramework(Weighted(Root), Quantities, Version, Source);

        double? WeightOf(string code, double? now) => weights.TryGetValue(code, out double? given) ? given : now;

        Dimension Weighted(Dimension node) => node with
        {
            Weight = WeightOf(node.Code, node.Weight),
            Dimensions = [.. node.Dimensions.Select(Weighted)],
            Indicators = [.. node.Indicators.Select(i => i with { Weight = WeightOf(i.Code, i.Weight) })],
        };
    }

    /// <summary>This framework under another identity, as an extended list needs: it is no longer the national one.</summary>
    /// <exception cref="InvalidDocumentException">A text is empty, or the code is taken by something inside.</exception>
    public IndicatorFramework As(string code, string name, string version, string? source = null) => new(Root with { Code = code, Name = name, EnglishName = null }, Quantities, version, source);

    private IndicatorFramework Change(string dimension, Func<Dimension, Dimension> change)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        if (!dimensionIndex.ContainsKey(dimension)) throw new KeyNotFoundException($"The framework {Code} has no dimension {dimension}.");
        return new IndicatorFramework(Changed(Root), Quantities, Version, Source);

        // an untouched branch stays the same object
        Dimension Changed(Dimension node)
        {
            if (node.Code == dimension) return change(node);
            Dimension[] below = [.. node.Dimensions.Select(Changed)];
            return below.Zip(node.Dimensions).All(p => ReferenceEquals(p.First, p.Second)) ? node : node with { Dimensions = below };
        }
    }
}
