using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>What the ratio methods share: figures on a ratio scale, and a line through the true zero.</summary>
internal static class Ratios
{
    public static bool IsReciprocal(Preference preference, CostForm cost) => preference.Direction == Direction.LowerIsBetter && cost == CostForm.Reciprocal;

    /// <summary>The figures, when a ratio method is defined for them.</summary>
    public static ExactMoments Check(ExactMoments x, Preference preference, CostForm cost, string argument = "values")
    {
        if (preference.IsDistance) throw new ArgumentException("A ratio to a distance says nothing: for a target or range use min-max.", nameof(preference));
        if (x.Minimum < 0) throw new ArgumentException("A figure is negative: ratios need a scale with a true zero. Use min-max or z-scores.", argument);
        if (IsReciprocal(preference, cost) && x.Minimum == 0) throw new ArgumentException("A figure is 0 and has no reciprocal: use CostForm.Complement or another method.", argument);
        if (x.Maximum == 0) throw new ArgumentException("Every figure is 0: nothing to take a ratio to.", argument);
        return x;
    }

    /// <summary>Adds one over each figure; 0, which has none, is refused by <see cref="Check"/>.</summary>
    public static void LearnReciprocals(ReadOnlySpan<double> values, ColumnStatistics statistics)
    {
        var reciprocals = new double[values.Length];
        for (int i = 0; i < reciprocals.Length; i++) reciprocals[i] = 1 / values[i];
        statistics.Reciprocals.Add(reciprocals);
    }

    /// <summary>x/whole, or 1 − x/whole where less is better.</summary>
    public static FittedLinear Through(double whole, double high, Preference preference) => preference.Direction == Direction.LowerIsBetter
        ? new FittedLinear { Worst = whole, Best = 0, Low = 0, High = high, Preference = preference }
        : new FittedLinear { Worst = 0, Best = whole, Low = 0, High = high, Preference = preference };
}
