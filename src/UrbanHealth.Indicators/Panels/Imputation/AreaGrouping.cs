namespace UrbanHealth.Indicators;

/// <summary>Which areas belong together (分组方式).</summary>
public enum AreaGrouping
{
    /// <summary>城市类别: the same <see cref="Area.Class"/>, the first where an area has several. The default.</summary>
    Class,

    /// <summary>上级: the same <see cref="Area.Parent"/>.</summary>
    Parent,

    /// <summary>级别: the same <see cref="Area.Level"/>.</summary>
    Level,
}
