using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>The checks of one worked example, by name; knows which have been asserted and how far off the worst was.</summary>
internal sealed class Checks
{
    private readonly Dictionary<string, JsonElement> checks;
    private readonly HashSet<string> used = [];

    private Checks(Dictionary<string, JsonElement> checks) => this.checks = checks;

    public double Largest { get; private set; }

    public static Checks Of(string folder) =>
        new(Reference.Json($"mcda/{folder}/expected.json").GetProperty("checks").EnumerateArray().ToDictionary(c => c.GetProperty("name").GetString()!));

    public void Assert(string name, params double[] actual)
    {
        JsonElement check = checks[name];
        double tolerance = check.GetProperty("tolerance_abs").GetDouble();
        double[] expected = [.. Near.Flatten(check.GetProperty("value"))];
        Xunit.Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Near.Absolute(expected[i], actual[i], tolerance, $"{name}[{i}]");
            Largest = Math.Max(Largest, Near.Deviation(expected[i], actual[i]));
        }
        used.Add(name);
    }

    /// <summary>Every check has been asserted but those named, which say why.</summary>
    public Checks AssertAllUsed(params string[] except)
    {
        Xunit.Assert.Equal([], checks.Keys.Where(n => !used.Contains(n) && !except.Contains(n)));
        return this;
    }

    /// <summary>The worked example as a line of the table of reproduced files.</summary>
    public static ReferenceCheck AsReference(string folder, string method, Func<Checks> example, string note = "") =>
        new($"mcda/{folder}/expected.json", method, 1e-8, () => example().Largest) { Note = note };
}
