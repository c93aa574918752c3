namespace UrbanHealth.Indicators;

/// <summary>How a correlation becomes a conflict between two indicators (冲突性).</summary>
public enum ConflictMeasure
{
    /// <summary>1 − r: opposite indicators conflict most. The default, as in the source.</summary>
    Signed,

    /// <summary>1 − |r|: a strong correlation of either sign is redundant.</summary>
    Absolute,
}
