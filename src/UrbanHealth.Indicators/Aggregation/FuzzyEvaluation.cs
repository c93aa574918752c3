using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Fuzzy comprehensive evaluation (模糊综合评价): weights composed with memberships in grades, B = W ∘ R. Source: Zadeh (1965); Wang Peizhuang (1983).</summary>
/// <remarks>For qualitative indicators graded by experts, memberships are shares of votes (<see cref="MembershipsOfVotes"/>); for figures, <see cref="MembershipsOfValue"/>. Levels are chained: the results of one are rows of the next.</remarks>
public sealed record FuzzyEvaluation
{
    /// <summary>The composition; M(·, +) by default.</summary>
    public FuzzyOperator Operator { get; init; } = FuzzyOperator.ProductSum;

    /// <summary>Whether the result is made to sum to 1; not by default.</summary>
    public FuzzyNormalization Normalization { get; init; } = FuzzyNormalization.None;

    /// <summary>Composes memberships.</summary>
    /// <param name="weights">One weight a factor, not negative.</param>
    /// <param name="memberships">Rows are factors, columns grades, each 0…1; a factor whose row is all NaN is left out and the weights of the others take its place.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, a membership lies outside 0…1 or is missing beside others, or no factor is left.</exception>
    public FuzzyEvaluationResult Evaluate(ReadOnlySpan<double> weights, Matrix memberships)
    {
        ArgumentNullException.ThrowIfNull(memberships);
        if (weights.Length != memberships.Rows) throw new ArgumentException("One weight for each factor is needed.", nameof(weights));
        double all = 0, present = 0;
        var used = new bool[weights.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            WeightCheck.NotNegative(weights[i]);
            all += weights[i];
            used[i] = IsPresent(memberships, i);
            if (used[i]) present += weights[i];
        }
        if (present == 0) throw new ArgumentException("No factor with weight has memberships.", nameof(memberships));
        double factor = all / present;
        var composed = new double[memberships.Columns];
        for (int k = 0; k < composed.Length; k++)
        {
            double b = 0;
            for (int i = 0; i < weights.Length; i++)
                if (used[i]) b = Compose(Operator, b, weights[i] * factor, memberships[i, k]);
            composed[k] = Close(Operator, b);
        }
        if (Normalization == FuzzyNormalization.SumToOne) Normalize(composed);
        return new FuzzyEvaluationResult(Figures.Of(composed));
    }

    /// <summary>Memberships as the shares of experts who voted for each grade (专家投票隶属度).</summary>
    /// <exception cref="ArgumentException">No vote, or a negative count.</exception>
    public static double[] MembershipsOfVotes(ReadOnlySpan<int> votes)
    {
        long sum = 0;
        foreach (int v in votes) sum += v >= 0 ? v : throw new ArgumentException("A count of votes is negative.", nameof(votes));
        if (sum == 0) throw new ArgumentException("Nobody voted.", nameof(votes));
        var shares = new double[votes.Length];
        for (int k = 0; k < shares.Length; k++) shares[k] = (double)votes[k] / sum;
        return shares;
    }

    /// <summary>Memberships of a figure in grades with typical values (三角形与半梯形隶属度): 1 at a grade's own value, falling straight to 0 at its neighbours', 1 beyond the ends; they sum to 1.</summary>
    /// <param name="value">The figure; NaN gives all NaN.</param>
    /// <param name="typical">The typical value of each grade, ascending.</param>
    /// <exception cref="ArgumentException">The typical values do not ascend.</exception>
    public static double[] MembershipsOfValue(double value, ReadOnlySpan<double> typical)
    {
        CheckTypical(typical, nameof(typical));
        var memberships = new double[typical.Length];
        Spread(value, typical, memberships);
        return memberships;
    }

    internal static void CheckTypical(ReadOnlySpan<double> typical, string name)
    {
        if (typical.IsEmpty) throw new ArgumentException("There is at least one grade.", name);
        for (int k = 0; k < typical.Length; k++)
            if (!double.IsFinite(typical[k]) || k > 0 && typical[k] <= typical[k - 1]) throw new ArgumentException("The typical values are numbers, each above the one before.", name);
    }

    internal static void Spread(double value, ReadOnlySpan<double> typical, Span<double> memberships)
    {
        memberships.Clear();
        if (double.IsNaN(value)) { memberships.Fill(double.NaN); return; }
        int k = 0;
        while (k < typical.Length && typical[k] <= value) k++;
        if (k == 0) memberships[0] = 1;
        else if (k == typical.Length) memberships[k - 1] = 1;
        else
        {
            double part = (value - typical[k - 1]) / (typical[k] - typical[k - 1]);
            (memberships[k - 1], memberships[k]) = (1 - part, part);
        }
    }

    internal static double Compose(FuzzyOperator fuzzy, double b, double weight, double membership) => fuzzy switch
    {
        FuzzyOperator.ProductSum => b + weight * membership,
        FuzzyOperator.MinMax => Math.Max(b, Math.Min(weight, membership)),
        FuzzyOperator.ProductMax => Math.Max(b, weight * membership),
        _ => b + Math.Min(weight, membership),
    };

    internal static double Close(FuzzyOperator fuzzy, double b) => fuzzy == FuzzyOperator.MinBoundedSum ? Math.Min(1, b) : b;

    private static bool IsPresent(Matrix memberships, int factor)
    {
        int missing = 0;
        for (int k = 0; k < memberships.Columns; k++)
        {
            double m = memberships[factor, k];
            if (double.IsNaN(m)) missing++;
            else if (m is < 0 or > 1) throw new ArgumentException($"Factor {factor} has a membership outside 0…1.", nameof(memberships));
        }
        return missing == 0 || (missing == memberships.Columns ? false : throw new ArgumentException($"Factor {factor} has some memberships and lacks others.", nameof(memberships)));
    }

    private static void Normalize(double[] composed)
    {
        double sum = 0;
        foreach (double b in composed) sum += b;
        if (sum == 0) throw new InvalidOperationException("All composed memberships are zero and cannot be made to sum to 1.");
        for (int k = 0; k < composed.Length; k++) composed[k] /= sum;
    }
}
