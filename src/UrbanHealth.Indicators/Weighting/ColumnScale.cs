namespace UrbanHealth.Indicators;

/// <summary>How columns are made comparable before a weighting looks at them (列的尺度).</summary>
public enum ColumnScale
{
    /// <summary>极差: each column onto 0…1 by its own minimum and maximum; scores that are min-max already keep their shape.</summary>
    MinMax,

    /// <summary>原值: the columns as they are.</summary>
    AsGiven,
}
