namespace UrbanHealth.Indicators.Tests.Support;

/// <summary>A small CSV file of reference numbers, by column name.</summary>
internal sealed class ReferenceTable
{
    private readonly Dictionary<string, int> columns;

    private ReferenceTable(string[] header, List<string[]> rows)
    {
        Header = header;
        Rows = rows;
        columns = header.Select((h, i) => (h, i)).DistinctBy(p => p.h).ToDictionary(p => p.h, p => p.i);
    }

    public string[] Header { get; }

    public IReadOnlyList<string[]> Rows { get; }

    public int IndexOf(string column) => columns[column];

    public string[] Text(string column) => [.. Rows.Select(r => r[columns[column]])];

    public double[] Numbers(string column) => [.. Text(column).Select(Reference.Number)];

    public static ReferenceTable Parse(string text)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        var field = new System.Text.StringBuilder();
        bool quoted = false;
        text = text.TrimStart('\uFEFF');
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quoted)
            {
                if (c != '"') field.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') { field.Append('"'); i++; }
                else quoted = false;
            }
            else if (c == '"') quoted = true;
            else if (c == ',') { row.Add(field.ToString()); field.Clear(); }
            else if (c == '\n') { row.Add(field.ToString()); field.Clear(); rows.Add([.. row]); row.Clear(); }
            else if (c != '\r') field.Append(c);
        }
        if (field.Length > 0 || row.Count > 0) { row.Add(field.ToString()); rows.Add([.. row]); }
        string[] header = rows[0];
        rows.RemoveAt(0);
        rows.RemoveAll(r => r.Length == 1 && r[0].Length == 0);
        return new ReferenceTable(header, rows);
    }
}
