using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace UrbanHealth.Indicators;

/// <summary>Writes a JSON text as every document of the library is written: Chinese as it is, and the same lines on every system.</summary>
internal static class DocumentText
{
    /// <param name="write">Writes the one value of the text.</param>
    /// <param name="lines">A document for people: indented, and ending in a line break. Otherwise one line.</param>
    public static string Of(Action<Utf8JsonWriter> write, bool lines = true)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = lines, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = DocumentReading.MaximumDepth })) write(writer);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + (lines ? "\n" : "");
    }
}
