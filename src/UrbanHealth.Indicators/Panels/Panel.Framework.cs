namespace UrbanHealth.Indicators;

public sealed partial class Panel
{
    /// <summary>The same figures under another framework that measures the same: every column of the same code, definition version and unit, in any order.</summary>
    /// <exception cref="ArgumentException">The frameworks do not measure the same; the message names where they differ.</exception>
    internal Panel Under(IndicatorFramework framework, string argument)
    {
        if (ReferenceEquals(framework, Framework)) return this;
        Dictionary<string, (string Version, string Unit)> own = Measured(Framework), other = Measured(framework);
        string[] differing = [.. own.Keys.Union(other.Keys, StringComparer.Ordinal).Where(c => !own.TryGetValue(c, out var a) || !other.TryGetValue(c, out var b) || a != b).Order(StringComparer.Ordinal)];
        if (differing.Length > 0)
            throw new ArgumentException($"The panel is of the framework {Framework.Code} {Framework.Version}, and {framework.Code} {framework.Version} is asked for; these differ in being there, in definition version or in unit: {string.Join(", ", differing.Take(10))}{(differing.Length > 10 ? " …" : "")}.", argument);
        IReadOnlyList<string> codes = CodesOf(framework);
        return new Panel(framework, Areas, Years, codes.SequenceEqual(Codes) ? columns : Array.ConvertAll(columns, year => codes.Select(c => year[codeIndex[c]]).ToArray()), scopes);
    }

    private static Dictionary<string, (string Version, string Unit)> Measured(IndicatorFramework framework)
    {
        var all = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (Indicator x in framework.Indicators)
        {
            all.Add(x.Code, (x.Version, x.Unit));
            foreach (IndicatorComponent c in x.Components) all.Add(c.Code, (x.Version, c.Unit));
        }
        foreach (Quantity q in framework.Quantities) all.Add(q.Code, ("", q.Unit));
        return all;
    }
}
