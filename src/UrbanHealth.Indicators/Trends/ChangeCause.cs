namespace UrbanHealth.Indicators;

/// <summary>Why a composite moved (变动原因).</summary>
public enum ChangeCause
{
    /// <summary>指标变化: the figure itself moved.</summary>
    Figure,

    /// <summary>插补: the figure is imputed at one end at least.</summary>
    Imputation,

    /// <summary>口径或范围: the definition or the coverage of the figure is another one.</summary>
    Scope,

    /// <summary>标准化: another yardstick makes another score of one figure; only between two models.</summary>
    Yardstick,

    /// <summary>权重: another weight; only between two models.</summary>
    Weights,

    /// <summary>缺失重分权: a child is missing at one end, and the others carry its weight.</summary>
    Reweighting,

    /// <summary>规则: a rule beside the aggregation, such as a veto, or another method of aggregation.</summary>
    Rule,
}
