namespace UrbanHealth.Indicators;

/// <summary>The present scores of one area with their weights as given: what a row aggregation combines.</summary>
internal readonly ref struct RowScores
{
    /// <summary>Weights whose sum is this near to 1 are taken to sum to 1: only rounding keeps them from it.</summary>
    private const double Rounding = 1e-9;

    public RowScores(ReadOnlySpan<double> scores, ReadOnlySpan<double> weights, ReadOnlySpan<int> columns, double allWeight, double presentWeight)
    {
        Scores = scores;
        Weights = weights;
        Columns = columns;
        AllWeight = allWeight;
        PresentWeight = presentWeight;
    }

    /// <summary>The present scores, in the order of the children.</summary>
    public ReadOnlySpan<double> Scores { get; }

    /// <summary>Their weights, not yet divided by anything.</summary>
    public ReadOnlySpan<double> Weights { get; }

    /// <summary>The column each of them stands in.</summary>
    public ReadOnlySpan<int> Columns { get; }

    /// <summary>The sum of all weights, in order.</summary>
    public double AllWeight { get; }

    /// <summary>The sum of the weights of the present scores, in order; the same bits as <see cref="AllWeight"/> when nothing is missing.</summary>
    public double PresentWeight { get; }

    /// <summary>Whether a score that the method is not defined for makes the composite NaN; otherwise it is an exception.</summary>
    public bool IsTolerant { get; init; }

    /// <summary>What a mean is multiplied by, so that weights that do not sum to 1 are kept.</summary>
    public double Scale => ScaleOf(AllWeight);

    /// <summary>As <see cref="Scale"/>, for a sum of weights.</summary>
    public static double ScaleOf(double allWeight) => Math.Abs(allWeight - 1) <= Rounding ? 1 : allWeight;

    /// <summary>The weighted arithmetic mean of the present scores.</summary>
    public double Mean()
    {
        double sum = 0;
        for (int i = 0; i < Scores.Length; i++) sum += Weights[i] * Scores[i];
        return sum / PresentWeight;
    }
}
