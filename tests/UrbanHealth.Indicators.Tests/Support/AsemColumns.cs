namespace UrbanHealth.Indicators.Tests.Support;

/// <summary>The ASEM reference data: areas by indicators, by code.</summary>
internal static class AsemColumns
{
    private static readonly Lazy<Dictionary<string, Direction>> DirectionsOnce = new(() =>
    {
        ReferenceTable meta = Reference.Csv("coinr_asem/asem_iMeta.csv");
        return meta.Rows.Where(r => r[meta.IndexOf("Type")] == "Indicator")
            .ToDictionary(r => r[meta.IndexOf("iCode")], r => r[meta.IndexOf("Direction")] == "-1" ? Direction.LowerIsBetter : Direction.HigherIsBetter);
    });

    private static readonly Lazy<ReferenceTable> TreatedOnce = new(() => Reference.Csv("coinr_asem/A_dset_Treated.csv"));

    /// <summary>The direction of each indicator.</summary>
    public static IReadOnlyDictionary<string, Direction> Directions => DirectionsOnce.Value;

    /// <summary>The treated figures, to which the normalisation files apply.</summary>
    public static ReferenceTable Treated => TreatedOnce.Value;

    public static IEnumerable<string> Indicators => Directions.Keys;

    /// <summary>A column of the indicators' table, by code.</summary>
    public static IReadOnlyDictionary<string, string> Meta(string column)
    {
        ReferenceTable meta = Reference.Csv("coinr_asem/asem_iMeta.csv");
        return meta.Rows.ToDictionary(r => r[meta.IndexOf("iCode")], r => r[meta.IndexOf(column)]);
    }

    /// <summary>The largest deviation of computed columns from those of a file.</summary>
    public static double Deviation(string file, Func<string, double[]> compute, IEnumerable<string>? indicators = null)
    {
        ReferenceTable expected = Reference.Csv("coinr_asem/" + file);
        double largest = 0;
        foreach (string code in indicators ?? Indicators)
        {
            double[] e = expected.Numbers(code), a = compute(code);
            if (e.Length != a.Length) return double.PositiveInfinity;
            for (int i = 0; i < e.Length; i++) largest = Math.Max(largest, Near.Deviation(e[i], a[i]));
        }
        return largest;
    }
}
