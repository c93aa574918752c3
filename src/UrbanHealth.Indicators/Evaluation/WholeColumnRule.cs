namespace UrbanHealth.Indicators;

/// <summary>What a fit in blocks does with a method that has to see a whole column at once (需要整列数据的方法): ranks, medians, treatments of outliers, grades by quantiles or natural breaks.</summary>
public enum WholeColumnRule
{
    /// <summary>报错: such a method is refused by name. The default.</summary>
    Refuse,

    /// <summary>整列保留: the columns such methods look at, and no others, are kept: eight bytes an area and year. The result is exact.</summary>
    Keep,

    /// <summary>略图: of such columns a histogram is kept, whose buckets hold figures that agree to twelve binary digits (within 0.025 %) and know their lowest and highest. Memory grows with the range of a column and not with the areas; ends and equal figures stay exact.</summary>
    Sketch,
}
