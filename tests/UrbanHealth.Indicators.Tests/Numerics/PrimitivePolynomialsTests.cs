using System.Numerics;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators.Tests.Numerics;

/// <summary>Primitive polynomials over the field of two elements.</summary>
public class PrimitivePolynomialsTests
{
    [Fact]
    public void They_come_by_degree_and_value() =>
        // x + 1, x² + x + 1, x³ + x + 1, x³ + x² + 1, x⁴ + x + 1, x⁴ + x³ + 1; x⁴ + x³ + x² + x + 1 is irreducible, but x⁵ is 1 modulo it
        Assert.Equal([0b11u, 0b111u, 0b1011u, 0b1101u, 0b10011u, 0b11001u, 0b100101u], PrimitivePolynomials.First(7));

    [Fact]
    public void The_powers_of_x_run_through_all_residues_but_0()
    {
        for (uint p = 2; p < 1 << 11; p++)
        {
            int degree = PrimitivePolynomials.Degree(p);
            var met = new HashSet<uint>();
            uint power = 1;
            for (int k = 1; k < 1 << degree; k++)
            {
                power <<= 1;
                if ((power >> degree & 1) != 0) power ^= p;
                met.Add(power);
            }
            Assert.Equal(met.Count == (1 << degree) - 1 && !met.Contains(0), PrimitivePolynomials.IsPrimitive(p));
        }
    }

    [Fact]
    public void There_are_as_many_of_a_degree_as_Eulers_function_says()
    {
        // φ(2ˢ − 1)/s of degree s (Lidl and Niederreiter 1986)
        uint[] first = PrimitivePolynomials.First(1110);
        for (int s = 1; s <= 13; s++)
        {
            int order = (1 << s) - 1, coprime = Enumerable.Range(1, order).Count(k => BigInteger.GreatestCommonDivisor(k, order).IsOne);
            Assert.Equal(coprime / s, first.Count(p => PrimitivePolynomials.Degree(p) == s));
        }
    }
}
