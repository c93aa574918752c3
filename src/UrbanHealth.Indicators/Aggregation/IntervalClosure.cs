namespace UrbanHealth.Indicators;

/// <summary>Which grade a score that lies exactly on a cut belongs to (区间端点归属).</summary>
public enum IntervalClosure
{
    /// <summary>[下限, 上限): the cut belongs to the better grade, as in "80 (含) and above is good".</summary>
    LowerIncluded,

    /// <summary>(下限, 上限]: the cut belongs to the worse grade; usual for classes of maps, whose upper bounds are observed values.</summary>
    UpperIncluded,
}
