using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>The technology achievement index of the OECD/JRC Handbook: 23 countries, 8 indicators.</summary>
internal static class Tai
{
    public static readonly double[] Equal = [.. Enumerable.Repeat(1.0 / 8, 8)];

    public static Matrix Scores(string file)
    {
        ReferenceTable table = Reference.Csv("tai/" + file);
        return Matrix.FromColumns([.. table.Header.Skip(1).Take(8).Select(table.Numbers)]);
    }

    public static double[] Column(string file, string column) => Reference.Csv("tai/" + file).Numbers(column);

    /// <summary>A column of a printed table, in the order of countries of the figures.</summary>
    public static double[] Printed(string file, string column)
    {
        ReferenceTable table = Reference.Csv("tai/" + file);
        Dictionary<string, double> byCountry = table.Text("Country").Zip(table.Numbers(column)).ToDictionary(p => p.First, p => p.Second);
        return [.. Reference.Csv("tai/tai23_raw.csv").Text("Country").Select(c => byCountry[c])];
    }

    public static double[] Composites(Indicators.Aggregation method, Matrix scores, double[] weights)
    {
        var composites = new double[scores.Rows];
        method.Aggregate(scores, weights, composites);
        return composites;
    }

    public static double Deviation(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        double largest = 0;
        for (int i = 0; i < expected.Length; i++) largest = Math.Max(largest, Near.Deviation(expected[i], actual[i]));
        return largest;
    }
}
