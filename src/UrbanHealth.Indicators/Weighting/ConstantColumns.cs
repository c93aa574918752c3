namespace UrbanHealth.Indicators;

/// <summary>What a weighting learned from data does with a column that is the same everywhere (常数列).</summary>
public enum ConstantColumns
{
    /// <summary>报错: an <see cref="ArgumentException"/> that names the column. The default.</summary>
    Reject,

    /// <summary>权重为零: it tells the areas apart in nothing, so it weighs 0 and the others are weighed without it.</summary>
    ZeroWeight,
}
