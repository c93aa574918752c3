using System.Globalization;
using System.Text.Json;

namespace UrbanHealth.Indicators.Tests.Support;

/// <summary>The published numbers the library is held against; read in place, never copied.</summary>
internal static class Reference
{
    public static string? Folder { get; } = Find();

    public static bool IsPresent => Folder is not null;

    public static string PathOf(string file) => Path.Combine(Folder ?? throw new InvalidOperationException("The reference data are absent."), file);

    public static string Text(string file) => File.ReadAllText(PathOf(file));

    public static JsonElement Json(string file) => JsonDocument.Parse(Text(file)).RootElement;

    public static ReferenceTable Csv(string file) => ReferenceTable.Parse(Text(file));

    public static double Number(string text) => text is "" or "NA" or "NaN" ? double.NaN : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string? Find()
    {
        string? named = Environment.GetEnvironmentVariable("URBANHEALTH_REFERENCE");
        if (!string.IsNullOrEmpty(named)) return Directory.Exists(named) ? named : null;
        string beside = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "reference"));
        return Directory.Exists(beside) ? beside : null;
    }
}
