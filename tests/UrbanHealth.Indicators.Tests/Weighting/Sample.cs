using CsCheck;

namespace UrbanHealth.Indicators.Tests.Weights;

/// <summary>Random tables for properties: 6 to 12 areas, 2 to 5 indicators, two decimals, no column nearly constant.</summary>
internal static class Sample
{
    public static readonly Gen<double[][]> Scores =
        from columns in Gen.Int[2, 5]
        from rows in Gen.Int[6, 12]
        from table in Gen.Int[-1000, 1000].Select(i => i / 100.0).Array[columns].Array[rows]
        where Enumerable.Range(0, columns).All(j => table.Max(r => r[j]) - table.Min(r => r[j]) > 1)
        select table;

    public static Matrix Of(double[][] rows) => Matrix.FromRows(rows);

    public static Matrix Positive(double[][] rows) => Map(Of(rows), (x, _) => x + 11);

    public static Matrix Map(Matrix m, Func<double, int, double> map) =>
        Matrix.FromColumns([.. Enumerable.Range(0, m.Columns).Select(j => m.Column(j).ToArray().Select(x => map(x, j)).ToArray())]);

    public static Matrix ReversedColumns(Matrix m) => Matrix.FromColumns([.. Enumerable.Range(0, m.Columns).Reverse().Select(j => m.Column(j).ToArray())]);

    public static Matrix ReversedRows(Matrix m) => Matrix.FromColumns([.. Enumerable.Range(0, m.Columns).Select(j => m.Column(j).ToArray().Reverse().ToArray())]);
}
