namespace UrbanHealth.Indicators;

/// <summary>A table of numbers stored by column (矩阵): rows are areas, columns are indicators; NaN is missing.</summary>
/// <remarks>Immutable; a factory says whether it copies.</remarks>
public sealed class Matrix
{
    private readonly ReadOnlyMemory<double>[] columns;

    private Matrix(int rows, ReadOnlyMemory<double>[] columns) => (Rows, this.columns) = (rows, columns);

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns => columns.Length;

    /// <summary>The number in a row and a column, both from 0.</summary>
    public double this[int row, int column] => columns[column].Span[row];

    /// <summary>One column, contiguous.</summary>
    public ReadOnlySpan<double> Column(int index) => columns[index].Span;

    /// <summary>One column, to be kept.</summary>
    internal ReadOnlyMemory<double> ColumnMemory(int index) => columns[index];

    /// <summary>Copies one row into <paramref name="row"/>, which has a place a column.</summary>
    public void CopyRow(int index, Span<double> row)
    {
        if (row.Length != Columns) throw new ArgumentException("The span needs one place for each column.", nameof(row));
        for (int j = 0; j < row.Length; j++) row[j] = columns[j].Span[index];
    }

    /// <summary>A matrix of columns of one length; the arrays are copied.</summary>
    public static Matrix FromColumns(params double[][] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return Of([.. columns.Select(c => (ReadOnlyMemory<double>)(double[])(c ?? throw new ArgumentNullException(nameof(columns))).Clone())], nameof(columns));
    }

    /// <summary>A matrix over existing memory, without a copy; the memory must not change afterwards.</summary>
    public static Matrix FromMemory(params ReadOnlyMemory<double>[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return Of([.. columns], nameof(columns));
    }

    /// <summary>A matrix of rows of one length; the numbers are copied.</summary>
    public static Matrix FromRows(params double[][] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Length == 0) throw new ArgumentException("A matrix has at least one row.", nameof(rows));
        int width = rows[0].Length;
        if (rows.Any(r => r.Length != width)) throw new ArgumentException("The rows differ in length.", nameof(rows));
        var columns = new ReadOnlyMemory<double>[width];
        for (int j = 0; j < width; j++) columns[j] = Array.ConvertAll(rows, r => r[j]);
        return Of(columns, nameof(rows));
    }

    /// <summary>The rows of the given places, in that order.</summary>
    internal Matrix RowsAt(ReadOnlySpan<int> rows)
    {
        var taken = new ReadOnlyMemory<double>[Columns];
        for (int j = 0; j < taken.Length; j++)
        {
            ReadOnlySpan<double> from = columns[j].Span;
            var to = new double[rows.Length];
            for (int i = 0; i < to.Length; i++) to[i] = from[rows[i]];
            taken[j] = to;
        }
        return new Matrix(rows.Length, taken);
    }

    /// <summary>The columns of the given places, in that order, without a copy.</summary>
    internal Matrix ColumnsAt(int[] places) => new(Rows, [.. places.Select(j => columns[j])]);

    /// <summary>The rows in which no column is NaN.</summary>
    internal Matrix CompleteRows()
    {
        int[] complete = Numerics.CompleteRows.Of(columns, Rows);
        return complete.Length == Rows ? this : RowsAt(complete);
    }

    private static Matrix Of(ReadOnlyMemory<double>[] columns, string argument)
    {
        if (columns.Length == 0) throw new ArgumentException("A matrix has at least one column.", argument);
        int rows = columns[0].Length;
        if (Array.Exists(columns, c => c.Length != rows)) throw new ArgumentException("The columns differ in length.", argument);
        return new Matrix(rows, columns);
    }

    /// <summary>Such as <c>Matrix 23 × 8</c>.</summary>
    public override string ToString() => $"Matrix {Rows} × {Columns}";
}
