using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Weights;

/// <summary>Readers for the worked examples of this room.</summary>
internal static class Example
{
    public static JsonElement Input(string folder) => Reference.Json($"mcda/{folder}/input.json");

    /// <summary>The checks of a folder by name.</summary>
    public static JsonElement Checks(string folder) => JsonSerializer.SerializeToElement(
        Reference.Json($"mcda/{folder}/expected.json").GetProperty("checks").EnumerateArray().ToDictionary(c => c.GetProperty("name").GetString()!));

    public static double[] Numbers(JsonElement array) => [.. Near.Flatten(array)];

    public static double[][] Rows(JsonElement array) => [.. array.EnumerateArray().Select(Numbers)];

    public static JudgementMatrix Judgements(JsonElement rows) => JudgementMatrix.FromRows(Rows(rows));

    public static double[] Flat(JudgementMatrix matrix) => [.. matrix.ToRows().SelectMany(r => r)];

    /// <summary>The largest deviation of a check, relative to max(1, |expected|).</summary>
    public static double Deviation(string folder, string check, params double[] actual) => Deviation(Numbers(Checks(folder).GetProperty(check).GetProperty("value")), actual);

    public static double Deviation(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        return expected.Zip(actual, Near.Deviation).Max();
    }
}
