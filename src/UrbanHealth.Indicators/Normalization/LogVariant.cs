namespace UrbanHealth.Indicators;

/// <summary>Which logarithm a treatment takes (对数处理的形式).</summary>
public enum LogVariant
{
    /// <summary>按极差平移: ln(x − min + 0.01·(max − min)); COINr <c>log_CT</c>. The default.</summary>
    ShiftedByRange,

    /// <summary>按偏态方向平移: as <see cref="ShiftedByRange"/>, mirrored where the skewness is negative; COINr <c>log_CT_plus</c>.</summary>
    ShiftedBySkew,

    /// <summary>加一平移: ln(x − min + 1); COINr <c>log_CT_orig</c>.</summary>
    ShiftedByOne,

    /// <summary>原值对数: ln x; every figure must be positive.</summary>
    Plain,

    /// <summary>全球创新指数: ln((max − 1)(x − min)/(max − min) + 1), mirrored where the skewness is negative; the largest figure must be above 1 (after mirroring the range itself). Source: Global Innovation Index.</summary>
    GlobalInnovationIndex,
}
