using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

[JsonConverter(typeof(FrameworkConverter))]
public sealed partial class IndicatorFramework
{
    /// <summary>Reads a framework file (指标体系文件) and reports every mistake at once, each with its path in the file.</summary>
    /// <param name="json">The text of the file; comments and trailing commas are allowed. Its form is docs/frameworks.md and docs/schema/framework.schema.json.</param>
    public static FrameworkReading Read(string json) => FrameworkReader.Read(json);

    /// <summary>As <see cref="Read"/>, for a file that is known to be valid; warnings are not looked at.</summary>
    /// <exception cref="InvalidDocumentException">The file has an error; the exception has every finding.</exception>
    public static IndicatorFramework Parse(string json)
    {
        FrameworkReading reading = Read(json);
        return reading.Framework ?? throw new InvalidDocumentException(reading.Report);
    }

    /// <summary>The framework as a file that reads back to an equal framework; the same framework always gives the same text.</summary>
    public string ToJson() => FrameworkWriter.Write(this);
}
