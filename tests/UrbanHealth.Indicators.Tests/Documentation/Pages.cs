using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Documentation;

/// <summary>What the pages show compiles, runs, and prints what stands under it.</summary>
[Collection("console")]
public class Pages
{
    public static TheoryData<string> Snippets => [.. All().Select(s => s.ToString())];

    [Theory]
    [MemberData(nameof(Snippets))]
    public void Snippets_run_and_print_what_the_page_says(string name)
    {
        Snippet snippet = All().First(s => s.ToString() == name);
        string printed = snippet.Run();
        if (snippet.Output is not null) Assert.Equal(string.Join('\n', snippet.Output.Split('\n').Select(l => l.TrimEnd())).TrimEnd('\n'), printed);
    }

    [Fact]
    public void The_readme_starts_with_an_example_of_at_most_20_lines()
    {
        Snippet first = Snippet.Of("README.md").First();
        Assert.InRange(first.Code.TrimEnd('\n').Split('\n').Length, 5, 20);
        Assert.NotNull(first.Output);
    }

    private static IEnumerable<Snippet> All() =>
        Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Prepend("README.md")
            .SelectMany(Snippet.Of);
}

/// <summary>Tests that look at the console run one after the other.</summary>
[CollectionDefinition("console", DisableParallelization = true)]
public class ConsoleCollection;
