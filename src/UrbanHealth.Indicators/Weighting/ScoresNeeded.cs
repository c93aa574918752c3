namespace UrbanHealth.Indicators;

/// <summary>What a weighting has to know of the scores.</summary>
internal enum ScoresNeeded
{
    /// <summary>Every row, in one place.</summary>
    Rows,

    /// <summary>Counts, extremes and sums of each column.</summary>
    Columns,

    /// <summary>These, and how many figures lie at the ends of each.</summary>
    Ends,

    /// <summary>Those of columns, and sums of products of each two columns, over the rows that have both.</summary>
    Pairs,
}
