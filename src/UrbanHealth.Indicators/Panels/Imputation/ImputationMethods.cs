namespace UrbanHealth.Indicators;

public abstract partial record Imputation
{
    /// <summary>One figure everywhere (常数).</summary>
    public static ConstantImputation Constant(double value) => new() { Value = value };

    /// <summary>The mean of the areas in the year (均值).</summary>
    public static MeanImputation Mean() => new();

    /// <summary>The median of the areas in the year (中位数).</summary>
    public static MedianImputation Median() => new();

    /// <summary>The mean of the group's areas in the year (组均值).</summary>
    public static GroupMeanImputation GroupMean(AreaGrouping by = AreaGrouping.Class) => new() { By = by };

    /// <summary>The median of the group's areas in the year (组中位数).</summary>
    public static GroupMedianImputation GroupMedian(AreaGrouping by = AreaGrouping.Class) => new() { By = by };

    /// <summary>The area's latest earlier figure, at most <paramref name="maxGap"/> years old (前值填充).</summary>
    public static CarryForwardImputation CarryForward(int? maxGap = null) => new() { MaxGap = maxGap };

    /// <summary>The area's next later figure, at most <paramref name="maxGap"/> years ahead (后值填充).</summary>
    public static CarryBackImputation CarryBack(int? maxGap = null) => new() { MaxGap = maxGap };

    /// <summary>On the straight line between the area's figures before and after (线性插值), over at most <paramref name="maxGap"/> years without one.</summary>
    public static LinearInTimeImputation LinearInTime(int? maxGap = null, SeriesEndRule ends = SeriesEndRule.Leave) => new() { MaxGap = maxGap, Ends = ends };

    /// <summary>The mean of the areas that are most alike in the year (最近邻).</summary>
    public static NearestNeighboursImputation NearestNeighbours(int neighbours = 5, NeighbourDistance distance = NeighbourDistance.Euclidean) => new() { Neighbours = neighbours, Distance = distance };

    /// <summary>Least squares on the indicators that correlate best (回归).</summary>
    public static RegressionImputation Regression(int bestCorrelated = 3) => new() { BestCorrelated = bestCorrelated };

    /// <summary>Least squares on named indicators (回归).</summary>
    public static RegressionImputation RegressionOn(params string[] predictors) => new() { Predictors = predictors };

    /// <summary>The area's mean over the other indicators, all brought to one range and back (行均值).</summary>
    public static RowMeanImputation RowMean(RowMeanScope within = RowMeanScope.Dimension) => new() { Within = within };

    /// <summary>One method after the other, each on what those before left missing (依次).</summary>
    public static SequentialImputation InOrder(params Imputation[] steps) => new() { Steps = steps };
}
