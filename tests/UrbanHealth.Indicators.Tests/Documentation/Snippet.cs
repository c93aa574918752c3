using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Documentation;

/// <summary>A C# block of a page with the text block that follows it: the program, and what it prints.</summary>
internal sealed partial record Snippet(string Page, int Number, string Code, string? Output)
{
    public override string ToString() => $"{Page} #{Number}";

    /// <summary>Every C# block of a page; a block fenced as <c>csharp no-run</c> is left out.</summary>
    public static IEnumerable<Snippet> Of(string page)
    {
        string text = File.ReadAllText(Repository.PathOf(page)).Replace("\r\n", "\n", StringComparison.Ordinal);
        int number = 0;
        foreach (Match match in Blocks().Matches(text))
            yield return new Snippet(page, ++number, match.Groups["code"].Value, match.Groups["output"].Success ? match.Groups["output"].Value : null);
    }

    /// <summary>Compiles and runs the program in the repository's root and returns what it printed.</summary>
    public string Run()
    {
        Assembly assembly = Compile();
        TextWriter console = Console.Out;
        string folder = Directory.GetCurrentDirectory();
        var printed = new StringWriter { NewLine = "\n" };
        try
        {
            Console.SetOut(printed);
            Directory.SetCurrentDirectory(Repository.Root);
            MethodInfo main = assembly.EntryPoint!;
            object? returned = main.Invoke(null, main.GetParameters().Length == 0 ? [] : [Array.Empty<string>()]);
            (returned as Task)?.GetAwaiter().GetResult();
        }
        finally
        {
            Console.SetOut(console);
            Directory.SetCurrentDirectory(folder);
        }
        return string.Join('\n', printed.ToString().Split('\n').Select(l => l.TrimEnd())).TrimEnd('\n');
    }

    private Assembly Compile()
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        SyntaxTree[] trees =
        [
            CSharpSyntaxTree.ParseText(Code, options, $"{Page}#{Number}.cs"),
            CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;", options),
        ];
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p));
        CSharpCompilation compilation = CSharpCompilation.Create($"snippet-{Guid.NewGuid():N}", trees, references, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, $"{this} does not compile:\n" + string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(image);
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```\n(?:\n?^```text\n(?<output>.*?)^```$)?", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
