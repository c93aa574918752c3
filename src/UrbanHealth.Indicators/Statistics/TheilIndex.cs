namespace UrbanHealth.Indicators;

/// <summary>Which of Theil's two measures (泰尔指数类型).</summary>
public enum TheilIndex
{
    /// <summary>T: groups count by their share of the total. The default.</summary>
    T,

    /// <summary>L, the mean log deviation: groups count by their share of the population.</summary>
    L,
}
