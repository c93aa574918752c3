using System.Buffers;
using System.Text;

namespace UrbanHealth.Indicators.Text;

/// <summary>Writes CSV (RFC 4180): quotes where needed, and a line feed behind each record.</summary>
internal static class CsvText
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",\t;\r\n\uFEFF");

    public static void Field(StringBuilder text, string? field, bool last = false)
    {
        if (field is not null)
        {
            if (field.AsSpan().ContainsAny(Quoted) || (field.Length > 0 && (char.IsWhiteSpace(field[0]) || char.IsWhiteSpace(field[^1]))))
                text.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else text.Append(field);
        }
        text.Append(last ? '\n' : ',');
    }
}
