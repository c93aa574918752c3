using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>The ASEM index of COINr, level by level: what a plan does with a whole framework, done here with this room alone.</summary>
internal sealed class CoinrIndex
{
    private const string Folder = "coinr_asem/";
    private readonly Dictionary<string, double[]> columns = [];
    private readonly List<(int Level, string Code, string Parent)> nodes = [];

    public CoinrIndex(string normalised)
    {
        ReferenceTable meta = Reference.Csv(Folder + "asem_iMeta.csv");
        foreach (string[] row in meta.Rows)
        {
            string Field(string name) => row[meta.IndexOf(name)];
            if (Field("Type") is "Indicator" or "Aggregate") nodes.Add((int.Parse(Field("Level")), Field("iCode"), Field("Parent")));
        }
        ReferenceTable table = Reference.Csv(Folder + normalised);
        foreach ((int level, string code, string _) in nodes)
            if (level == 1) columns[code] = table.Numbers(code);
    }

    public double[] this[string code] => columns[code];

    public Matrix Of(params string[] codes) => Matrix.FromColumns([.. codes.Select(c => columns[c])]);

    public string[] ChildrenOf(string parent) => [.. nodes.Where(n => n.Parent == parent).Select(n => n.Code)];

    /// <summary>Aggregates upwards; weights are given by code or all equal, coverage is the share of children below which a node is missing.</summary>
    public CoinrIndex Aggregate(Func<int, Indicators.Aggregation> method, IReadOnlyDictionary<string, double>? weights = null, Func<int, double>? coverage = null)
    {
        foreach ((int level, string code, string _) in nodes.Where(n => n.Level > 1).OrderBy(n => n.Level))
        {
            string[] children = ChildrenOf(code);
            double[] w = [.. children.Select(c => weights?[c] ?? 1)];
            double sum = w.Sum();
            for (int i = 0; i < w.Length; i++) w[i] /= sum;
            Matrix scores = Of(children);
            var composites = new double[scores.Rows];
            method(level - 1).Aggregate(scores, w, composites);
            if (coverage is not null)
                for (int r = 0; r < composites.Length; r++)
                    if ((double)children.Count(c => !double.IsNaN(columns[c][r])) / children.Length < coverage(level - 1)) composites[r] = double.NaN;
            columns[code] = composites;
        }
        return this;
    }

    /// <summary>The largest relative deviation of all aggregates from a file of COINr.</summary>
    public double DeviationFrom(string file)
    {
        ReferenceTable expected = Reference.Csv(Folder + file);
        double largest = 0;
        foreach ((int level, string code, string _) in nodes)
        {
            if (level == 1) continue;
            double[] e = expected.Numbers(code), a = columns[code];
            if (e.Length != a.Length) return double.PositiveInfinity;
            for (int i = 0; i < e.Length; i++) largest = Math.Max(largest, Near.Deviation(e[i], a[i]));
        }
        return largest;
    }

    public static Dictionary<string, double> Weights(string file)
    {
        ReferenceTable table = Reference.Csv(Folder + file);
        return table.Text("iCode").Zip(table.Numbers("Weight")).ToDictionary(p => p.First, p => p.Second);
    }
}
