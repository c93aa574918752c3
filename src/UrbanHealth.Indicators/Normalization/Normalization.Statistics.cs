using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

public abstract partial record Normalization
{
    /// <summary>How much of the baseline the method has to see at once.</summary>
    internal virtual LearnedFrom LearnedFrom => LearnedFrom.WholeColumn;

    /// <summary>Adds a part of a column to what the method learns from; for methods that learn from moments.</summary>
    /// <exception cref="ArgumentException">A figure is infinite.</exception>
    internal virtual void Learn(ReadOnlySpan<double> values, Preference preference, ColumnStatistics statistics)
    {
        if (!preference.IsDistance) statistics.Figures.Add(values);
        else
        {
            var distances = new double[values.Length];
            for (int i = 0; i < distances.Length; i++) distances[i] = preference.Orient(values[i]);
            statistics.Figures.Add(distances);
        }
    }

    /// <summary>Fits by what was learned from every part; for methods that learn from moments.</summary>
    /// <exception cref="ArgumentException">As for the other <c>Fit</c>.</exception>
    internal virtual FittedNormalization Fit(ColumnStatistics statistics, Preference preference) => throw new InvalidOperationException($"{GetType().Name} needs every figure at once.");

    /// <summary>The other <c>Fit</c> of a method that learns from moments, over a column in one piece.</summary>
    private protected FittedNormalization FitByMoments(ReadOnlySpan<double> values, Preference preference)
    {
        var statistics = new ColumnStatistics();
        Learn(values, preference, statistics);
        return Fit(statistics, preference);
    }

    /// <summary>The moments of the figures, of which there is at least one.</summary>
    private protected static ExactMoments Learned(ColumnStatistics statistics, string argument = "values")
    {
        ExactMoments figures = statistics.Figures;
        if (!figures.Sum.IsFinite) throw new ArgumentException("A figure is infinite.", argument);
        return figures.Count > 0 ? figures : throw new ArgumentException("Nothing to learn from: every figure is missing.", argument);
    }

    /// <summary>The smallest and the largest figure, the worst first.</summary>
    private protected static (double Worst, double Best) Ends(ExactMoments figures, Preference preference) =>
        preference.Direction == Direction.LowerIsBetter ? (figures.Maximum, figures.Minimum) : (figures.Minimum, figures.Maximum);

    private protected static double StandardDeviation(ExactMoments figures, VarianceDenominator denominator) =>
        Math.Sqrt(figures.Variance(denominator == VarianceDenominator.Sample ? 1 : 0));
}
