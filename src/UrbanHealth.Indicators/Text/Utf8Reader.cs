using System.Buffers;
using System.Text.Unicode;

namespace UrbanHealth.Indicators.Text;

/// <summary>Reads bytes as UTF-8 and stops at the first that is none, remembering its line, instead of making up characters.</summary>
internal sealed class Utf8Reader(Stream source) : TextReader
{
    private readonly byte[] bytes = new byte[1 << 15];
    private readonly char[] chars = new char[1 << 15];
    private int byteCount, charAt, charCount;
    private long newlines;
    private bool begun, ended;

    /// <summary>The line of the first byte that is not UTF-8, counted from 1; null while there is none.</summary>
    public long? InvalidLine { get; private set; }

    /// <summary>What the text seems to be encoded in instead; null when there is no guess.</summary>
    public string? Guess { get; private set; }

    public override int Peek() => charAt < charCount || Decode() ? chars[charAt] : -1;

    public override int Read() => charAt < charCount || Decode() ? chars[charAt++] : -1;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty || (charAt >= charCount && !Decode())) return 0;
        int n = Math.Min(buffer.Length, charCount - charAt);
        chars.AsSpan(charAt, n).CopyTo(buffer);
        charAt += n;
        return n;
    }

    private bool Decode()
    {
        (charAt, charCount) = (0, 0);
        while (!ended && InvalidLine is null)
        {
            int read = source.Read(bytes, byteCount, bytes.Length - byteCount);
            ended = read == 0;
            byteCount += read;
            if (!begun && (byteCount >= 3 || ended))
            {
                begun = true;
                ReadOnlySpan<byte> mark = bytes.AsSpan(0, byteCount);
                if (mark.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || mark.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) { (InvalidLine, Guess) = (1, "UTF-16"); return false; }
                if (mark.IndexOf((byte)0) is >= 0 and < 4 && byteCount > 1) { (InvalidLine, Guess) = (1, "UTF-16"); return false; }
            }
            if (!begun) continue;
            OperationStatus status = Utf8.ToUtf16(bytes.AsSpan(0, byteCount), chars, out int used, out charCount, replaceInvalidSequences: false, isFinalBlock: ended);
            newlines += bytes.AsSpan(0, used).Count((byte)'\n');
            bytes.AsSpan(used, byteCount - used).CopyTo(bytes);
            byteCount -= used;
            if (status == OperationStatus.InvalidData)
            {
                InvalidLine = newlines + 1;
                Guess = LooksLikeGbk(bytes.AsSpan(0, byteCount)) ? "GBK" : null;
            }
            if (charCount > 0) return true;
        }
        return false;
    }

    /// <summary>True when every byte above 127 leads a pair that GBK allows; the last may be cut off.</summary>
    private static bool LooksLikeGbk(ReadOnlySpan<byte> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] < 0x80) continue;
            if (text[i] is 0x80 or 0xFF) return false;
            if (++i < text.Length && text[i] is < 0x40 or 0x7F or 0xFF) return false;
        }
        return true;
    }
}
