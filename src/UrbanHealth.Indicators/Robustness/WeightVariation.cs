using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>How the weights of a plan vary (权重的不确定性): around the fitted ones or anyhow, within ranges and orders named by code.</summary>
/// <remarks>Weights belong to siblings: every node draws its own. Immutable.</remarks>
public sealed record WeightVariation
{
    private WeightVariation() { }

    /// <summary>The standard deviation of the weight of an average sibling, as a share of that weight; null where <see cref="Concentration"/> is given or any weights are as likely.</summary>
    public double? Spread { get; private init; }

    /// <summary>The concentration of a Dirichlet distribution around the fitted weights; null where <see cref="Spread"/> is given or any weights are as likely.</summary>
    public double? Concentration { get; private init; }

    /// <summary>The nodes whose children's weights vary, by code; empty for every node.</summary>
    public IReadOnlyList<string> Nodes { get; private init; } = [];

    /// <summary>Pairs of codes of which the first weighs at least as much as the second.</summary>
    public IReadOnlyList<(string Larger, string Smaller)> Orders { get; private init; } = [];

    /// <summary>The least and the most weight of single codes among their siblings.</summary>
    public IReadOnlyList<(string Code, double Lowest, double Highest)> Ranges { get; private init; } = [];

    /// <summary>How often a draw is tried before it fails; 10,000 by default.</summary>
    public int Tries { get; init; } = 10_000;

    /// <summary>Around the fitted weights (拟合权重附近): a Dirichlet distribution whose mean they are, in which the weight of an average one of n siblings varies by <paramref name="spread"/> of itself.</summary>
    /// <remarks>The concentration is (n − 1)/spread² − 1, since a Dirichlet weight of mean 1/n has the standard deviation √((n − 1)/(concentration + 1))/n. A spread of 0.2 lets one of two equal weights vary by 0.1 and one of ten by 0.02.</remarks>
    /// <param name="spread">Above 0 and below 1.</param>
    public static WeightVariation Around(double spread) => spread is > 0 and < 1
        ? new WeightVariation { Spread = spread }
        : throw new ArgumentOutOfRangeException(nameof(spread), spread, "A spread lies between 0 and 1.");

    /// <summary>Around the fitted weights, with the same concentration at every node.</summary>
    /// <param name="concentration">Positive; the larger, the closer.</param>
    public static WeightVariation WithConcentration(double concentration) => concentration > 0 && double.IsFinite(concentration)
        ? new WeightVariation { Concentration = concentration }
        : throw new ArgumentOutOfRangeException(nameof(concentration), concentration, "A concentration is positive and finite.");

    /// <summary>Any weights that sum to those of the siblings, all equally likely (任意权重).</summary>
    public static WeightVariation Any() => new();

    /// <summary>The same for the children of some nodes alone.</summary>
    public WeightVariation Over(params string[] nodes) => this with { Nodes = [.. Nodes, .. nodes] };

    /// <summary>The same where <paramref name="larger"/> counts at least as much as <paramref name="smaller"/>, its sibling (次序约束).</summary>
    public WeightVariation Order(string larger, string smaller) => this with { Orders = [.. Orders, (larger, smaller)] };

    /// <summary>The same where the weight of a code among its siblings, which together have 1, lies in a range (区间约束).</summary>
    public WeightVariation Range(string code, double lowest, double highest) => this with { Ranges = [.. Ranges, (code, lowest, highest)] };

    /// <summary>Throws unless every code is one of the framework and every order is between siblings.</summary>
    internal void Check(IndicatorFramework framework)
    {
        foreach (string node in Nodes)
            if (framework.FindDimension(node) is null) throw new KeyNotFoundException($"The framework {framework.Code} has no dimension {node} whose weights could vary.");
        foreach ((string code, _, _) in Ranges) Parent(framework, code);
        foreach ((string larger, string smaller) in Orders)
            if (Parent(framework, larger) != Parent(framework, smaller)) throw new ArgumentException($"{larger} and {smaller} are no siblings: weights are compared within one dimension.", nameof(framework));
    }

    /// <summary>The distribution of a node's weights; null where they do not vary.</summary>
    internal WeightDistribution? At(ScoreTree.Node node, IReadOnlyList<double> fitted)
    {
        int n = fitted.Count;
        if (n < 2 || (Nodes.Count > 0 && !Nodes.Contains(node.Code, StringComparer.Ordinal))) return null;
        int Place(string code) => Array.FindIndex(node.Children, c => c.Code == code);
        WeightRange[] ranges = [.. Ranges.Select(r => new WeightRange(Place(r.Code), r.Lowest, r.Highest)).Where(r => r.Index >= 0)];
        WeightOrder[] orders = [.. Orders.Select(o => new WeightOrder(Place(o.Larger), Place(o.Smaller))).Where(o => o.Larger >= 0)];
        WeightDistribution around = Spread is null && Concentration is null
            ? new UniformWeights { Ranges = ranges, Orders = orders, Tries = Tries }
            : new DirichletWeights { Mean = fitted, Concentration = Concentration ?? (n - 1) / (Spread!.Value * Spread.Value) - 1 };
        WeightDistribution distribution = around is UniformWeights || ranges.Length + orders.Length == 0 ? around : new ConstrainedWeights { Of = around, Ranges = ranges, Orders = orders, Tries = Tries };
        distribution.Check(n);
        return distribution;
    }

    private static string Parent(IndicatorFramework framework, string code) =>
        framework.ParentOf(code) ?? throw new KeyNotFoundException($"The framework {framework.Code} has no dimension or indicator {code} below its root.");

    /// <summary>Such as <c>weights around the fitted ones, spread 0.2; safety ≥ convenience</c>.</summary>
    public override string ToString()
    {
        string text = Spread is { } s ? string.Create(CultureInfo.InvariantCulture, $"weights around the fitted ones, spread {s}")
            : Concentration is { } c ? string.Create(CultureInfo.InvariantCulture, $"weights around the fitted ones, concentration {c}")
            : "any weights";
        if (Nodes.Count > 0) text += $" of {string.Join(", ", Nodes)}";
        foreach ((string larger, string smaller) in Orders) text += $"; {larger} ≥ {smaller}";
        foreach ((string code, double low, double high) in Ranges) text += string.Create(CultureInfo.InvariantCulture, $"; {code} {low}…{high}");
        return text;
    }
}
