using System.Collections.Frozen;

namespace UrbanHealth.Indicators;

/// <summary>What is measured (指标体系): a tree of dimensions and indicators of any depth, and the quantities behind them.</summary>
/// <remarks>Immutable and thread-safe. Two frameworks are equal when their trees, quantities, versions and sources are. The root is itself a <see cref="Dimension"/>: the composite of all.</remarks>
public sealed partial class IndicatorFramework : IEquatable<IndicatorFramework>
{
    private readonly FrozenDictionary<string, int> indicatorIndex;
    private readonly FrozenDictionary<string, Dimension> dimensionIndex;
    private readonly FrozenDictionary<string, string> parents;

    /// <summary>A framework of a tree and its quantities.</summary>
    /// <exception cref="InvalidDocumentException">The tree does not hold together; the exception has every finding.</exception>
    public IndicatorFramework(Dimension root, IEnumerable<Quantity>? quantities = null, string version = "1", string? source = null)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(version);
        Root = root;
        Version = version;
        Source = source;
        Quantities = ValueList<Quantity>.Of([.. quantities ?? []]);
        ValidationReport report = FrameworkValidation.Check(root, Quantities, version);
        if (!report.IsValid) throw new InvalidDocumentException(report);

        var indicators = new List<Indicator>();
        var dimensions = new List<Dimension>();
        var up = new Dictionary<string, string>(StringComparer.Ordinal);
        Walk(root);
        Indicators = indicators;
        Dimensions = dimensions;
        indicatorIndex = indicators.Select((x, i) => (x.Code, i)).ToFrozenDictionary(p => p.Code, p => p.i, StringComparer.Ordinal);
        dimensionIndex = dimensions.ToFrozenDictionary(d => d.Code, StringComparer.Ordinal);
        parents = up.ToFrozenDictionary(StringComparer.Ordinal);

        void Walk(Dimension node)
        {
            dimensions.Add(node);
            foreach (Dimension child in node.Dimensions) { up[child.Code] = node.Code; Walk(child); }
            foreach (Indicator child in node.Indicators) { up[child.Code] = node.Code; indicators.Add(child); }
        }
    }

    /// <summary>The root of the tree: the composite of all.</summary>
    public Dimension Root { get; }

    /// <summary>The stable code of the framework: that of its root.</summary>
    public string Code => Root.Code;

    /// <summary>The name of the framework: that of its root.</summary>
    public string Name => Root.Name;

    /// <summary>The version of the catalogue, such as 2023.</summary>
    public string Version { get; }

    /// <summary>The document or body it comes from.</summary>
    public string? Source { get; }

    /// <summary>Every indicator, in the order of the tree (its columns in a panel).</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>Every dimension in preorder; the root is first.</summary>
    public IReadOnlyList<Dimension> Dimensions { get; }

    /// <summary>The raw quantities behind the indicators.</summary>
    public IReadOnlyList<Quantity> Quantities { get; }

    /// <summary>The indicator of a code.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Indicator this[string code] => Indicators[IndexOf(code)];

    /// <summary>The place of an indicator in <see cref="Indicators"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public int IndexOf(string code) => indicatorIndex.TryGetValue(code ?? throw new ArgumentNullException(nameof(code)), out int i) ? i : throw new KeyNotFoundException($"The framework {Code} has no indicator {code}.");

    /// <summary>The indicator of a code, or null.</summary>
    public Indicator? FindIndicator(string code) => indicatorIndex.TryGetValue(code ?? throw new ArgumentNullException(nameof(code)), out int i) ? Indicators[i] : null;

    /// <summary>The dimension of a code, or null.</summary>
    public Dimension? FindDimension(string code) => dimensionIndex.GetValueOrDefault(code ?? throw new ArgumentNullException(nameof(code)));

    /// <summary>The code of the dimension above an indicator or a dimension; null for the root.</summary>
    public string? ParentOf(string code) => parents.GetValueOrDefault(code ?? throw new ArgumentNullException(nameof(code)));

    /// <inheritdoc/>
    public bool Equals(IndicatorFramework? other) =>
        ReferenceEquals(this, other)
        || other is not null && Version == other.Version && Source == other.Source && Root.Equals(other.Root) && Quantities.Equals(other.Quantities);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IndicatorFramework);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Version, Indicators.Count, Dimensions.Count, Quantities.Count);

    /// <summary>Such as <c>宜昌市城市体检 (yichang 2025): 9 dimensions, 77 indicators</c>; the root is not counted.</summary>
    public override string ToString() => $"{Name} ({Code} {Version}): {Dimensions.Count - 1} dimensions, {Indicators.Count} indicators";
}
