using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Judgement matrices with gaps.</summary>
internal static class JudgementCompletion
{
    /// <summary>Logarithmic least squares over the judgements made: L·ln w = b with the Laplacian of their graph, ln w of the last held at 0.</summary>
    public static double[] LogarithmicLeastSquares(JudgementMatrix judgements)
    {
        RequireLinked(judgements);
        int n = judgements.Order;
        var laplacian = new double[n - 1, n - 1];
        var right = new double[n - 1];
        for (int i = 0; i < n - 1; i++)
            for (int j = 0; j < n; j++)
            {
                if (i == j || double.IsNaN(judgements[i, j])) continue;
                laplacian[i, i]++;
                if (j < n - 1) laplacian[i, j] = -1;
                right[i] += ElementaryFunctions.Log(judgements[i, j]);
            }
        double[] logs = LinearSystem.Solve(laplacian, right)!; // a linked graph has a positive definite grounded Laplacian
        double[] weights = [.. logs.Select(ElementaryFunctions.Exp), 1];
        double sum = Sums.Of(weights);
        return Array.ConvertAll(weights, w => w / sum);
    }

    /// <summary>Harker's matrix: 0 for a gap and 1 + (gaps of the row) on the diagonal.</summary>
    public static (double Lambda, double[] Weights) Harker(JudgementMatrix judgements)
    {
        RequireLinked(judgements);
        double[,] matrix = judgements.Copy();
        for (int i = 0; i < judgements.Order; i++)
            for (int j = 0; j < judgements.Order; j++)
                if (double.IsNaN(matrix[i, j]))
                {
                    matrix[i, j] = 0;
                    matrix[i, i]++;
                }
        (double lambda, double[] weights, _) = Perron.Of(matrix);
        return (lambda, weights);
    }

    /// <summary>The gaps filled by the ratios of weights.</summary>
    public static double[,] Fill(JudgementMatrix judgements, double[] weights)
    {
        double[,] filled = judgements.Copy();
        for (int i = 0; i < weights.Length; i++)
            for (int j = 0; j < weights.Length; j++)
                if (double.IsNaN(filled[i, j])) filled[i, j] = weights[i] / weights[j];
        return filled;
    }

    /// <summary>The gaps filled so that λ_max is smallest: λ_max is convex in their logarithms, so Newton steps on its gradient, halved until it falls, reach the one minimum.</summary>
    public static double[,] Optimal(JudgementMatrix judgements, double[] start)
    {
        int n = judgements.Order;
        double[,] matrix = Fill(judgements, start);
        (int I, int J)[] gaps = [.. from i in Enumerable.Range(0, n) from j in Enumerable.Range(i + 1, n - i - 1) where double.IsNaN(judgements[i, j]) select (i, j)];
        double[] logs = [.. gaps.Select(g => ElementaryFunctions.Log(matrix[g.I, g.J]))];
        double lambda = Put(logs);
        for (int step = 0; step < 100; step++)
        {
            double[] gradient = Gradient(logs);
            double[] direction = Newton(logs, gradient);
            double size = 1, moved = 0;
            double[] next = logs;
            while (size > 1e-9)
            {
                next = [.. logs.Zip(direction, (x, d) => x - size * d)];
                double value = Put(next);
                if (value <= lambda + 1e-14 * lambda) { lambda = Math.Min(lambda, value); break; }
                size /= 2;
            }
            if (size <= 1e-9) break;
            for (int k = 0; k < logs.Length; k++) moved = Math.Max(moved, Math.Abs(next[k] - logs[k]));
            logs = next;
            if (moved <= 1e-12) break;
        }
        Put(logs);
        return matrix;

        double Put(double[] x)
        {
            for (int k = 0; k < gaps.Length; k++)
            {
                matrix[gaps[k].I, gaps[k].J] = ElementaryFunctions.Exp(x[k]);
                matrix[gaps[k].J, gaps[k].I] = ElementaryFunctions.Exp(-x[k]);
            }
            return Perron.Of(matrix).Value;
        }

        // d λ / d ln a_ij = (v_i a_ij w_j − v_j a_ji w_i) / (v·w)
        double[] Gradient(double[] x)
        {
            Put(x);
            (_, double[] right, double[] left) = Perron.Of(matrix);
            double scale = 0;
            for (int i = 0; i < n; i++) scale += left[i] * right[i];
            return [.. gaps.Select(g => (left[g.I] * matrix[g.I, g.J] * right[g.J] - left[g.J] * matrix[g.J, g.I] * right[g.I]) / scale)];
        }

        // the Hessian by central differences of the exact gradient; a little of the unit matrix keeps it positive definite
        double[] Newton(double[] x, double[] gradient)
        {
            const double H = 1e-5;
            var hessian = new double[gaps.Length, gaps.Length];
            for (int k = 0; k < gaps.Length; k++)
            {
                double[] up = [.. x], down = [.. x];
                up[k] += H;
                down[k] -= H;
                double[] a = Gradient(up), b = Gradient(down);
                for (int l = 0; l < gaps.Length; l++) hessian[l, k] = (a[l] - b[l]) / (2 * H);
                hessian[k, k] += 1e-12;
            }
            return LinearSystem.Solve(hessian, gradient) ?? gradient;
        }
    }

    private static void RequireLinked(JudgementMatrix judgements)
    {
        int n = judgements.Order;
        var reached = new bool[n];
        var queue = new Queue<int>([0]);
        reached[0] = true;
        while (queue.TryDequeue(out int i))
            for (int j = 0; j < n; j++)
                if (!reached[j] && !double.IsNaN(judgements[i, j]))
                {
                    reached[j] = true;
                    queue.Enqueue(j);
                }
        int alone = Array.IndexOf(reached, false);
        if (alone >= 0) throw new ArgumentException(FormattableString.Invariant($"The judgements made do not link thing {alone + 1} with thing 1, so their weights cannot be compared."), nameof(judgements));
    }
}
