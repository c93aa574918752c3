namespace UrbanHealth.Indicators;

/// <summary>What a fit in blocks does with a method that has to see a whole column at once (需要整列数据的方法): ranks, medians, treatments of outliers, grades by quantiles or natural breaks.</summary>
public enum WholeColumnRule
{
    /// <summary>报错: such a method is refused by name. The default.</summary>
    Refuse,

    /// <summary>整列保留: the columns such methods look at, and no others, are kept: eight bytes an area and year. The result is exact.</summary>
    Keep,
}
