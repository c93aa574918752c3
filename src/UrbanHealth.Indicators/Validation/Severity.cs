namespace UrbanHealth.Indicators;

/// <summary>How much a finding weighs (严重程度).</summary>
public enum Severity
{
    /// <summary>错误: the data cannot be used as they stand.</summary>
    Error,

    /// <summary>警告: usable, and probably not what was meant.</summary>
    Warning,

    /// <summary>提示: something the reader should know.</summary>
    Notice,
}
