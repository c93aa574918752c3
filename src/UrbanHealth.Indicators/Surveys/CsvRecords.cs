using System.Text;

namespace UrbanHealth.Indicators;

/// <summary>Reads comma-separated text record by record; quotes are doubled inside quotes, a quoted field may go over lines.</summary>
internal sealed class CsvRecords(TextReader source)
{
    private readonly StringBuilder text = new();
    private readonly List<(int Start, int Length)> fields = [];
    private char[] record = new char[1024];
    private long nextLine = 1;

    public long Line { get; private set; }

    public int Count => fields.Count;

    /// <summary>True when a quote is opened and not closed.</summary>
    public bool IsBroken { get; private set; }

    public ReadOnlySpan<char> this[int field] => record.AsSpan(fields[field].Start, fields[field].Length);

    public bool Read()
    {
        string? line;
        do
        {
            Line = nextLine++;
            line = source.ReadLine();
            if (line is null) return false;
            if (Line == 1) line = line.TrimStart('\uFEFF');
        } while (line.Length == 0);
        while (line.AsSpan().Count('"') % 2 == 1)
        {
            string? more = source.ReadLine();
            if (more is null) break;
            nextLine++;
            text.Clear().Append(line).Append('\n').Append(more);
            line = text.ToString();
        }
        Split(line);
        return true;
    }

    private void Split(string line)
    {
        fields.Clear();
        IsBroken = false;
        if (record.Length < line.Length) record = new char[line.Length * 2];
        int written = 0, start = 0;
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (c == '"')
            {
                if (quoted && i + 1 < line.Length && line[i + 1] == '"') { record[written++] = '"'; i++; }
                else quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add((start, written - start));
                start = written;
            }
            else record[written++] = c;
        }
        fields.Add((start, written - start));
        IsBroken = quoted;
    }
}
