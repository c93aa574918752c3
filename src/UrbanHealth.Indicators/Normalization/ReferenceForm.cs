namespace UrbanHealth.Indicators;

/// <summary>How a figure is held against a reference point (参照形式).</summary>
public enum ReferenceForm
{
    /// <summary>比值: x/reference; reference/x where less is better. The default.</summary>
    Ratio,

    /// <summary>相对差: (x − reference)/|reference|; with the opposite sign where less is better.</summary>
    RelativeDifference,
}
