using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Weights made of the weights of several methods (组合赋权), usually a subjective and an objective one.</summary>
/// <remarks>An only child weighs 1.</remarks>
public abstract record CombinedWeighting : Weighting
{
    private protected CombinedWeighting() { }

    /// <summary>The methods, two or more.</summary>
    public IReadOnlyList<Weighting> Parts { get; init; } = [];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are fewer than two parts, or a part or the combination is undefined.</exception>
    public sealed override WeightSet Weigh(Siblings siblings)
    {
        ArgumentNullException.ThrowIfNull(siblings);
        if (siblings.Count == 1) return Equal().Weigh(siblings);
        return Of([.. Parts.Select(p => p.Weigh(siblings))], siblings.Scores);
    }

    internal override bool LearnsFromScores => Parts.Any(p => p.LearnsFromScores);

    internal override PartialWeighting? Start(int siblings)
    {
        if (siblings == 1) return new PartialGiven(Equal());
        PartialWeighting?[] parts = [.. Parts.Select(p => p.Start(siblings))];
        return Array.Exists(parts, p => p is null) ? null : new PartialCombined(this, parts!);
    }

    /// <summary>The combination of the weights of the parts.</summary>
    internal WeightSet Of(WeightSet[] parts, Matrix? scores)
    {
        WeightSet combined = Combine([.. parts.Select(p => p.Values)], scores);
        var evidence = new Dictionary<string, IReadOnlyList<double>>(combined.Evidence);
        for (int k = 0; k < parts.Length; k++)
        {
            string part = FormattableString.Invariant($"{k + 1}.{parts[k].Method}");
            evidence[part] = parts[k].Values;
            foreach ((string name, IReadOnlyList<double> values) in parts[k].Evidence) evidence[$"{part}.{name}"] = values;
        }
        return combined with { Evidence = evidence };
    }

    /// <summary>The combination of weights that are at hand already; <see cref="Parts"/> play no role.</summary>
    /// <param name="weights">One list a method, of one length, none negative.</param>
    /// <param name="scores">The scores, for combinations that look at them (<see cref="MaximumDeviationCombination"/>).</param>
    /// <exception cref="ArgumentException">There are fewer than two lists, their lengths differ, a weight is negative or not finite, or the combination is undefined.</exception>
    public WeightSet Combine(IReadOnlyList<IReadOnlyList<double>> weights, Matrix? scores = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Count < 2) throw new ArgumentException("A combination has two parts or more.", nameof(weights));
        if (weights.Any(w => w.Count != weights[0].Count)) throw new ArgumentException("The parts weigh different numbers of siblings.", nameof(weights));
        if (weights.Any(w => w.Any(x => !(x >= 0 && double.IsFinite(x))))) throw new ArgumentException("A part has a weight that is negative or not a number.", nameof(weights));
        return Join([.. weights.Select(w => w.ToArray())], scores);
    }

    private protected abstract WeightSet Join(double[][] weights, Matrix? scores);

    /// <summary>Σ_k c_k·w_k; with coefficients that sum to 1 it sums to 1 as the parts do.</summary>
    private protected static WeightSet Blend(double[][] weights, double[] coefficients, string method, Dictionary<string, IReadOnlyList<double>> evidence)
    {
        var blend = new double[weights[0].Length];
        for (int j = 0; j < blend.Length; j++)
        {
            for (int k = 0; k < weights.Length; k++) blend[j] += coefficients[k] * weights[k][j];
            if (!(blend[j] >= 0)) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The combination {method} gives sibling {j + 1} the weight {blend[j]:0.####}."), nameof(weights));
        }
        evidence["coefficients"] = coefficients;
        return new WeightSet(blend, method) { Evidence = evidence };
    }

    /// <summary>Whether both combine the same parts.</summary>
    /// <param name="other">The other combination.</param>
    public virtual bool Equals(CombinedWeighting? other) => other is not null && EqualityContract == other.EqualityContract && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EqualityContract, Parts.Count);
}
