namespace UrbanHealth.Indicators.Benchmarks;

/// <summary>The same statistics as one would write them by hand in plain loops, into plain arrays: S and its variance, p (normal), Sen's slope with interval, the line with its error, growth, Spearman, volatility.</summary>
internal static class PlainTrends
{
    public static (double SenSum, double[][] Results) Review(double[][][] columns, int[] years)
    {
        int n = years.Length, indicators = columns[0].Length, areas = columns[0][0].Length;
        var results = new double[12][];
        for (int k = 0; k < results.Length; k++) results[k] = new double[indicators * areas];
        double total = 0;
        for (int i = 0; i < indicators; i++)
            for (int a = 0; a < areas; a++)
            {
                var t = new List<double>(n);
                var y = new List<double>(n);
                for (int k = 0; k < n; k++)
                    if (!double.IsNaN(columns[k][i][a])) { t.Add(years[k]); y.Add(columns[k][i][a]); }
                int m = y.Count, at = i * areas + a;
                if (m < 2) { for (int k = 0; k < results.Length; k++) results[k][at] = double.NaN; continue; }
                int s = 0;
                var slopes = new List<double>(m * (m - 1) / 2);
                for (int p = 0; p < m; p++)
                    for (int q = p + 1; q < m; q++) { s += Math.Sign(y[q] - y[p]); slopes.Add((y[q] - y[p]) / (t[q] - t[p])); }
                slopes.Sort();
                double variance = m * (m - 1) * (2 * m + 5);
                foreach (var group in y.GroupBy(v => v)) { int g = group.Count(); variance -= g * (g - 1) * (2 * g + 5); }
                variance /= 18;
                double z = s == 0 ? 0 : (s - Math.Sign(s)) / Math.Sqrt(variance), c = 1.959964 * Math.Sqrt(variance);
                int half = slopes.Count / 2;
                double sen = slopes.Count % 2 == 1 ? slopes[half] : (slopes[half - 1] + slopes[half]) / 2;
                double mt = t.Average(), my = y.Average(), tt = 0, ty = 0;
                for (int k = 0; k < m; k++) { tt += (t[k] - mt) * (t[k] - mt); ty += (t[k] - mt) * (y[k] - my); }
                double slope = ty / tt, rest = 0;
                for (int k = 0; k < m; k++) rest += Math.Pow(y[k] - my - slope * (t[k] - mt), 2);
                double[] ranks = [.. y.Select(v => y.Count(u => u < v) + (y.Count(u => u == v) + 1) / 2.0)];
                double rr = 0, rt = 0, ii = 0;
                for (int k = 0; k < m; k++) { double x = k + 1 - (m + 1) / 2.0, r = ranks[k] - (m + 1) / 2.0; rt += x * r; rr += r * r; ii += x * x; }
                double[] steps = [.. Enumerable.Range(1, m - 1).Select(k => (y[k] - y[k - 1]) / (t[k] - t[k - 1]))];
                double mean = steps.Average();
                int low = (int)Math.Round((slopes.Count - c) / 2), high = (int)Math.Round((slopes.Count + c) / 2) + 1;
                results[0][at] = s; results[1][at] = variance; results[2][at] = z; results[3][at] = sen;
                results[4][at] = low < 1 ? double.NegativeInfinity : slopes[low - 1]; results[5][at] = high > slopes.Count ? double.PositiveInfinity : slopes[high - 1];
                results[6][at] = slope; results[7][at] = Math.Sqrt(rest / (m - 2) / tt); results[8][at] = Math.Pow(y[^1] / y[0], 1 / (t[^1] - t[0])) - 1;
                results[9][at] = rt / Math.Sqrt(rr * ii); results[10][at] = Math.Sqrt(steps.Sum(d => (d - mean) * (d - mean)) / (m - 2)); results[11][at] = (y[^1] - y[0]) / (t[^1] - t[0]);
                total += sen;
            }
        return (total, results);
    }
}
