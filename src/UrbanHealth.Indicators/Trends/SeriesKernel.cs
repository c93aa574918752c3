using MathNet.Numerics.Distributions;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The statistics of many short series, with its own working memory: one kernel a thread.</summary>
internal sealed class SeriesKernel(int length, double confidence)
{
    private readonly double[] t = new double[length], y = new double[length], sorted = new double[length], slopes = new double[length * (length - 1) / 2];
    private readonly int[] groups = new int[length];
    private readonly double quantile = Normal.InvCDF(0, 1, (1 + confidence) / 2);

    /// <summary>The statistics of one series; NaN is missing, the times rise.</summary>
    public SeriesTrend Compute(ReadOnlySpan<double> times, ReadOnlySpan<double> values)
    {
        int n = TimeSeries.Present(times, values, t, y);
        ReadOnlySpan<double> x = t.AsSpan(0, n), v = y.AsSpan(0, n);
        if (n == 0)
            return new SeriesTrend
            {
                Count = 0,
                FirstYear = 0,
                LastYear = 0,
                First = double.NaN,
                Last = double.NaN,
                CompoundRate = double.NaN,
                SenSlope = double.NaN,
                SenLower = double.NaN,
                SenUpper = double.NaN,
                Line = LinearTrend.Fit(x, v),
                S = 0,
                PValue = 1,
                Spearman = double.NaN,
                Volatility = double.NaN,
                Phase = TrendPhase.Unknown,
            };
        int s = 0, pairs = 0;
        for (int i = 0; i < n; i++)
            for (int j = i + 1; j < n; j++)
            {
                double d = v[j] - v[i];
                s += v[j] > v[i] ? 1 : v[j] < v[i] ? -1 : 0;
                slopes[pairs++] = d / (x[j] - x[i]);
            }
        Span<double> all = slopes.AsSpan(0, pairs);
        all.Sort();
        v.CopyTo(sorted);
        Span<double> order = sorted.AsSpan(0, n);
        order.Sort();
        ReadOnlySpan<int> ties = groups.AsSpan(0, KendallDistribution.Groups(order, groups));
        double variance = KendallDistribution.Variance(n, ties);
        double p = n <= KendallDistribution.Largest ? MannKendall.ExactPValue(n, ties, s)
            : variance == 0 ? 1 : Math.Min(1, 2 * Normal.CDF(0, 1, -Math.Abs(MannKendall.Standardise(s, variance))));
        double c = quantile * Math.Sqrt(variance);
        double low = Math.Round((pairs - c) / 2, MidpointRounding.ToEven), high = Math.Round((pairs + c) / 2, MidpointRounding.ToEven) + 1;
        double first = v[0], last = v[n - 1];
        return new SeriesTrend
        {
            Count = n,
            FirstYear = (int)x[0],
            LastYear = (int)x[n - 1],
            First = first,
            Last = last,
            CompoundRate = n > 1 && first > 0 && last >= 0 ? ElementaryFunctions.Pow(last / first, 1 / (x[n - 1] - x[0])) - 1 : double.NaN,
            SenSlope = TimeSeries.MedianOfSorted(all),
            SenLower = pairs == 0 ? double.NaN : low < 1 ? double.NegativeInfinity : all[(int)low - 1],
            SenUpper = pairs == 0 ? double.NaN : high > pairs ? double.PositiveInfinity : all[(int)high - 1],
            Line = LinearTrend.Fit(x, v),
            S = s,
            PValue = p,
            Spearman = Correlation(v, order, ties.Length == n),
            Volatility = Swing(x, v),
            Phase = TrendPhases.Split(x, v, 0, 1.5).Phase,
        };
    }

    /// <summary>Pearson's correlation of the order with mean ranks.</summary>
    private static double Correlation(ReadOnlySpan<double> v, ReadOnlySpan<double> order, bool untied)
    {
        int n = v.Length;
        double middle = (n + 1) / 2.0, top = 0, time = 0, rank = 0;
        for (int i = 0; i < n; i++)
        {
            int below = 0, same = 0;
            for (int j = 0; j < n; j++)
            {
                if (order[j] < v[i]) below++;
                else if (order[j] == v[i]) same++;
                else break;
            }
            double a = i + 1 - middle, b = below + (untied ? 1 : (same + 1) / 2.0) - middle;
            top += a * b;
            time += a * a;
            rank += b * b;
        }
        return rank == 0 ? double.NaN : Math.Clamp(top / Math.Sqrt(time * rank), -1, 1);
    }

    private static double Swing(ReadOnlySpan<double> x, ReadOnlySpan<double> v)
    {
        int n = v.Length - 1;
        if (n < 2) return double.NaN;
        double mean = 0, sum = 0;
        for (int i = 0; i < n; i++) mean += (v[i + 1] - v[i]) / (x[i + 1] - x[i]) / n;
        for (int i = 0; i < n; i++)
        {
            double d = (v[i + 1] - v[i]) / (x[i + 1] - x[i]) - mean;
            sum += d * d;
        }
        return Math.Sqrt(sum / (n - 1));
    }
}
