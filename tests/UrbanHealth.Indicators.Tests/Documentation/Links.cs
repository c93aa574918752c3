using System.Text.RegularExpressions;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Documentation;

/// <summary>The pages lead from one to the next, and nowhere else.</summary>
public partial class Links
{
    private static readonly string[] Pages =
    [
        Repository.PathOf("README.md"), Repository.PathOf("CONTRIBUTING.md"), Repository.PathOf("CHANGELOG.md"),
        .. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories),
    ];

    [Fact]
    public void Every_link_to_a_file_leads_to_one()
    {
        string[] dead = [.. from page in Pages
            from Match link in Link().Matches(Fence().Replace(File.ReadAllText(page), ""))
            let target = link.Groups[1].Value.Split('#')[0]
            where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
            let path = Path.Combine(Path.GetDirectoryName(page)!, target)
            where !File.Exists(path) && !Directory.Exists(path)
            select $"{Path.GetRelativePath(Repository.Root, page)}: {target}"];
        Assert.Empty(dead);
    }

    [Fact]
    public void The_index_lists_every_page()
    {
        string index = File.ReadAllText(Repository.PathOf("docs", "index.md"));
        string[] unlisted = [.. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md").Select(f => Path.GetFileName(f)!).Where(f => f != "index.md" && !index.Contains($"({f})", StringComparison.Ordinal))];
        Assert.Empty(unlisted);
    }

    [GeneratedRegex(@"\[[^\]]*\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
