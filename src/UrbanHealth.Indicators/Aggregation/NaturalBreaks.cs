using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Classes as alike inside as can be (自然断点): the partition of sorted values with the least sum of squared deviations from class means.</summary>
/// <remarks>Exact, by the dynamic programme of Fisher (1958) with the divide-and-conquer of monotone breaks, O(k n log n); Jenks (1977). Equal values are never parted. Of two partitions equally good, the one whose highest break is lower.</remarks>
public sealed class NaturalBreaks
{
    private NaturalBreaks(double[] upperBounds, int[] counts, double within, double total, double absolute) =>
        (UpperBounds, Counts, WithinSumOfSquares, GoodnessOfVarianceFit, AbsoluteDeviation) = (Array.AsReadOnly(upperBounds), Array.AsReadOnly(counts), within, 1 - within / total, absolute);

    /// <summary>The highest value of each class, ascending; classes are (lower, upper].</summary>
    public IReadOnlyList<double> UpperBounds { get; }

    /// <summary>How many values each class holds.</summary>
    public IReadOnlyList<int> Counts { get; }

    /// <summary>The sum of squared deviations from the class means, which is the least there is.</summary>
    public double WithinSumOfSquares { get; }

    /// <summary>GVF (方差拟合优度): 1 − within / total sum of squares.</summary>
    public double GoodnessOfVarianceFit { get; }

    /// <summary>ADCM: the sum of absolute deviations from the class medians.</summary>
    public double AbsoluteDeviation { get; }

    /// <summary>The breaks of values into classes.</summary>
    /// <param name="values">The values; NaN is left out.</param>
    /// <param name="classes">How many classes.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two classes.</exception>
    /// <exception cref="ArgumentException">Fewer different values than classes, or an infinite one.</exception>
    public static NaturalBreaks Of(ReadOnlySpan<double> values, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        var kept = new List<double>(values.Length);
        foreach (double x in values)
        {
            if (double.IsInfinity(x)) throw new ArgumentException("A value is infinite.", nameof(values));
            if (!double.IsNaN(x)) kept.Add(x);
        }
        kept.Sort();
        double[] x0 = [.. kept];
        // a group is a run of equal values, so that a break never parts them
        var ends = new List<int>();
        for (int i = 0; i < x0.Length; i++) if (i + 1 == x0.Length || x0[i + 1] != x0[i]) ends.Add(i + 1);
        int groups = ends.Count;
        if (groups < classes) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{classes} classes need as many different values; there are {groups}."), nameof(values));

        // deviations from the middle value keep the digits of the squares
        double shift = x0[x0.Length / 2];
        var sum = new double[groups + 1];
        var square = new double[groups + 1];
        for (int g = 0, i = 0; g < groups; g++)
        {
            double d = x0[i] - shift;
            int count = ends[g] - i;
            sum[g + 1] = sum[g] + count * d;
            square[g + 1] = square[g] + count * d * d;
            i = ends[g];
        }
        var search = new Search(sum, square, [0, .. ends]);
        int[] breaks = search.Best(classes);

        var upper = new double[classes];
        var counts = new int[classes];
        double within = 0, absolute = 0;
        for (int c = 0; c < classes; c++)
        {
            int from = c == 0 ? 0 : ends[breaks[c] - 1], to = c == classes - 1 ? x0.Length : ends[breaks[c + 1] - 1];
            ReadOnlySpan<double> members = x0.AsSpan(from, to - from);
            upper[c] = members[^1];
            counts[c] = members.Length;
            within += SquaredDeviations(members);
            double median = members[members.Length / 2]; // of an even number either middle one has the same sum
            foreach (double x in members) absolute += Math.Abs(x - median);
        }
        return new NaturalBreaks(upper, counts, within, SquaredDeviations(x0), absolute);
    }

    private static double SquaredDeviations(ReadOnlySpan<double> values)
    {
        double mean = Numerics.Sums.Of(values) / values.Length, sum = 0;
        foreach (double x in values) sum += (x - mean) * (x - mean);
        return sum;
    }

    /// <summary>Such as <c>≤ 75.29 (49), ≤ 192.05 (3); GVF 0.9984</c>.</summary>
    public override string ToString() =>
        string.Join(", ", UpperBounds.Select((u, i) => string.Create(CultureInfo.InvariantCulture, $"≤ {u:0.####} ({Counts[i]})"))) + string.Create(CultureInfo.InvariantCulture, $"; GVF {GoodnessOfVarianceFit:0.0000}");

    private sealed class Search(double[] sum, double[] square, int[] ends)
    {
        /// <summary>For each class the group it starts with.</summary>
        public int[] Best(int classes)
        {
            int groups = sum.Length - 1;
            var cost = new double[groups + 1];
            var next = new double[groups + 1];
            var from = new int[classes + 1][];
            for (int g = 1; g <= groups; g++) cost[g] = Cost(0, g);
            for (int k = 2; k <= classes; k++)
            {
                from[k] = new int[groups + 1];
                Fill(k, groups, k - 1, groups - 1, cost, next, from[k]);
                (cost, next) = (next, cost);
            }
            var starts = new int[classes];
            for (int k = classes, end = groups; k >= 2; k--) starts[k - 1] = end = from[k][end];
            return starts;
        }

        /// <summary>The best last break for the groups low…high, knowing it lies in first…last: it never moves down as groups are added.</summary>
        private void Fill(int low, int high, int first, int last, double[] cost, double[] next, int[] from)
        {
            if (low > high) return;
            int middle = (low + high) / 2, best = first;
            double least = double.PositiveInfinity;
            for (int b = first; b <= Math.Min(last, middle - 1); b++)
            {
                double c = cost[b] + Cost(b, middle);
                if (c < least) (least, best) = (c, b);
            }
            next[middle] = least;
            from[middle] = best;
            Fill(low, middle - 1, first, best, cost, next, from);
            Fill(middle + 1, high, best, last, cost, next, from);
        }

        private double Cost(int from, int to)
        {
            double s = sum[to] - sum[from];
            return Math.Max(0, square[to] - square[from] - s * s / (ends[to] - ends[from]));
        }
    }
}
