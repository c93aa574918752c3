namespace UrbanHealth.Indicators.Text;

/// <summary>Reads CSV text (RFC 4180) record by record, with exact line numbers, and goes on after a malformed one.</summary>
/// <remarks>
/// Fields are spans into one buffer, valid until the next <see cref="Read"/>. A malformed record is given as a
/// <see cref="Problem"/> and reading resumes on the line after the one that broke, so that one stray quote does not
/// swallow a file. This is why it is written here: Sylvan.Data.Csv 1.4.4 numbers records rather than lines, and cannot
/// go on after an unclosed quote, text behind a closing quote, or a record longer than its buffer.
/// </remarks>
internal sealed class CsvReader
{
    /// <summary>A record longer than this many characters is reported instead of read.</summary>
    public const int LongestRecord = 1 << 20;

    /// <summary>A quoted field over more lines than this is taken for an unclosed quote.</summary>
    public const int MostQuotedLines = 100;

    private readonly TextReader source;
    private char delimiter;
    private char[] buffer = new char[1 << 15];
    private int start; // of the record
    private int end;   // of what is filled
    private int next;  // where the next record starts
    private bool exhausted;
    private bool full; // the record does not fit
    private bool begun;
    private long nextLine = 1;
    private (int Start, int Length)[] fields = new (int, int)[16]; // starts are relative to the record

    /// <param name="source">The text; a leading byte order mark is skipped.</param>
    /// <param name="delimiter">The separator; by default the one of comma, tab and semicolon that the first line has most of.</param>
    public CsvReader(TextReader source, char? delimiter = null) => (this.source, this.delimiter) = (source, delimiter ?? '\0');

    /// <summary>The line the record starts on, counted from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The number of fields of the record; 0 for a malformed one.</summary>
    public int Count { get; private set; }

    /// <summary>What is wrong with the record.</summary>
    public CsvProblem Problem { get; private set; }

    /// <summary>One field, unquoted.</summary>
    public ReadOnlySpan<char> this[int field] => buffer.AsSpan(start + fields[field].Start, fields[field].Length);

    /// <summary>Reads the next record that is not an empty line; false at the end.</summary>
    public bool Read()
    {
        if (!begun) Begin();
        while (true)
        {
            start = next;
            Line = nextLine;
            Count = 0;
            Problem = CsvProblem.None;
            int at = start;
            if (!Has(ref at)) return false;
            ReadRecord(at);
            if (Problem != CsvProblem.None || Count != 1 || fields[0].Length != 0) return true;
        }
    }

    private void Begin()
    {
        begun = true;
        int at = 0;
        while (at < buffer.Length && Has(ref at) && buffer[at] is not ('\r' or '\n')) at++;
        if (end > 0 && buffer[0] == '\uFEFF') next = start = 1;
        if (delimiter == '\0')
        {
            ReadOnlySpan<char> first = buffer.AsSpan(start, end - start);
            int stop = first.IndexOfAny('\r', '\n');
            if (stop >= 0) first = first[..stop];
            (int commas, int tabs, int semicolons) = (first.Count(','), first.Count('\t'), first.Count(';'));
            delimiter = commas >= tabs && commas >= semicolons ? ',' : tabs >= semicolons ? '\t' : ';';
        }
    }

    private void ReadRecord(int at)
    {
        while (true)
        {
            if (!Has(ref at)) { AddField(at, 0); next = at; return; } // the text ends behind a delimiter
            if (buffer[at] == '"')
            {
                long quoteLine = nextLine;
                int open = at - start;
                int close = CloseOf(ref at, out int doubled);
                bool more = close >= 0 && Has(ref at, 0, ref close);
                if (close < 0 || full || (more && buffer[at] != delimiter && buffer[at] is not ('\r' or '\n')))
                {
                    GiveUp(full && nextLine == quoteLine ? CsvProblem.TooLong : CsvProblem.Quote, quoteLine, start + open);
                    return;
                }
                AddField(start + open + 1, Unescape(start + open + 1, close, doubled));
                if (!more) { next = at; return; }
            }
            else
            {
                int from = at - start;
                do
                {
                    while (at < end && buffer[at] != delimiter && buffer[at] is not ('\n' or '\r')) at++;
                } while (at >= end && Has(ref at));
                if (full) { GiveUp(CsvProblem.TooLong, nextLine, at); return; }
                AddField(start + from, at - start - from);
                if (at >= end) { next = at; return; }
            }
            if (buffer[at] != delimiter) { SkipNewline(ref at); next = at; return; }
            at++;
        }
    }

    /// <summary>The place of the closing quote, or −1; <paramref name="at"/> moves from the opening quote past the closing one.</summary>
    private int CloseOf(ref int at, out int doubled)
    {
        doubled = 0;
        long line = nextLine;
        at++;
        while (Has(ref at))
        {
            char c = buffer[at];
            if (c == '"')
            {
                if (!Has(ref at, 1) || buffer[at + 1] != '"') return full ? -1 : at++;
                doubled++;
                at++;
            }
            else if (c == '\n' || (c == '\r' && !(Has(ref at, 1) && buffer[at + 1] == '\n')))
            {
                if (++nextLine - line > MostQuotedLines) return -1;
            }
            at++;
        }
        return -1;
    }

    /// <summary>Takes doubled quotes for one, in place; the new length.</summary>
    private int Unescape(int from, int close, int doubled)
    {
        if (doubled == 0) return close - from;
        int write = from;
        for (int read = from; read < close; read++)
        {
            buffer[write++] = buffer[read];
            if (buffer[read] == '"') read++;
        }
        return write - from;
    }

    private void AddField(int at, int length)
    {
        if (Count == fields.Length) Array.Resize(ref fields, 2 * Count);
        fields[Count++] = (at - start, length);
    }

    /// <summary>Gives up the record and goes on behind the line that <paramref name="at"/> lies on.</summary>
    private void GiveUp(CsvProblem problem, long line, int at)
    {
        (Problem, Count, Line, nextLine, full) = (problem, 0, line, line, false);
        while (true)
        {
            start = at; // what lies before is not needed any more
            if (!Has(ref at)) { next = at; return; }
            int stop = buffer.AsSpan(at, end - at).IndexOfAny('\r', '\n');
            at = stop < 0 ? end : at + stop;
            if (stop < 0) continue;
            SkipNewline(ref at);
            next = at;
            return;
        }
    }

    private void SkipNewline(ref int at)
    {
        nextLine++;
        at += buffer[at] == '\r' && Has(ref at, 1) && buffer[at + 1] == '\n' ? 2 : 1;
    }

    private bool Has(ref int at, int ahead = 0)
    {
        int none = 0;
        return Has(ref at, ahead, ref none);
    }

    /// <summary>True when the character <paramref name="ahead"/> of <paramref name="at"/> is there, after reading more where needed; places move with the buffer.</summary>
    private bool Has(ref int at, int ahead, ref int moving)
    {
        while (at + ahead >= end)
        {
            if (exhausted || full) return false;
            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                at -= start;
                moving -= start;
                end -= start;
                start = 0;
            }
            if (end == buffer.Length)
            {
                if (end >= LongestRecord) { full = true; return false; }
                Array.Resize(ref buffer, 2 * buffer.Length);
            }
            int read = source.Read(buffer, end, buffer.Length - end);
            if (read <= 0) { exhausted = true; return false; }
            end += read;
        }
        return true;
    }
}
