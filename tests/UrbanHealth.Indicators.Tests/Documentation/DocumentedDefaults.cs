using System.Globalization;
using System.Text.RegularExpressions;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Documentation;

/// <summary>What the documentation calls the default is what a value has that nothing was set of.</summary>
public partial class DocumentedDefaults
{
    private static readonly (string Name, string Text)[] Files =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("src", "UrbanHealth.Indicators"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(f => (Path.GetFileNameWithoutExtension(f), File.ReadAllText(f))),
    ];

    /// <summary>A member that says "The default." is the first of its enumeration, so that an unset property has it.</summary>
    [Fact]
    public void Of_an_enumeration_is_its_first_member_or_given_to_every_property()
    {
        int said = 0;
        foreach ((string name, string text) in Files.Where(f => f.Text.Contains("public enum ", StringComparison.Ordinal)))
        {
            Match[] members = [.. Member().Matches(text).Cast<Match>()];
            for (int i = 0; i < members.Length; i++)
            {
                if (!members[i].Groups[1].Value.Contains("The default.", StringComparison.Ordinal)) continue;
                said++;
                if (i == 0 || members[i].Groups[3].Value == "0") continue;
                // else every property of the type says it itself
                Match[] properties = [.. Files.SelectMany(f => Regex.Matches(f.Text, $"public {name} (\\w+) \\{{ get; init;[^}}]*\\}}( = {name}\\.{members[i].Groups[2].Value};)?"))];
                Assert.True(properties.Length > 0 && properties.All(p => p.Groups[2].Success), $"{name}.{members[i].Groups[2].Value} is said to be the default and is not the first");
            }
        }
        Assert.True(said > 20, "enumerations say their default");
    }

    /// <summary>A property that says "5 by default" or "true by default" is given that value, or is 0 or false and given none.</summary>
    [Fact]
    public void Of_a_property_is_the_value_it_is_given()
    {
        int said = 0;
        foreach ((string name, string text) in Files)
            foreach (Match m in Property().Matches(text).Cast<Match>())
            {
                string documented = m.Groups[1].Value, initializer = m.Groups[4].Success ? m.Groups[4].Value.Trim() : "";
                if (initializer.Length == 0 && m.Groups[3].Value.Contains("init =>", StringComparison.Ordinal)) continue; // its field has the value: the next rule
                said++;
                if (documented is "true" or "false") Assert.True((initializer.Length == 0 ? "false" : initializer) == documented, $"{name}.{m.Groups[2].Value}: {documented} by default, and given '{initializer}'");
                else
                {
                    double expected = double.Parse(documented.Replace("−", "-", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
                    Assert.True(double.TryParse(initializer.Length == 0 ? "0" : initializer.Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out double given) && given == expected, $"{name}.{m.Groups[2].Value}: {documented} by default, and given '{initializer}'");
                }
            }
        Assert.True(said > 25, $"properties say their default: {said}");
    }

    [GeneratedRegex("((?:^[ \\t]*///[^\\n]*\\n)+)(?:[ \\t]*\\[[^\\n]*\\]\\n)*[ \\t]+(\\w+)(?: = (\\d+))?,?[ \\t]*(?://[^\\n]*)?$", RegexOptions.Multiline)]
    private static partial Regex Member();

    [GeneratedRegex("(?<![\\w.,…^⁻−/-])([−-]?[0-9]+(?:e-[0-9]+)?(?:,[0-9]{3})*(?:\\.[0-9]+)?|true|false) by default(?![^\\n]*by default)[^\\n]*\\n(?:[ \\t]*///[^\\n]*\\n)*(?:[ \\t]*\\[[^\\n]*\\n)*[ \\t]*public (?:required )?(?:double|int|bool|int\\?|double\\?) (\\w+) (\\{[^=\\n]*\\})(?: = ([^;]+);)?")]
    private static partial Regex Property();
}
