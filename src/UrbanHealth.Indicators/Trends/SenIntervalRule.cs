namespace UrbanHealth.Indicators;

/// <summary>Which slopes bound the interval of Sen's slope (森斜率置信区间取秩规则). N slopes, C = z·√Var S.</summary>
public enum SenIntervalRule
{
    /// <summary>取整: the slopes of rank round((N − C)/2) and round((N + C)/2) + 1, half to even; scipy and R's trend. The default.</summary>
    Rounded,

    /// <summary>插值: between the neighbouring slopes at the ranks (N − C)/2 and (N + C)/2 + 1. Source: Gilbert (1987), 16.5.</summary>
    Interpolated,

    /// <summary>次序统计量: the slopes of rank M = ⌊(N − C)/2⌋ and N − M + 1, with C from the exact distribution of S for up to 20 values; never covers less than asked. Source: Hollander, Wolfe &amp; Chicken (2014), 9.3.</summary>
    OrderStatistic,
}
