namespace UrbanHealth.Indicators;

/// <summary>What entropy weights do with shares of zero, whose logarithm does not exist (熵权法零值处理).</summary>
public enum EntropyZeros
{
    /// <summary>0·ln 0 = 0, the limit; needs no constant. The default.</summary>
    ZeroTimesLogZero,

    /// <summary>替换: exact 0 becomes ε and exact 1 becomes 1 − ε on the 0…1 scale (R package mathmodels, for data already in 0…1).</summary>
    Replace,

    /// <summary>压缩: the 0…1 scale is compressed onto ε…1 − ε (R package mathmodels, for raw data).</summary>
    Compress,

    /// <summary>平移: ε is added to every figure, the common way of Chinese panel studies (ε = 0.001, 0.01 …).</summary>
    Shift,
}
