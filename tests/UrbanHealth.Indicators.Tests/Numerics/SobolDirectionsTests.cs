using System.Numerics;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators.Tests.Numerics;

/// <summary>How the direction numbers beyond the published ones were chosen.</summary>
/// <remarks>
/// The candidate of least cost is taken, the first among equals. The cost is the sum of 2ᵗ over the planes with every dimension before and the first 2ᵏ points, k = 2 … 12:
/// in a plane of quality t every elementary box of area 2ᵗ⁻ᵏ holds 2ᵗ points (Niederreiter 1987). The idea of judging direction numbers by their planes is Joe and Kuo's (2008).
/// </remarks>
public class SobolDirectionsTests
{
    private const int Digits = 12;

    [Fact]
    public void Each_dimension_has_the_candidate_that_fills_its_planes_most_evenly()
    {
        uint[][] inverses = [.. Enumerable.Range(0, SobolDirections.MostDimensions).Select(d => Inverse(Rows(SobolDirections.Of(d))))];
        for (int d = SobolDirections.Published; d < SobolDirections.MostDimensions; d += d < 40 ? 1 : 59) // one after the other up to 40, then some: each choice rests on the dimensions before it alone
        {
            long[] costs = [.. Enumerable.Range(0, SobolDirections.Candidates).Select(c => Rows(SobolDirections.Candidate(d, c))).Select(rows => inverses.Take(d).Sum(i => Cost(rows, i)))];
            Assert.Equal(Array.IndexOf(costs, costs.Min()), SobolDirections.Choice(d));
        }
    }

    [Fact]
    public void Quality_counts_the_points_in_the_boxes_of_a_plane()
    {
        // the definition itself, by counting, against the algebra that the search uses
        for (int d = 1; d < 30; d++)
            for (int k = 2; k <= 8; k++)
            {
                uint[] x = SobolDirections.Of(d), y = SobolDirections.Of(d - 1);
                Assert.Equal(Counted(x, y, k), Quality(Product(Rows(x), Inverse(Rows(y))), k));
            }
    }

    private static int Counted(uint[] x, uint[] y, int k)
    {
        for (int t = 0; ; t++)
        {
            bool even = true;
            for (int a = 0; a <= k - t && even; a++)
            {
                int b = k - t - a;
                var boxes = new int[1 << (k - t)];
                for (int n = 0; n < 1 << k; n++)
                {
                    uint px = 0, py = 0;
                    for (int bit = 0; bit < k; bit++)
                        if ((n >> bit & 1) != 0) (px, py) = (px ^ x[bit], py ^ y[bit]);
                    boxes[(int)((ulong)px >> (32 - a)) << b | (int)((ulong)py >> (32 - b))]++;
                }
                even = boxes.All(count => count == 1 << t);
            }
            if (even) return t;
        }
    }

    private static long Cost(uint[] rows, uint[] inverse)
    {
        uint[] product = Product(rows, inverse);
        long cost = 0;
        for (int k = 2; k <= Digits; k++) cost += 1L << Quality(product, k);
        return cost;
    }

    /// <summary>t of the first 2ᵏ points (C₂C₁⁻¹x, x): the first digits of x are a unit matrix, so b rows of C₂C₁⁻¹ go with a of them when their echelon form, from the last column, leads beyond a.</summary>
    private static int Quality(uint[] product, int k)
    {
        Span<uint> leading = stackalloc uint[Digits + 1];
        leading.Clear();
        int dependent = k + 1, least = k + 1; // the fewest rows of both that depend on each other
        for (int b = 1; b <= k; b++)
        {
            uint row = product[b - 1] & ((1u << k) - 1);
            int lead = BitOperations.Log2(row) + 1;
            while (leading[lead] != 0)
            {
                row ^= leading[lead];
                lead = BitOperations.Log2(row) + 1;
            }
            leading[lead] = row;
            least = Math.Min(least, lead);
            dependent = Math.Min(dependent, b + least);
        }
        return k + 1 - dependent;
    }

    /// <summary>The generating matrix: a row for each binary digit of a coordinate, a bit for each digit of the number.</summary>
    private static uint[] Rows(uint[] directions)
    {
        var rows = new uint[Digits];
        for (int i = 0; i < Digits; i++)
            for (int c = 0; c < Digits; c++) rows[i] |= (directions[c] >> (31 - i) & 1) << c;
        return rows;
    }

    private static uint[] Inverse(uint[] rows)
    {
        var inverse = new uint[Digits];
        for (int i = Digits - 1; i >= 0; i--)
        {
            inverse[i] = 1u << i; // the matrix is triangular
            for (int c = i + 1; c < Digits; c++) if ((rows[i] >> c & 1) != 0) inverse[i] ^= inverse[c];
        }
        return inverse;
    }

    private static uint[] Product(uint[] rows, uint[] other)
    {
        var product = new uint[Digits];
        for (int i = 0; i < Digits; i++)
            for (uint rest = rows[i]; rest != 0; rest &= rest - 1) product[i] ^= other[BitOperations.TrailingZeroCount(rest)];
        return product;
    }
}
