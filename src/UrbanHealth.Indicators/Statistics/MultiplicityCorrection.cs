namespace UrbanHealth.Indicators;

/// <summary>How p-values are corrected when many comparisons are made at once (多重比较校正).</summary>
public enum MultiplicityCorrection
{
    /// <summary>Holm (1979): holds the chance of any false finding, and is never worse than Bonferroni's. The default.</summary>
    Holm,

    /// <summary>Benjamini &amp; Hochberg (1995): holds the expected share of false findings among all.</summary>
    BenjaminiHochberg,

    /// <summary>Bonferroni: each p-value times their number.</summary>
    Bonferroni,

    /// <summary>不校正.</summary>
    None,
}
