namespace UrbanHealth.Indicators;

/// <summary>How much of a baseline a normalisation has to see at once to be fitted.</summary>
internal enum LearnedFrom
{
    /// <summary>Every figure, in one place.</summary>
    WholeColumn,

    /// <summary>Counts, extremes and sums, which parts of a column merge to.</summary>
    Moments,

    /// <summary>None.</summary>
    Nothing,

    /// <summary>Every figure with the name of its area.</summary>
    NamedAreas,
}
