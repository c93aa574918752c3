using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Architecture;

/// <summary>The library is read from left to right: a room uses the rooms before it and none after it.</summary>
public class RoomOrder
{
    /// <summary>Left to right; Numerics and Text are internal, come first and use no room.</summary>
    private static readonly string[] Rooms =
    [
        "Numerics", "Text", "Validation", "Statistics", "Standards", "Frameworks", "Panels", "Normalization", "Weighting", "Aggregation",
        "Evaluation", "Surveys", "Fusion", "Trends", "Diagnosis", "Robustness", "Reporting",
    ];

    private static readonly string Source = Repository.PathOf("src", "UrbanHealth.Indicators");

    [Fact]
    public void Every_folder_is_a_room_and_every_file_lies_in_one()
    {
        Assert.All(SourceFiles(), f => Assert.True(RoomOf(f) is { } room && Rooms.Contains(room), $"{f} lies in no room"));
    }

    [Fact]
    public void No_room_uses_a_later_one()
    {
        string[] found = [.. LaterUses().Distinct().Order(StringComparer.Ordinal)];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    private static IEnumerable<string> LaterUses()
    {
        SyntaxTree[] trees = [.. SourceFiles().Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), new CSharpParseOptions(LanguageVersion.Preview), f))];
        SyntaxTree usings = CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;", new CSharpParseOptions(LanguageVersion.Preview));
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => !Path.GetFileName(p).StartsWith("UrbanHealth", StringComparison.Ordinal))
            .Select(p => MetadataReference.CreateFromFile(p));
        CSharpCompilation compilation = CSharpCompilation.Create("rooms", [.. trees, usings], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        foreach (SyntaxTree tree in trees)
        {
            string room = RoomOf(tree.FilePath)!;
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                ISymbol? symbol = model.GetSymbolInfo(name).Symbol;
                ITypeSymbol? type = symbol as ITypeSymbol ?? symbol?.ContainingType;
                foreach (SyntaxReference declaration in type?.DeclaringSyntaxReferences ?? [])
                {
                    // a partial type may be extended by later rooms: its first declaration says where it lives
                    string? used = type!.DeclaringSyntaxReferences.Select(d => RoomOf(d.SyntaxTree.FilePath)).Where(r => r is not null).MinBy(r => Array.IndexOf(Rooms, r));
                    if (used is not null && Array.IndexOf(Rooms, used) > Array.IndexOf(Rooms, room))
                        yield return $"{room} uses {used}: {Path.GetFileName(tree.FilePath)} uses {type.Name}";
                    break;
                }
            }
        }
    }

    private static IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    private static string? RoomOf(string file)
    {
        if (file.Length == 0) return null;
        string[] parts = Path.GetRelativePath(Source, file).Split(Path.DirectorySeparatorChar);
        return parts.Length > 1 ? parts[0] : null;
    }
}
