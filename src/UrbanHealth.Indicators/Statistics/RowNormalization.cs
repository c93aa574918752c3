namespace UrbanHealth.Indicators;

/// <summary>Whether rows of loadings are brought to one length before a rotation (旋转前行标准化).</summary>
public enum RowNormalization
{
    /// <summary>Kaiser 标准化: each row is divided by the root of its communality, and multiplied back. The default.</summary>
    Kaiser,

    /// <summary>不标准化: rows as they are.</summary>
    None,
}
