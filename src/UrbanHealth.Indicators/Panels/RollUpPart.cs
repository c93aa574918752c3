namespace UrbanHealth.Indicators;

/// <summary>What one area brings to the whole above it: what is added up, what that is divided by, and how many figures it rests on.</summary>
/// <param name="Above">The figure, or the numerator.</param>
/// <param name="Below">The denominator; 1 where there is none.</param>
/// <param name="Present">How many of the areas it rests on have their figure.</param>
/// <param name="Total">How many the indicator applies to.</param>
internal readonly record struct RollUpPart(double Above, double Below, int Present, int Total)
{
    public static RollUpPart Missing => new(double.NaN, double.NaN, 0, 1);

    public static RollUpPart NotApplicable => new(double.NaN, double.NaN, 0, 0);

    public static RollUpPart Of(double above, double below = 1) => new(above, below, 1, 1);

    public bool IsComplete => Present > 0 && Present == Total;
}
