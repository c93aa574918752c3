using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The analytic hierarchy process (层次分析法). Source: Saaty (1980), The Analytic Hierarchy Process.</summary>
public static class Ahp
{
    private const double Rounding = 1e-12;

    /// <summary>Weights and consistency of one judgement matrix; an inconsistent one is reported, not refused.</summary>
    /// <param name="judgements">The judgements; those that were not made are treated as the rules say.</param>
    /// <param name="rules">The definitions; <see cref="AhpRules.Default"/> when null.</param>
    /// <exception cref="ArgumentException">The judgements made do not link all things compared, or the table of random indices ends before the order.</exception>
    public static AhpResult Of(JudgementMatrix judgements, AhpRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(judgements);
        rules ??= AhpRules.Default;
        int n = judgements.Order;
        (double[,] completed, double[]? weights, double? lambda) = Complete(judgements, rules.Incomplete);
        (double eigenvalue, double[] eigenvector, _) = Perron.Of(completed);
        weights ??= rules.Priority switch
        {
            PriorityMethod.Eigenvector => eigenvector,
            PriorityMethod.GeometricMean => GeometricMeans(completed),
            PriorityMethod.ColumnNormalised => ColumnNormalised(completed),
            _ => throw new ArgumentException($"There is no priority method {rules.Priority}.", nameof(rules)),
        };
        double max = lambda ?? (rules.Lambda == LambdaDefinition.Eigenvalue ? eigenvalue : MeanOfRatios(completed, weights));
        double ci = n <= 2 || Math.Abs(max - n) <= Rounding * n ? 0 : (max - n) / (n - 1);
        double ri = rules.RandomIndex.Of(n);
        return new AhpResult
        {
            Weights = weights,
            Completed = JudgementMatrix.Of(completed, judgements.Codes),
            FilledCount = judgements.MissingCount,
            LambdaMax = max,
            ConsistencyIndex = ci,
            RandomIndexValue = ri,
            ConsistencyRatio = ri == 0 ? 0 : ci / ri,
            Rules = rules,
            Inconsistencies = Inconsistencies(judgements, weights),
        };
    }

    /// <summary>Priorities of alternatives over a hierarchy (层次总排序): Σ_k criteria_k · local_ik.</summary>
    /// <param name="criteria">One weight a criterion.</param>
    /// <param name="local">Rows are alternatives, columns the criteria: the local weights.</param>
    /// <exception cref="ArgumentException">The number of criteria differs.</exception>
    public static double[] Synthesise(IReadOnlyList<double> criteria, Matrix local)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(local);
        if (criteria.Count != local.Columns) throw new ArgumentException("There is not one column of local weights for each criterion.", nameof(local));
        var priorities = new double[local.Rows];
        for (int i = 0; i < priorities.Length; i++)
        {
            double sum = 0, lost = 0;
            for (int k = 0; k < criteria.Count; k++) Sums.Add(ref sum, ref lost, criteria[k] * local[i, k]);
            priorities[i] = sum + lost;
        }
        return priorities;
    }

    /// <summary>The filled matrix; with it the weights and the eigenvalue where the rule for gaps is itself a method.</summary>
    private static (double[,] Completed, double[]? Weights, double? Lambda) Complete(JudgementMatrix judgements, IncompleteJudgements rule)
    {
        if (judgements.IsComplete) return (judgements.Copy(), null, null);
        double[] logarithmic = JudgementCompletion.LogarithmicLeastSquares(judgements);
        switch (rule)
        {
            case IncompleteJudgements.OptimalCompletion:
                return (JudgementCompletion.Optimal(judgements, logarithmic), null, null);
            case IncompleteJudgements.LogarithmicLeastSquares:
                return (JudgementCompletion.Fill(judgements, logarithmic), logarithmic, null);
            case IncompleteJudgements.Harker:
                (double lambda, double[] weights) = JudgementCompletion.Harker(judgements);
                return (JudgementCompletion.Fill(judgements, weights), weights, lambda);
            default:
                throw new ArgumentException($"There is no rule {rule}.", nameof(rule));
        }
    }

    private static double[] GeometricMeans(double[,] a)
    {
        int n = a.GetLength(0);
        var means = new double[n];
        for (int i = 0; i < n; i++)
        {
            double sum = 0, lost = 0;
            for (int j = 0; j < n; j++) Sums.Add(ref sum, ref lost, ElementaryFunctions.Log(a[i, j]));
            means[i] = ElementaryFunctions.Exp((sum + lost) / n);
        }
        double total = Sums.Of(means);
        return Array.ConvertAll(means, m => m / total);
    }

    private static double[] ColumnNormalised(double[,] a)
    {
        int n = a.GetLength(0);
        var weights = new double[n];
        for (int j = 0; j < n; j++)
        {
            double sum = 0, lost = 0;
            for (int i = 0; i < n; i++) Sums.Add(ref sum, ref lost, a[i, j]);
            for (int i = 0; i < n; i++) weights[i] += a[i, j] / (sum + lost);
        }
        double total = Sums.Of(weights);
        return Array.ConvertAll(weights, w => w / total);
    }

    private static double MeanOfRatios(double[,] a, double[] weights)
    {
        double[] product = Perron.Times(a, weights, transposed: false);
        for (int i = 0; i < product.Length; i++) product[i] /= weights[i];
        return Sums.Of(product) / product.Length;
    }

    private static InconsistentJudgement[] Inconsistencies(JudgementMatrix judgements, double[] weights)
    {
        var found = new List<InconsistentJudgement>();
        double total = 0, lost = 0;
        for (int i = 0; i < judgements.Order; i++)
            for (int j = i + 1; j < judgements.Order; j++)
            {
                double a = judgements[i, j], implied = weights[i] / weights[j];
                if (double.IsNaN(a)) continue;
                double excess = (a - implied) * (a - implied) / (a * implied); // e + 1/e − 2 without cancellation
                Sums.Add(ref total, ref lost, excess);
                found.Add(new InconsistentJudgement(i, j, a, implied, Indirect(judgements, i, j), excess));
            }
        total += lost;
        return total <= Rounding ? [] : [.. found.Select(f => f with { Share = f.Share / total }).OrderByDescending(f => f.Share).ThenBy(f => f.Row).ThenBy(f => f.Column)];
    }

    /// <summary>For a complete matrix this is the ratio of the logarithmic least squares weights without the judgement itself.</summary>
    private static double Indirect(JudgementMatrix judgements, int i, int j)
    {
        int count = 0;
        double sum = 0, lost = 0;
        for (int k = 0; k < judgements.Order; k++)
        {
            double path = judgements[i, k] * judgements[k, j];
            if (k == i || k == j || double.IsNaN(path)) continue;
            count++;
            Sums.Add(ref sum, ref lost, ElementaryFunctions.Log(path));
        }
        return count == 0 ? double.NaN : ElementaryFunctions.Exp((sum + lost) / count);
    }
}
