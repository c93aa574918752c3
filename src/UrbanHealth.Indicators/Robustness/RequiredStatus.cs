namespace UrbanHealth.Indicators;

/// <summary>Whether one figure alone can reach a goal (能否达到).</summary>
public enum RequiredStatus
{
    /// <summary>已达到: the goal is reached as things are.</summary>
    Reached,

    /// <summary>可达到: the goal is reached by a figure that is possible.</summary>
    Possible,

    /// <summary>达不到: the goal is not reached even by the best possible figure.</summary>
    OutOfReach,

    /// <summary>无现值: there is no figure, or no composite, to start from.</summary>
    NoFigure,
}
