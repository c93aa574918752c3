namespace UrbanHealth.Indicators;

/// <summary>How far two rankings of the same areas are apart.</summary>
internal static class RankShift
{
    /// <summary>The mean of |rank − rank| over the areas that both rank; NaN when there is none.</summary>
    public static double Mean(ReadOnlySpan<double> ranks, ReadOnlySpan<double> others)
    {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < ranks.Length; i++)
        {
            double shift = Math.Abs(ranks[i] - others[i]);
            if (double.IsNaN(shift)) continue;
            sum += shift;
            count++;
        }
        return count == 0 ? double.NaN : sum / count;
    }
}
