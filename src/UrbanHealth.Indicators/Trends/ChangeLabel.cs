namespace UrbanHealth.Indicators;

/// <summary>How the condition moved, whichever way the number went (与上年相比): a vacancy rate that rises from 6.25 to 29 is 下降.</summary>
public enum ChangeLabel
{
    /// <summary>持平: no change beyond the tolerance.</summary>
    Unchanged,

    /// <summary>上升: the condition is better.</summary>
    Improved,

    /// <summary>下降: the condition is worse.</summary>
    Worsened,
}
