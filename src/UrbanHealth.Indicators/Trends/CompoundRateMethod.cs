namespace UrbanHealth.Indicators;

/// <summary>How a mean yearly growth rate is defined (年均增长率算法).</summary>
public enum CompoundRateMethod
{
    /// <summary>水平法: (last/first)^(1/years) − 1. The default.</summary>
    Level,

    /// <summary>累计法: the rate at which first·(1 + g)^t, summed over the later times, equals the sum of what was observed there.</summary>
    Cumulative,

    /// <summary>逐年增速平均: the mean of the growth from each value to the next, each made yearly and weighted by its years.</summary>
    MeanOfYearlyGrowth,

    /// <summary>对数线性趋势: exp(b) − 1, b the least-squares slope of ln y.</summary>
    LogLinear,
}
