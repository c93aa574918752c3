namespace UrbanHealth.Indicators;

/// <summary>What calibration does with respondents who lack an attribute that the weights are calibrated to (属性缺失的处理).</summary>
public enum MissingAttribute
{
    /// <summary>报错: each is an error that names its line. The default.</summary>
    Error,

    /// <summary>保留份额: they are a category of their own that keeps its share of the weights, and the population's categories share the rest in their proportions. It takes those who do not say to be like those who do.</summary>
    KeepShare,
}
