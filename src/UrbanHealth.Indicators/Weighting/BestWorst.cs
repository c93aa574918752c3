using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The best-worst method (最优最劣法 BWM). Source: Rezaei (2015), Omega 53, 49–57; Rezaei (2016), Omega 64, 126–130.</summary>
public static class BestWorst
{
    /// <summary>Weights by both models and the three measures of consistency.</summary>
    public static BestWorstResult Of(BestWorstJudgements judgements)
    {
        ArgumentNullException.ThrowIfNull(judgements);
        double xi = Xi(judgements), index = ConsistencyIndex(judgements.BestToWorst);
        (double[] low, double[] high) = Intervals(judgements, xi);
        (double[] weights, double linear) = Linear(judgements);
        return new BestWorstResult
        {
            LinearWeights = weights,
            LinearXi = linear,
            Low = low,
            High = high,
            Centre = [.. low.Zip(high, (l, h) => (l + h) / 2)],
            Xi = xi,
            ConsistencyIndex = index,
            OutputRatio = xi == 0 ? 0 : xi / index,
            InputRatio = InputRatio(judgements),
        };
    }

    /// <summary>The largest ξ* that judgements with a given best over worst can have: the smaller root of x² − (1 + 2a)·x + a² − a = 0.</summary>
    /// <param name="bestToWorst">a_BW, at least 1.</param>
    public static double ConsistencyIndex(double bestToWorst)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bestToWorst, 1);
        double a = bestToWorst, b = 1 + 2 * a;
        return 2 * a * (a - 1) / (b + Math.Sqrt(b * b - 4 * a * (a - 1))); // the other form of the root: no cancellation
    }

    private static double InputRatio(BestWorstJudgements j)
    {
        double a = j.BestToWorst;
        return a == 1 ? 0 : j.BestToOthers.Zip(j.OthersToWorst, (b, w) => Math.Abs(b * w - a)).Max() / (a * a - a);
    }

    /// <summary>
    /// With r = w_B/w_W every thing bounds r by (a_Bj ± ξ)·(a_jW ± ξ), and the pair itself by a_BW ± ξ. The bounds close in as ξ
    /// falls, so ξ* is where the largest lower bound meets the smallest upper one.
    /// </summary>
    private static double Xi(BestWorstJudgements judgements)
    {
        if (Meets(judgements, 0)) return 0;
        double low = 0, high = judgements.BestToWorst; // at ξ = a_BW every lower bound is 0
        while (true)
        {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) return high;
            if (Meets(judgements, middle)) high = middle;
            else low = middle;
        }
    }

    private static bool Meets(BestWorstJudgements judgements, double xi)
    {
        (double low, double high) = Bounds(judgements, xi);
        return low <= high;
    }

    private static (double Low, double High) Bounds(BestWorstJudgements j, double xi)
    {
        double low = j.BestToWorst - xi, high = j.BestToWorst + xi;
        for (int k = 0; k < j.BestToOthers.Count; k++)
        {
            if (k == j.Best || k == j.Worst) continue;
            low = Math.Max(low, Math.Max(0, j.BestToOthers[k] - xi) * Math.Max(0, j.OthersToWorst[k] - xi));
            high = Math.Min(high, (j.BestToOthers[k] + xi) * (j.OthersToWorst[k] + xi));
        }
        return (low, high);
    }

    /// <summary>At ξ* the ratio of best to worst is fixed, and every other weight ranges on its own between two multiples of the worst.</summary>
    private static (double[] Low, double[] High) Intervals(BestWorstJudgements j, double xi)
    {
        int n = j.BestToOthers.Count;
        (double from, double to) = Bounds(j, xi);
        double ratio = (from + to) / 2;
        var low = new double[n];
        var high = new double[n];
        for (int k = 0; k < n; k++)
        {
            low[k] = k == j.Best ? ratio : k == j.Worst ? 1 : Math.Max(ratio / (j.BestToOthers[k] + xi), j.OthersToWorst[k] - xi);
            double best = j.BestToOthers[k] - xi;
            high[k] = k == j.Best ? ratio : k == j.Worst ? 1 : Math.Min(best > 0 ? ratio / best : double.PositiveInfinity, j.OthersToWorst[k] + xi);
            if (low[k] > high[k]) low[k] = high[k] = (low[k] + high[k]) / 2; // they meet, but for rounding
        }
        double lows = Sums.Of(low), highs = Sums.Of(high);
        return ([.. low.Select((l, k) => l / (l + (highs - high[k])))], [.. high.Select((h, k) => h / (h + (lows - low[k])))]);
    }

    private static (double[] Weights, double Xi) Linear(BestWorstJudgements j)
    {
        int n = j.BestToOthers.Count;
        var rows = new List<double[]>();
        for (int k = 0; k < n; k++)
        {
            if (k != j.Best) Both(j.Best, k, j.BestToOthers[k]);
            if (k != j.Worst && k != j.Best) Both(k, j.Worst, j.OthersToWorst[k]);
        }
        rows.Add([.. Enumerable.Repeat(1.0, n), 0]);
        var matrix = new double[rows.Count, n + 1];
        for (int i = 0; i < rows.Count; i++)
            for (int k = 0; k <= n; k++) matrix[i, k] = rows[i][k];
        double[] cost = [.. new double[n], 1], right = [.. new double[rows.Count - 1], 1];
        bool[] equality = [.. new bool[rows.Count - 1], true];
        double[] x = Simplex.Minimise(cost, matrix, right, equality)!; // equal weights with a large ξ are always feasible, and ξ ≥ 0
        return (x[..n], x[n]);

        void Both(int over, int under, double judgement)
        {
            double[] more = new double[n + 1], less = new double[n + 1];
            (more[over], more[under], more[n]) = (1, -judgement, -1);
            (less[over], less[under], less[n]) = (-1, judgement, -1);
            rows.Add(more);
            rows.Add(less);
        }
    }
}
