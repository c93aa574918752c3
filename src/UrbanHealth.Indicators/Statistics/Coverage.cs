using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>How complete a row or a column is (数据完整度).</summary>
/// <param name="Total">The cells.</param>
/// <param name="Missing">Those without a figure.</param>
/// <param name="Zeros">Those whose figure is 0.</param>
public readonly record struct Coverage(int Total, int Missing, int Zeros)
{
    /// <summary>The share of the cells that have a figure, 0…1.</summary>
    public double PresentShare => 1 - (double)Missing / Total;

    /// <summary>The share of the figures that are not 0, 0…1; NaN when there is none.</summary>
    public double NonZeroShare => Missing == Total ? double.NaN : 1 - (double)Zeros / (Total - Missing);

    /// <summary>The coverage of figures.</summary>
    public static Coverage Of(ReadOnlySpan<double> values)
    {
        int missing = 0, zeros = 0;
        foreach (double v in values)
        {
            if (double.IsNaN(v)) missing++;
            else if (v == 0) zeros++;
        }
        return new Coverage(values.Length, missing, zeros);
    }

    /// <summary>The coverage of each row (area).</summary>
    public static IReadOnlyList<Coverage> OfRows(Matrix data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var row = new double[data.Columns];
        var coverages = new Coverage[data.Rows];
        for (int i = 0; i < coverages.Length; i++)
        {
            data.CopyRow(i, row);
            coverages[i] = Of(row);
        }
        return coverages;
    }

    /// <summary>The coverage of each column (indicator).</summary>
    public static IReadOnlyList<Coverage> OfColumns(Matrix data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return [.. Enumerable.Range(0, data.Columns).Select(j => Of(data.Column(j)))];
    }

    /// <summary>True when enough is present and enough of it is not 0.</summary>
    /// <param name="leastPresent">The smallest share present, 0…1.</param>
    /// <param name="leastNonZero">The smallest share that is not 0; 0 asks nothing.</param>
    public bool IsEnough(double leastPresent, double leastNonZero = 0) => PresentShare >= leastPresent && (leastNonZero <= 0 || NonZeroShare >= leastNonZero);

    /// <summary>Such as <c>45 of 49 present, 3 zeros</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Total - Missing} of {Total} present, {Zeros} zeros");
}
