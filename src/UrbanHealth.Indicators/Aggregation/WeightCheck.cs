namespace UrbanHealth.Indicators;

/// <summary>Refuses the weights that no mean of scores is defined for.</summary>
internal static class WeightCheck
{
    /// <exception cref="ArgumentException">A weight is negative, infinite or not a number.</exception>
    public static void NotNegative(ReadOnlySpan<double> weights)
    {
        foreach (double w in weights) NotNegative(w);
    }

    /// <exception cref="ArgumentException">The weight is negative, infinite or not a number.</exception>
    public static void NotNegative(double weight)
    {
        if (!(weight >= 0 && double.IsFinite(weight))) Refuse("weights");
    }

    private static void Refuse(string weights) => throw new ArgumentException("A weight is negative or not a number.", weights);
}
