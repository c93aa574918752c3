using System.Text;

namespace UrbanHealth.Indicators.Text;

/// <summary>A table for a terminal: columns line up also where Chinese stands two cells wide.</summary>
internal sealed class TextTable(params string[] header)
{
    private readonly List<string[]> rows = [header];

    public IReadOnlyList<string> Header => rows[0];

    public IReadOnlyList<IReadOnlyList<string>> Body => rows[1..];

    public TextTable Add(params string[] row)
    {
        if (row.Length != rows[0].Length) throw new ArgumentException("The row has another number of cells than the header.", nameof(row));
        rows.Add(row);
        return this;
    }

    /// <summary>Numbers stand to the right, words to the left; two spaces between columns, none at the end of a line.</summary>
    public override string ToString()
    {
        int columns = rows[0].Length;
        var widths = new int[columns];
        var right = new bool[columns];
        for (int c = 0; c < columns; c++)
        {
            widths[c] = rows.Max(r => Width(r[c]));
            right[c] = rows.Count > 1 && rows.Skip(1).All(r => IsNumber(r[c])) && rows.Skip(1).Any(r => r[c].Length > 0 && char.IsAsciiDigit(r[c][^1]));
        }
        var text = new StringBuilder();
        foreach (string[] row in rows)
        {
            var line = new StringBuilder();
            for (int c = 0; c < columns; c++)
            {
                if (c > 0) line.Append("  ");
                int pad = widths[c] - Width(row[c]);
                if (right[c]) line.Append(' ', pad).Append(row[c]);
                else line.Append(row[c]).Append(' ', pad);
            }
            text.Append(line.ToString().TrimEnd()).Append('\n');
        }
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>The cells a terminal gives a text: two for East Asian wide characters.</summary>
    public static int Width(string text)
    {
        int width = 0;
        foreach (Rune rune in text.EnumerateRunes()) width += IsWide(rune.Value) ? 2 : 1;
        return width;
    }

    private static bool IsWide(int rune) => rune is >= 0x1100 and (<= 0x115F or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x20000 and <= 0x3FFFD) or (>= 0x1F300 and <= 0x1F64F));

    public static bool IsNumber(string cell) => cell.Length == 0 || cell is "—" or "-" || (cell.Any(char.IsAsciiDigit) && cell.All(c => char.IsAsciiDigit(c) || c is '.' or '-' or '−' or '+' or '%' or ' ' or 'E' or '±'));
}
