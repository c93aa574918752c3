namespace UrbanHealth.Indicators;

/// <summary>The net promoter score of plain ratings (净推荐值).</summary>
public static class NetPromoter
{
    /// <summary>100·(share of 9 and 10 − share of 0 to 6) of ratings from 0 to 10; NaN is left out. Source: Reichheld (2003).</summary>
    /// <exception cref="ArgumentException">There is no rating.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rating is outside 0…10; scores on other scales are not comparable.</exception>
    public static double Score(ReadOnlySpan<double> ratings)
    {
        int promoters = 0, detractors = 0, n = 0;
        foreach (double rating in ratings)
        {
            if (double.IsNaN(rating)) continue;
            if (rating is < 0 or > 10) throw new ArgumentOutOfRangeException(nameof(ratings), rating, "A rating lies between 0 and 10.");
            n++;
            if (rating >= 9) promoters++;
            else if (rating <= 6) detractors++;
        }
        return n == 0 ? throw new ArgumentException("There is no rating.", nameof(ratings)) : 100.0 * (promoters - detractors) / n;
    }
}
