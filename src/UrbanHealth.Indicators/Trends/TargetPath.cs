namespace UrbanHealth.Indicators;

/// <summary>The way from a baseline to a target (目标路径).</summary>
public enum TargetPath
{
    /// <summary>等差: the same amount a year. The default.</summary>
    Linear,

    /// <summary>等比: the same rate a year; baseline and target must be positive.</summary>
    Geometric,
}
