using System.Globalization;
using System.Text;
using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

public sealed partial class EvaluationResult
{
    /// <summary>Writes the scores as CSV: a row an area and year, with a column for each dimension, the composite first; a missing score is blank.</summary>
    /// <remarks>Numbers are written so that reading them back gives the same bits. The blocks of a large panel are written one behind the other, the first with the header.</remarks>
    /// <param name="text">Takes the rows; it is left open.</param>
    /// <param name="header">Whether the column names are written first.</param>
    /// <param name="indicators">Whether the scores of the indicators are written too, behind the dimensions.</param>
    public void WriteCsv(TextWriter text, bool header = true, bool indicators = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] codes = [.. Model.Tree.Nodes.Select(n => n.Code), .. indicators ? Framework.Indicators.Select(i => i.Code) : []];
        var row = new StringBuilder();
        if (header)
        {
            CsvText.Field(row, "area", false);
            CsvText.Field(row, "year", codes.Length == 0);
            for (int c = 0; c < codes.Length; c++) CsvText.Field(row, codes[c], c == codes.Length - 1);
            text.Write(row);
        }
        for (int y = 0; y < Years.Count; y++)
        {
            ReadOnlyMemory<double>[] columns = [.. codes.Select(c => ScoresAt(c, y))];
            for (int a = 0; a < Areas.Count; a++)
            {
                row.Clear();
                CsvText.Field(row, Areas[a].Code, false);
                CsvText.Field(row, Years[y].ToString(CultureInfo.InvariantCulture), false);
                for (int c = 0; c < columns.Length; c++)
                {
                    double score = columns[c].Span[a];
                    CsvText.Field(row, double.IsNaN(score) ? null : score.ToString("R", CultureInfo.InvariantCulture), c == columns.Length - 1);
                }
                text.Write(row);
            }
        }
    }
}
