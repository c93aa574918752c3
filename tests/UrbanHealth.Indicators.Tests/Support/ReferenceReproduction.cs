using System.Globalization;
using System.Text;

namespace UrbanHealth.Indicators.Tests.Support;

/// <summary>Every reference file that has a method is reproduced, and the documented table says how well.</summary>
public class ReferenceReproduction
{
    private static readonly IReferenceChecks[] Rooms =
    [
        .. typeof(ReferenceReproduction).Assembly.GetTypes()
            .Where(t => t.IsAssignableTo(typeof(IReferenceChecks)) && t is { IsInterface: false, IsAbstract: false })
            .OrderBy(t => t.FullName, StringComparer.Ordinal)
            .Select(t => (IReferenceChecks)Activator.CreateInstance(t)!),
    ];

    public static TheoryData<string> Names => [.. Reference.IsPresent ? Rooms.SelectMany(r => r.Checks()).Select(c => c.ToString()) : ["(absent)"]];

    [ReferenceTheory]
    [MemberData(nameof(Names))]
    public void Stays_within_its_tolerance(string name)
    {
        ReferenceCheck check = Rooms.SelectMany(r => r.Checks()).First(c => c.ToString() == name);
        double deviation = check.Deviation();
        Assert.True(deviation <= check.Tolerance, string.Create(CultureInfo.InvariantCulture, $"{name}: deviation {deviation:E2} > {check.Tolerance:E1}"));
    }

    [ReferenceFact]
    public void Table_of_the_documentation_is_current()
    {
        string path = Repository.PathOf("docs", "methods", "reference.md");
        string table = Table();
        if (Environment.GetEnvironmentVariable("URBANHEALTH_WRITE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, table);
        }
        Assert.Equal(table, File.ReadAllText(path));
    }

    /// <summary>A file has a row, or stands among the inputs and the ones that are not covered, with the reason; a folder of a worked example counts as one.</summary>
    [ReferenceTheory]
    [InlineData("coinr_asem")]
    [InlineData("tai")]
    [InlineData("china_entropy_panel")]
    [InlineData("bolivia_sdg")]
    [InlineData("mcda")]
    [InlineData("nist")]
    public void Covers_every_file_or_says_why_not(string folder)
    {
        HashSet<string> named = [.. Rooms.SelectMany(r => r.Checks()).Select(c => c.File), .. Rooms.SelectMany(r => r.NotCovered()).Select(c => c.File)];
        string[] left = [.. Directory.EnumerateFileSystemEntries(Reference.PathOf(folder)).Select(f => folder + "/" + Path.GetFileName(f))
            .Where(f => !f.EndsWith("README.md", StringComparison.Ordinal) && f is not ("mcda/more" or "nist/certified.json"))
            .Where(f => !named.Contains(f) && !named.Contains(Path.ChangeExtension(f, null)) && !named.Any(n => n.StartsWith(f + "/", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)];
        Assert.True(left.Length == 0, "neither reproduced nor listed:\n" + string.Join('\n', left));
    }

    private static string Table()
    {
        var text = new StringBuilder("# Reproduced reference files\n\nWritten by the tests (`URBANHEALTH_WRITE_DOCS=1 dotnet test`) and checked to be current. The deviation is the largest found, relative to max(1, |expected|), rounded up to a power of ten.\n\n| file | method | largest deviation | note |\n|---|---|---|---|\n");
        foreach (ReferenceCheck c in Rooms.SelectMany(r => r.Checks()).OrderBy(c => c.File, StringComparer.Ordinal).ThenBy(c => c.Method, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"| {c.File} | {c.Method} | {Bound(c.Deviation())} | {c.Note} |\n");
        text.Append("\n## Not covered\n\n| file | reason |\n|---|---|\n");
        foreach ((string file, string reason) in Rooms.SelectMany(r => r.NotCovered()).OrderBy(p => p.File, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"| {file} | {reason} |\n");
        return text.ToString();
    }

    /// <summary>Rounded up to a power of ten, 1e-13 at the least, so that a last bit of another machine does not change the page.</summary>
    private static string Bound(double deviation) =>
        deviation <= 1e-13 ? "≤ 1e-13" : string.Create(CultureInfo.InvariantCulture, $"≤ 1e{(int)Math.Ceiling(Math.Log10(deviation))}");
}
