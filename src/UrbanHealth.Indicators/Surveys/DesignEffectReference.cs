namespace UrbanHealth.Indicators;

/// <summary>The simple random sample of equal size that a design effect compares with (设计效应的参照).</summary>
public enum DesignEffectReference
{
    /// <summary>不放回: drawn without replacement from a population of the summed weights; undefined (NaN) when that is not larger than the sample. The default, as in R's survey package.</summary>
    WithoutReplacement,

    /// <summary>放回: drawn with replacement; also for weights scaled to a mean of 1.</summary>
    WithReplacement,
}
