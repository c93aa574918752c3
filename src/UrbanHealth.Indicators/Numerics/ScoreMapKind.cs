namespace UrbanHealth.Indicators.Numerics;

/// <summary>How a raw figure becomes a score.</summary>
[Flags]
internal enum ScoreMapKind
{
    /// <summary>The figure is the score.</summary>
    Identity = 0,

    /// <summary>(x − origin)·slope + offset.</summary>
    Linear = 1,

    /// <summary>Minus the distance to a range first.</summary>
    Folded = 2,

    /// <summary>Held between two scores.</summary>
    Clamped = 4,

    /// <summary>One raw figure gets its score exactly, where no slope does it.</summary>
    Pinned = 8,

    /// <summary>The natural logarithm first.</summary>
    Logarithmic = 16,

    /// <summary>Straight lines through points.</summary>
    Piecewise = 32,

    /// <summary>A function over spans.</summary>
    Function = 64,
}
