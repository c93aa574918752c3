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

    [Theory]
    [InlineData(null)]
    [InlineData(5L)]
    public void Every_coordinate_of_every_block_has_one_point_in_each_interval_and_scrambling_keeps_that(long? seed)
    {
        var sequence = new SobolSequence(SobolSequence.MostDimensions, seed);
        double[][] points = [.. Enumerable.Range(0, 512).Select(i => { var p = new double[SobolSequence.MostDimensions]; sequence.Point(i, p); return p; })];
        for (int d = 0; d < SobolSequence.MostDimensions; d++)
            for (int size = 1; size <= 512; size *= 2)
                for (int first = 0; first < 512; first += size)
                {
                    var met = new bool[size];
                    for (int i = first; i < first + size; i++) met[(int)(points[i][d] * size)] = true;
                    if (Array.IndexOf(met, false) >= 0) Assert.Fail($"Dimension {d} of the points {first} to {first + size - 1} leaves an interval empty.");
                }
        // the first two dimensions are a (0, 8, 2)-net: 16 × 16 boxes with one point each
        Assert.Equal(256, points.Take(256).Select(p => ((int)(p[0] * 16), (int)(p[1] * 16))).Distinct().Count());
    }

    [Fact]
    public void A_point_asked_for_by_its_number_is_the_one_that_stepping_comes_to()
    {
        // Antonov and Saleev (1979): point n + 1 is point n with the direction number of the lowest zero bit of n, added without carry
        const int dimensions = SobolSequence.MostDimensions;
        var sequence = new SobolSequence(dimensions);
        uint[] Whole(long number)
        {
            var p = new double[dimensions];
            sequence.Point(number, p);
            return [.. p.Select(x => (uint)(x * 4294967296))];
        }
        uint[][] directions = new uint[10][];
        for (int k = 0; k < directions.Length; k++)
        {
            directions[k] = Whole(1 << k); // in Gray code 2ᵏ has the bits k and k − 1
            if (k > 0) for (int d = 0; d < dimensions; d++) directions[k][d] ^= directions[k - 1][d];
        }
        var point = new uint[dimensions];
        for (int n = 0; n < 1000; n++)
        {
            Assert.Equal(point, Whole(n));
            for (int d = 0; d < dimensions; d++) point[d] ^= directions[System.Numerics.BitOperations.TrailingZeroCount(~n)][d];
        }
    }

    [Fact]
    public void A_smooth_function_of_forty_dimensions_is_integrated_far_better_than_by_random_points()
    {
        // ∏ (1 + (xⱼ − ½)/5) has the integral 1 and the variance (1 + 1/300)⁴⁰ − 1
        const int points = 4096;
        double random = Math.Sqrt((Math.Pow(1 + 1 / 300.0, 40) - 1) / points), squares = 0;
        var p = new double[40];
        for (int seed = 1; seed <= 8; seed++)
        {
            var sequence = new SobolSequence(40, seed);
            double sum = 0;
            for (int i = 0; i < points; i++)
            {
                sequence.Point(i, p);
                double product = 1;
                foreach (double x in p) product *= 1 + (x - 0.5) / 5;
                sum += product;
            }
            squares += (sum / points - 1) * (sum / points - 1);
        }
        Assert.InRange(Math.Sqrt(squares / 8), 0, random / 4);
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
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolSequence(513));

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
