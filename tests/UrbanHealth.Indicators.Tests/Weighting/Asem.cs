using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Weights;

/// <summary>The ASEM connectivity index: 51 countries, 49 indicators, four levels.</summary>
internal static class Asem
{
    public static IReadOnlyDictionary<string, double> Pca => Weights("coinr_asem/A_pca_weightset_level1.csv");

    public static Matrix Normalised(IEnumerable<string> codes) => Table("coinr_asem/A_dset_Normalised.csv", codes);

    public static Matrix Aggregated(IEnumerable<string> codes) => Table("coinr_asem/A_dset_Aggregated.csv", codes);

    public static Dictionary<string, double> Weights(string file)
    {
        ReferenceTable table = Reference.Csv(file);
        return table.Text("iCode").Zip(table.Numbers("Weight")).ToDictionary(p => p.First, p => p.Second);
    }

    /// <summary>The children of each parent on a level, in the order of the file.</summary>
    public static IEnumerable<(string Parent, string[] Codes)> Groups(string level)
    {
        ReferenceTable meta = Reference.Csv("coinr_asem/asem_iMeta.csv");
        return meta.Rows.Select((_, i) => i)
            .Where(i => meta.Text("Level")[i] == level.Split(' ')[1] && meta.Text("Parent")[i].Length > 0)
            .GroupBy(i => meta.Text("Parent")[i])
            .Select(g => (g.Key, g.Select(i => meta.Text("iCode")[i]).ToArray()));
    }

    private static Matrix Table(string file, IEnumerable<string> codes)
    {
        ReferenceTable table = Reference.Csv(file);
        return Matrix.FromColumns([.. codes.Select(table.Numbers)]);
    }
}
