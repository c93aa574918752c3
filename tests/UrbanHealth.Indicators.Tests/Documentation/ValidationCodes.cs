using System.Text.RegularExpressions;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Documentation;

/// <summary>docs/validation-codes.md explains the codes that the source gives, sorted, and no code that it does not give.</summary>
public partial class ValidationCodes
{
    /// <summary>The first words of the codes. Another text with a dot in it (a file name) is none.</summary>
    private static readonly string[] Explained = ["assessment", "csv", "document", "evaluation", "framework", "mapping", "model", "panel", "plan", "questionnaire", "surveys", "targets", "trends", "weighting"];

    /// <summary>Texts of the source that look like codes and are names of files.</summary>
    private static readonly string[] FileNames = [".json", ".csv", ".html", ".svg", ".md"];

    private static readonly string[] InSource =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Code().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value).Distinct(),
    ];

    private static readonly string[] InTable = [.. Row().Matches(File.ReadAllText(Repository.PathOf("docs", "validation-codes.md"))).Select(m => m.Groups[1].Value)];

    [Fact]
    public void Every_code_of_an_explained_room_has_a_row()
    {
        string[] codes = [.. InSource.Where(c => Explained.Contains(c.Split('.')[0]))];
        Assert.True(codes.Length > 40, "the source gives codes");
        Assert.Empty(codes.Except(InTable));
    }

    [Fact]
    public void Every_code_is_of_an_explained_room() =>
        Assert.DoesNotContain(InSource, c => !Explained.Contains(c.Split('.')[0]) && !FileNames.Any(e => c.EndsWith(e, StringComparison.Ordinal)));

    [Fact]
    public void Every_row_is_a_code_of_the_source() => Assert.Empty(InTable.Except(InSource));

    [Fact]
    public void Rows_are_sorted_and_stand_once() => Assert.Equal(InTable.Distinct().Order(StringComparer.Ordinal), InTable);

    [GeneratedRegex("\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"")]
    private static partial Regex Code();

    [GeneratedRegex("^\\| `([^`]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
