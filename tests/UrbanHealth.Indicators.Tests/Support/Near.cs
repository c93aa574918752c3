using System.Globalization;
using System.Text.Json;

namespace UrbanHealth.Indicators.Tests.Support;

/// <summary>Assertions about doubles.</summary>
internal static class Near
{
    /// <summary>|actual − expected| ≤ tolerance · max(1, |expected|); NaN equals NaN only.</summary>
    public static void Relative(double expected, double actual, double tolerance = 1e-10, string? what = null)
    {
        if (double.IsNaN(expected) && double.IsNaN(actual)) return;
        double deviation = Deviation(expected, actual);
        Assert.True(deviation <= tolerance, string.Create(CultureInfo.InvariantCulture, $"{what} expected {expected:R}, got {actual:R}, deviation {deviation:E2} > {tolerance:E1}"));
    }

    public static void Relative(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double tolerance = 1e-10, string? what = null)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++) Relative(expected[i], actual[i], tolerance, $"{what}[{i}]");
    }

    public static void Absolute(double expected, double actual, double tolerance, string? what = null) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance, string.Create(CultureInfo.InvariantCulture, $"{what} expected {expected:R}, got {actual:R}, tolerance {tolerance:E1}"));

    /// <summary>The deviation relative to max(1, |expected|); infinite where only one of the two is NaN.</summary>
    public static double Deviation(double expected, double actual) =>
        double.IsNaN(expected) && double.IsNaN(actual) ? 0
        : double.IsNaN(expected) || double.IsNaN(actual) ? double.PositiveInfinity
        : Math.Abs(actual - expected) / Math.Max(1, Math.Abs(expected));

    /// <summary>Asserts a check of a worked example: a number or nested arrays of numbers, each at the file's tolerance.</summary>
    public static void Check(JsonElement checks, string name, params double[] actual)
    {
        JsonElement check = checks.GetProperty(name);
        double tolerance = check.GetProperty("tolerance_abs").GetDouble();
        double[] expected = [.. Flatten(check.GetProperty("value"))];
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++) Absolute(expected[i], actual[i], tolerance, $"{name}[{i}]");
    }

    public static IEnumerable<double> Flatten(JsonElement e) => e.ValueKind switch
    {
        JsonValueKind.Array => e.EnumerateArray().SelectMany(Flatten),
        JsonValueKind.Object => e.EnumerateObject().SelectMany(p => Flatten(p.Value)),
        JsonValueKind.Number => [e.GetDouble()],
        JsonValueKind.True => [1],
        JsonValueKind.False => [0],
        _ => [double.NaN],
    };
}
