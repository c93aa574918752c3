using System.Text.Json;
using UrbanHealth.Indicators.Numerics;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Numerics;

/// <summary>The Sobol' sequence of Joe and Kuo, exactly.</summary>
public class SobolSequenceTests : IReferenceChecks
{
    [ReferenceFact]
    public void Points_are_those_published_to_the_last_bit()
    {
        JsonElement checks = Checks("mcda/sobol_sequence/expected.json");
        Near.Check(checks, "first10_3d", Points(3, 10));
        Near.Check(checks, "first64_10d", Points(10, 64));
        JsonElement more = Reference.Json("mcda/more/sobol_joe_kuo.json").GetProperty("expected");
        Assert.Equal(Near.Flatten(more.GetProperty("gray_code_order_first_32")), Points(10, 32));
    }

    [Fact]
    public void A_scrambled_sequence_keeps_one_point_in_every_elementary_interval()
    {
        var sequence = new SobolSequence(10, seed: 5);
        double[][] points = [.. Enumerable.Range(0, 256).Select(i => { var p = new double[10]; sequence.Point(i, p); return p; })];
        for (int d = 0; d < 10; d++) Assert.Equal(Enumerable.Range(0, 256), points.Select(p => (int)(p[d] * 256)).Order());
        // the first two dimensions are a (0, 8, 2)-net: 16 × 16 boxes with one point each
        Assert.Equal(256, points.Select(p => ((int)(p[0] * 16), (int)(p[1] * 16))).Distinct().Count());
    }

    [Fact]
    public void Scrambling_depends_on_the_seed_and_a_point_on_its_number_alone()
    {
        double[] a = new double[2], b = new double[2], c = new double[2];
        new SobolSequence(2, 1).Point(77, a);
        var other = new SobolSequence(2, 2);
        other.Point(77, b);
        other.Point(3, c);
        other.Point(77, c);
        Assert.NotEqual(a, b);
        Assert.Equal(b, c);
        Assert.All(a, x => Assert.True(x is > 0 and < 1));
    }

    [Fact]
    public void More_dimensions_than_there_are_direction_numbers_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolSequence(11));

    IEnumerable<ReferenceCheck> IReferenceChecks.Checks()
    {
        yield return new("mcda/sobol_sequence", "Sobol' sequence", 0, () =>
            Near.Flatten(Checks("mcda/sobol_sequence/expected.json").GetProperty("first64_10d").GetProperty("value")).Zip(Points(10, 64), Near.Deviation).Max());
    }

    /// <summary>The checks of a worked example by name.</summary>
    internal static JsonElement Checks(string file) =>
        JsonSerializer.SerializeToElement(Reference.Json(file).GetProperty("checks").EnumerateArray().ToDictionary(c => c.GetProperty("name").GetString()!));

    private static double[] Points(int dimensions, int count)
    {
        var sequence = new SobolSequence(dimensions);
        return [.. Enumerable.Range(0, count).SelectMany(i => { var p = new double[dimensions]; sequence.Point(i, p); return p; })];
    }
}
