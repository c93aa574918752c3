namespace UrbanHealth.Indicators;

/// <summary>Which other indicators speak for a missing one (行均值的范围).</summary>
public enum RowMeanScope
{
    /// <summary>同一维度: those directly under the same dimension. The default.</summary>
    Dimension,

    /// <summary>全部: all indicators.</summary>
    All,
}
