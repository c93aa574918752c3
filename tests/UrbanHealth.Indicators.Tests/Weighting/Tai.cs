using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Weights;

/// <summary>The technology achievement example of the OECD/JRC handbook: 23 countries, 8 indicators.</summary>
internal static class Tai
{
    public static Matrix Raw() => Table("tai/tai23_raw.csv");

    public static Matrix MinMax() => Table("tai/calc_minmax.csv");

    public static double[] Weights(string column) => Reference.Csv("tai/calc_objective_and_combined_weights.csv").Numbers(column);

    private static Matrix Table(string file)
    {
        ReferenceTable table = Reference.Csv(file);
        return Matrix.FromColumns([.. table.Header.Skip(1).Select(table.Numbers)]);
    }
}
