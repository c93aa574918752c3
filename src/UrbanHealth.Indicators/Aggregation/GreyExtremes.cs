namespace UrbanHealth.Indicators;

/// <summary>Over what the smallest and largest difference of a grey relation are taken (两级极差范围).</summary>
public enum GreyExtremes
{
    /// <summary>两级最小差与最大差: over all series together, as Deng (1982). The default.</summary>
    Global,

    /// <summary>逐对: over each series alone; found in textbooks, and gives other numbers.</summary>
    Pairwise,
}
