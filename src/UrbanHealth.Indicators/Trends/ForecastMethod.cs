namespace UrbanHealth.Indicators;

/// <summary>How a series is carried forward (预测方法).</summary>
public enum ForecastMethod
{
    /// <summary>灰色预测 GM(1,1).</summary>
    Grey,

    /// <summary>线性趋势外推.</summary>
    Linear,

    /// <summary>霍尔特双参数指数平滑.</summary>
    Holt,

    /// <summary>漂移法: the last value and the mean annual change.</summary>
    Drift,
}
