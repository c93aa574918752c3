namespace UrbanHealth.Indicators;

/// <summary>Whether two figures of an indicator can be held against each other (可比性), and if not why; the first reason that holds.</summary>
public enum Comparability
{
    /// <summary>可比.</summary>
    Comparable,

    /// <summary>均无数据: no figure at either end.</summary>
    NoFigure,

    /// <summary>新增: no figure at the start.</summary>
    New,

    /// <summary>停用或缺测: no figure at the end.</summary>
    Ended,

    /// <summary>口径变化: the definition has another version.</summary>
    DefinitionChanged,

    /// <summary>范围变化: another coverage, such as 建成区 in place of 市辖区.</summary>
    CoverageChanged,

    /// <summary>沿用数据: one figure is the other, carried over, so that no change says nothing.</summary>
    CarriedOver,
}
