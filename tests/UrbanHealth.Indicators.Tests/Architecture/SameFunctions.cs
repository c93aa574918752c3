using System.Text.RegularExpressions;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Architecture;

/// <summary>No result depends on the mathematics library of the machine, whose last bits differ: logarithms and their like are the library's own.</summary>
public class SameFunctions
{
    /// <summary>Where the runtime's function cannot show in a score: the place of a tick, the power of ten of a text, an angle that is iterated to convergence.</summary>
    private static readonly string[] Free = ["Numerics/ElementaryFunctions.cs", "Text/", "Reporting/", "Panels/Tolerance.cs", "Statistics/Varimax.cs"];

    [Fact]
    public void No_room_calls_the_machines_logarithm_exponential_power_or_sine()
    {
        string source = Repository.PathOf("src", "UrbanHealth.Indicators");
        string[] found =
        [
            .. from file in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
               let name = Path.GetRelativePath(source, file).Replace('\\', '/')
               where !name.StartsWith("obj/", StringComparison.Ordinal) && !name.StartsWith("bin/", StringComparison.Ordinal) && !Free.Any(f => name.StartsWith(f, StringComparison.Ordinal))
               from Match call in Regex.Matches(File.ReadAllText(file), @"(?<!\w)Math\.(Log|Log10|Log2|Exp|Pow|Cbrt|Sin|Cos|Tan|Tanh|Sinh|Cosh|Asin|Acos|Atan|Atan2)\b")
               select $"{name}: {call.Value}",
        ];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }
}
