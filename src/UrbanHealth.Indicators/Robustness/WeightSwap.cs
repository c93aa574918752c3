using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The smallest change of weights that makes two areas equal, beyond which they swap (交换名次的最小权重变动).</summary>
/// <remarks>
/// For a weighted arithmetic mean: with d the differences of the two areas' scores and w the weights, the v closest to w with d·v = 0, Σv = Σw and v ≥ 0.
/// Exact: the sum by moving weight from where the one ahead gains most to where it loses most, the Euclidean distance by a quadratic and the largest change by a linear programme.
/// In the manner of Triantaphyllou and Sánchez (1997), of all weights at once.
/// </remarks>
public sealed record WeightSwap
{
    private WeightSwap() { }

    /// <summary>What the weights are of, such as codes; empty where plain numbers were given.</summary>
    public IReadOnlyList<string> Codes { get; private init; } = [];

    /// <summary>The weights as they are.</summary>
    public required IReadOnlyList<double> From { get; init; }

    /// <summary>The closest weights under which the two areas are equal; null where no weights put the one behind ahead, because nothing scores more for it.</summary>
    public required IReadOnlyList<double>? To { get; init; }

    /// <summary>How the change is measured.</summary>
    public WeightDistance Distance { get; private init; }

    /// <summary>The size of the change; NaN where there is none.</summary>
    public double Size => To is null ? double.NaN : Measure(Distance);

    /// <summary>The smallest change of weights, of plain numbers.</summary>
    /// <param name="scores">One area's scores.</param>
    /// <param name="others">The other's, of the same length.</param>
    /// <param name="weights">The weights, not negative and not all 0.</param>
    /// <param name="distance">How the change is measured; by the sum by default.</param>
    /// <exception cref="ArgumentException">The lengths differ, a score is not finite, or a weight is negative.</exception>
    public static WeightSwap Of(IReadOnlyList<double> scores, IReadOnlyList<double> others, IReadOnlyList<double> weights, WeightDistance distance = WeightDistance.Sum)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(others);
        ArgumentNullException.ThrowIfNull(weights);
        if (scores.Count != weights.Count || others.Count != weights.Count) throw new ArgumentException("One score of each area is needed for each weight.", nameof(scores));
        double[] w = [.. weights], d = [.. scores.Zip(others, (a, b) => a - b)];
        if (!Array.TrueForAll(d, double.IsFinite)) throw new ArgumentException("A score is missing or infinite: the weights of what is missing go to the rest, and the composite is not linear in them.", nameof(scores));
        if (!Array.TrueForAll(w, x => x >= 0 && double.IsFinite(x)) || !(Sums.Of(w) > 0)) throw new ArgumentException("Weights are finite, not negative and not all 0.", nameof(weights));
        double ahead = 0, lost = 0;
        for (int i = 0; i < w.Length; i++) Sums.Add(ref ahead, ref lost, w[i] * d[i]);
        ahead += lost;
        if (ahead < 0) (ahead, d) = (-ahead, Array.ConvertAll(d, x => -x));
        double[]? to = ahead == 0 ? w : !(d.Min() < 0) ? null : distance switch
        {
            WeightDistance.Sum => Move(w, d, ahead),
            WeightDistance.Euclidean => Project(w, d),
            _ => Level(w, d, ahead),
        };
        return new WeightSwap { From = w, To = to, Distance = distance };
    }

    /// <summary>The smallest change of the indicators' weights in the whole that makes two areas equal in one evaluation.</summary>
    /// <exception cref="ArgumentException">The evaluations are not of one model and year, a composite is not an arithmetic mean all the way down, or a score is missing.</exception>
    public static WeightSwap Between(AreaEvaluation area, AreaEvaluation other, WeightDistance distance = WeightDistance.Sum)
    {
        EvaluationModel model = Model(area, other);
        if (!model.Aggregations.Values.All(a => a is ArithmeticAggregation)) throw new ArgumentException("The composite is linear in the indicators' weights only where every node is an arithmetic mean.", nameof(area));
        return Of(area, other, [.. model.Framework.Indicators.Select(i => i.Code)], model.EffectiveWeightOf, distance);
    }

    /// <summary>The same of the weights just below the root, those of the top dimensions; what lies below them stays.</summary>
    /// <exception cref="ArgumentException">The evaluations are not of one model and year, the root is not an arithmetic mean, or a score is missing.</exception>
    public static WeightSwap BetweenDimensions(AreaEvaluation area, AreaEvaluation other, WeightDistance distance = WeightDistance.Sum)
    {
        EvaluationModel model = Model(area, other);
        if (model.Aggregations[model.Framework.Code] is not ArithmeticAggregation) throw new ArgumentException("The composite is linear in the weights only where it is an arithmetic mean.", nameof(area));
        return Of(area, other, [.. model.Tree.Nodes[0].Children.Select(c => c.Code)], model.WeightOf, distance);
    }

    private static EvaluationModel Model(AreaEvaluation area, AreaEvaluation other)
    {
        ArgumentNullException.ThrowIfNull(area);
        ArgumentNullException.ThrowIfNull(other);
        if (!ReferenceEquals(area.Result.Model, other.Result.Model)) throw new ArgumentException("The two evaluations are of different models.", nameof(other));
        return area.Result.Model;
    }

    private static WeightSwap Of(AreaEvaluation area, AreaEvaluation other, string[] codes, Func<string, double> weight, WeightDistance distance) =>
        Of(Array.ConvertAll(codes, c => area[c].Score), Array.ConvertAll(codes, c => other[c].Score), Array.ConvertAll(codes, c => weight(c)), distance) with { Codes = codes };

    private double Measure(WeightDistance distance)
    {
        double sum = 0, squares = 0, largest = 0;
        for (int i = 0; i < From.Count; i++)
        {
            double change = Math.Abs(To![i] - From[i]);
            sum += change;
            squares += change * change;
            largest = Math.Max(largest, change);
        }
        return distance switch { WeightDistance.Sum => sum, WeightDistance.Euclidean => Math.Sqrt(squares), _ => largest };
    }

    /// <summary>A unit moved from j to the column where the one ahead does worst closes dⱼ − min d: the largest first.</summary>
    private static double[] Move(double[] weights, double[] differences, double ahead)
    {
        double[] to = [.. weights];
        int least = Array.IndexOf(differences, differences.Min());
        foreach (int j in Enumerable.Range(0, to.Length).OrderByDescending(i => differences[i]).ThenBy(i => i))
        {
            double gain = differences[j] - differences[least];
            if (gain <= 0) break;
            double moved = Math.Min(to[j], ahead / gain);
            to[j] -= moved;
            to[least] += moved;
            ahead -= moved * gain;
            if (!(ahead > 0)) break;
        }
        return to;
    }

    /// <summary>min |v − w|², as the least of a quadratic form in (v, 1).</summary>
    private static double[]? Project(double[] weights, double[] differences)
    {
        int n = weights.Length;
        double total = Sums.Of(weights);
        var quadratic = new double[n + 1, n + 1];
        var equalities = new double[3, n + 1];
        var start = new double[n + 1];
        for (int i = 0; i < n; i++)
        {
            quadratic[i, i] = 1;
            quadratic[i, n] = quadratic[n, i] = -weights[i];
            quadratic[n, n] += weights[i] * weights[i];
            (equalities[0, i], equalities[1, i]) = (1, differences[i]);
        }
        equalities[2, n] = start[n] = 1;
        int most = Array.IndexOf(differences, differences.Max()), least = Array.IndexOf(differences, differences.Min());
        double span = differences[most] - differences[least];
        start[most] = total * -differences[least] / span;
        start[least] = total * differences[most] / span;
        return QuadraticProgramme.Minimise(quadratic, equalities, start, free: false)?[..n];
    }

    /// <summary>min t with v = w + p − m, p and m at most t, and m at most w.</summary>
    private static double[]? Level(double[] weights, double[] differences, double ahead)
    {
        int n = weights.Length, t = 2 * n;
        var matrix = new double[2 + 3 * n, 2 * n + 1];
        var right = new double[2 + 3 * n];
        var equality = new bool[2 + 3 * n];
        (equality[0], equality[1], right[0]) = (true, true, ahead);
        for (int i = 0; i < n; i++)
        {
            (matrix[0, i], matrix[0, n + i]) = (-differences[i], differences[i]);
            (matrix[1, i], matrix[1, n + i]) = (1, -1);
            (matrix[2 + i, i], matrix[2 + i, t]) = (1, -1);
            (matrix[2 + n + i, n + i], matrix[2 + n + i, t]) = (1, -1);
            (matrix[2 + 2 * n + i, n + i], right[2 + 2 * n + i]) = (1, weights[i]);
        }
        var cost = new double[2 * n + 1];
        cost[t] = 1;
        return Simplex.Minimise(cost, matrix, right, equality) is { } x ? [.. weights.Select((w, i) => w + x[i] - x[n + i])] : null;
    }

    /// <summary>Such as <c>equal when a falls from 0.5 to 0.4 and b rises from 0.5 to 0.6: size 0.2</c>.</summary>
    public override string ToString()
    {
        if (To is null) return "no change of weights makes them swap";
        IEnumerable<string> changes = Enumerable.Range(0, From.Count).Where(i => Math.Abs(To[i] - From[i]) > 1e-12).OrderByDescending(i => Math.Abs(To[i] - From[i]))
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"{(Codes.Count > 0 ? Codes[i] : $"weight {i}")} {(To[i] > From[i] ? "rises" : "falls")} from {From[i]:0.####} to {To[i]:0.####}"));
        return string.Create(CultureInfo.InvariantCulture, $"equal when {string.Join(", ", changes.DefaultIfEmpty("nothing changes"))}: size {Size:0.####}");
    }
}
