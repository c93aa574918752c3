using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The Shapley value of a change (沙普利值分解): each variable's mean effect over every order in which they could have moved.</summary>
/// <remarks>Source: Shapley (1953); Shorrocks (2013). The parts sum to the change for any function, jumps included. It costs 2ⁿ values of the function, so at most 20 variables.</remarks>
public static class ShapleyValue
{
    /// <summary>The largest number of variables.</summary>
    public const int Largest = 20;

    /// <summary>The parts of f(end) − f(start).</summary>
    /// <param name="function">The function; not kept.</param>
    /// <param name="start">The variables at the start.</param>
    /// <param name="end">The variables at the end, as many.</param>
    /// <returns>One part a variable.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or there are more than 20 variables that differ.</exception>
    public static double[] Of(ScoreFunction function, ReadOnlySpan<double> start, ReadOnlySpan<double> end)
    {
        ArgumentNullException.ThrowIfNull(function);
        if (start.Length != end.Length) throw new ArgumentException("The start and the end differ in length.", nameof(end));
        var parts = new double[start.Length];
        var moved = new int[start.Length];
        int n = 0;
        for (int i = 0; i < start.Length; i++) if (!start[i].Equals(end[i])) moved[n++] = i;
        if (n > Largest) throw new ArgumentException($"At most {Largest} variables can differ.", nameof(end));
        var values = new double[1 << n];
        double[] x = start.ToArray();
        for (int set = 0; set < values.Length; set++)
        {
            for (int k = 0; k < n; k++) x[moved[k]] = (set >> k & 1) == 1 ? end[moved[k]] : start[moved[k]];
            values[set] = function(x);
        }
        var weights = new double[n]; // s!(n − 1 − s)!/n!
        for (int s = 0; s < n; s++) weights[s] = s == 0 ? 1.0 / n : weights[s - 1] * s / (n - s);
        for (int k = 0; k < n; k++)
        {
            double sum = 0, lost = 0;
            for (int set = 0; set < values.Length; set++)
                if ((set >> k & 1) == 0) Sums.Add(ref sum, ref lost, weights[System.Numerics.BitOperations.PopCount((uint)set)] * (values[set | 1 << k] - values[set]));
            parts[moved[k]] = sum + lost;
        }
        return parts;
    }
}
