using System.Numerics;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>The primitive polynomials over the field of two elements, by degree and then by value: x + 1, x² + x + 1, x³ + x + 1 …</summary>
/// <remarks>
/// Bit k is the coefficient of xᵏ. A polynomial of degree s that x does not divide is primitive when the order of x modulo it is 2ˢ − 1
/// (Lidl and Niederreiter, Introduction to finite fields and their applications, 1986, theorem 3.16).
/// </remarks>
internal static class PrimitivePolynomials
{
    /// <summary>The first so many.</summary>
    public static uint[] First(int count)
    {
        var found = new uint[count];
        for (uint p = 3; count > 0; p += 2) if (IsPrimitive(p)) found[^count--] = p;
        return found;
    }

    /// <summary>The degree of a polynomial other than 0.</summary>
    public static int Degree(uint polynomial) => BitOperations.Log2(polynomial);

    /// <summary>Whether a polynomial of degree 1 to 30 is primitive.</summary>
    public static bool IsPrimitive(uint polynomial)
    {
        if ((polynomial & 1) == 0) return false; // x divides it
        uint order = (1u << Degree(polynomial)) - 1, rest = order;
        if (PowerOfX(order, polynomial) != 1) return false;
        for (uint prime = 2; rest > 1; prime++)
        {
            if (prime * prime > rest) prime = rest;
            if (rest % prime != 0) continue;
            while (rest % prime == 0) rest /= prime;
            if (PowerOfX(order / prime, polynomial) == 1) return false;
        }
        return true;
    }

    /// <summary>x to a power of at least 1, modulo a polynomial.</summary>
    private static uint PowerOfX(uint exponent, uint polynomial)
    {
        uint power = 1;
        for (int bit = BitOperations.Log2(exponent); bit >= 0; bit--)
        {
            power = Product(power, power, polynomial);
            if ((exponent >> bit & 1) != 0) power = TimesX(power, polynomial);
        }
        return power;
    }

    private static uint Product(uint a, uint b, uint polynomial)
    {
        uint product = 0;
        for (; b != 0; b >>= 1, a = TimesX(a, polynomial)) if ((b & 1) != 0) product ^= a;
        return product;
    }

    private static uint TimesX(uint a, uint polynomial)
    {
        a <<= 1;
        return (a >> Degree(polynomial) & 1) != 0 ? a ^ polynomial : a;
    }
}
