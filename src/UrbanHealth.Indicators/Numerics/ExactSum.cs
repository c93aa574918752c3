using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>A sum of doubles, or of their squares, without any rounding until it is read: no order, block or thread shows in a bit.</summary>
/// <remarks>
/// The small superaccumulator of Neal, Fast exact summation using small and large superaccumulators (2015): digits of 32 bits
/// in 64, from 2^−2176 to beyond 2^2048, so that squares fit too; carries are settled every thousand additions.
/// </remarks>
internal sealed class ExactSum
{
    private const int LowestExponent = -2176;
    private const int RoomBelow = 5; // digits beside the first number: as many as the sum of a block of squares needs
    private const int RoomAbove = 4;
    private const int AdditionsBetweenCarries = 1 << 10;

    private const int MostWaiting = ExactSlices.Products;

    private long[] digits = []; // those that are needed, and two above them for carries and the sign
    private int origin; // the place of the first of them
    private int lowest = int.MaxValue; // the places in use
    private int highest = int.MinValue;
    private int pending;
    private Block wait; // the sums of a first block, while there are no digits yet
    private int waiting;
    private double infinite; // the sum of what is not finite; 0 as long as there is none

    /// <summary>The sum, rounded once.</summary>
    public double Value
    {
        get
        {
            if (infinite != 0) return infinite;
            if (Estimate().TryDivide(1, out double value)) return value;
            (BigInteger integer, int exponent) = Exact();
            return ExactRatio.ToDouble(integer, BigInteger.One, exponent);
        }
    }

    /// <summary>False when something infinite or NaN was added.</summary>
    public bool IsFinite => infinite == 0;

    public void Add(double x)
    {
        if (!double.IsFinite(x))
        {
            infinite += x;
            return;
        }
        (ulong mantissa, int exponent, bool negative) = Parts(x);
        Add(mantissa, exponent, negative);
    }

    /// <summary>Adds the few sums of a block; the first ones wait as they are, so that a short column needs no digits.</summary>
    public unsafe void AddAll(double* values, int count)
    {
        if (digits.Length == 0 && waiting == 0 && count <= MostWaiting)
        {
            for (int k = 0; k < count; k++) wait[k] = values[k];
            waiting = count;
            return;
        }
        for (int k = 0; k < count; k++) Add(values[k]);
    }

    /// <summary>The sum nearly, with a bound; NaN when it is not finite.</summary>
    public ExactEstimate Estimate()
    {
        ExactEstimate estimate = infinite;
        if (waiting > 0)
        {
            for (int k = 0; k < waiting; k++) estimate += wait[k];
            return estimate;
        }
        Carry();
        if (digits.Length == 0) return estimate;
        int top = Math.Min(highest, origin + digits.Length - 1);
        while (top > lowest && digits[top - origin] == 0) top--;
        for (int k = top; k >= lowest; k--)
        {
            if (digits[k - origin] == 0) continue;
            int exponent = LowestExponent + 32 * k;
            if (exponent is < -900 or > 900) return double.NaN;
            estimate += digits[k - origin] * BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
        }
        return estimate;
    }

    public void AddSquare(double x)
    {
        if (!double.IsFinite(x))
        {
            infinite += x * x;
            return;
        }
        (ulong mantissa, int exponent, _) = Parts(x);
        UInt128 square = (UInt128)mantissa * mantissa;
        Add((ulong)square & ((1UL << 53) - 1), 2 * exponent, false);
        Add((ulong)(square >> 53), 2 * exponent + 53, false);
    }

    public void Add(ExactSum other) => Add(other, 1);

    /// <summary>This sum less a part of it.</summary>
    public ExactSum Without(ExactSum part)
    {
        var rest = new ExactSum();
        rest.Add(this, 1);
        rest.Add(part, -1);
        return rest;
    }

    private void Add(ExactSum other, int sign)
    {
        infinite += sign * other.infinite;
        Carry();
        other.Carry();
        if (other.digits.Length == 0) return;
        Reach(other.lowest, other.highest);
        for (int k = other.lowest; k <= other.highest; k++) digits[k - origin] += sign * other.digits[k - other.origin];
        lowest = Math.Min(lowest, other.lowest);
        highest = Math.Max(highest, other.highest);
        pending = 1;
        Carry();
    }

    /// <summary>The sum as an integer times a power of two; the integer is odd, or both are 0.</summary>
    public (BigInteger Integer, int Exponent) Exact()
    {
        Carry();
        if (digits.Length == 0) return (BigInteger.Zero, 0);
        int low = 0, high = digits.Length - 1, last = high;
        while (low <= last && digits[low] == 0) low++;
        if (low > last) return (BigInteger.Zero, 0);
        // a negative sum is ones all the way up: the sign sits in the last digit
        long fill = digits[high] < 0 ? 0xFFFFFFFF : 0;
        bool negative = fill != 0;
        while (high > low && (high == last ? digits[high] == (negative ? -1 : 0) : digits[high] == fill)) high--;
        BigInteger sum = negative ? BigInteger.MinusOne : BigInteger.Zero;
        for (int k = high; k >= low; k--) sum = (sum << 32) + digits[k] - (k == last && negative ? -1L << 32 : 0);
        int zeros = (int)TrailingZeros(sum);
        return (sum >> zeros, LowestExponent + 32 * (low + origin) + zeros);
    }

    /// <summary>Such as <c>-1A3p-52</c>: the same sum always reads the same.</summary>
    public override string ToString()
    {
        if (infinite != 0) return infinite.ToString("R", CultureInfo.InvariantCulture);
        (BigInteger integer, int exponent) = Exact();
        return string.Create(CultureInfo.InvariantCulture, $"{(integer.Sign < 0 ? "-" : "")}{BigInteger.Abs(integer).ToString("X", CultureInfo.InvariantCulture).TrimStart('0').PadLeft(1, '0')}p{exponent}");
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It did not.</exception>
    public static ExactSum Parse(string text)
    {
        var sum = new ExactSum();
        int p = text.IndexOf('p', StringComparison.Ordinal);
        if (p < 0)
        {
            sum.infinite = double.Parse(text, CultureInfo.InvariantCulture);
            if (double.IsFinite(sum.infinite)) throw new FormatException($"“{text}” is no exact sum.");
            return sum;
        }
        bool negative = text[0] == '-';
        BigInteger integer = BigInteger.Parse(string.Concat("0", text.AsSpan(negative ? 1 : 0, p - (negative ? 1 : 0))), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        int exponent = int.Parse(text.AsSpan(p + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (exponent < LowestExponent || exponent + integer.GetBitLength() > 2112) throw new FormatException($"“{text}” is out of range.");
        for (; !integer.IsZero; integer >>= 53, exponent += 53) sum.Add((ulong)(integer & ((1UL << 53) - 1)), exponent, negative);
        return sum;
    }

    private void Add(ulong mantissa, int exponent, bool negative)
    {
        if (mantissa == 0) return;
        int place = exponent - LowestExponent, k = place >> 5, shift = place & 31;
        long low = (long)((mantissa << shift) & 0xFFFFFFFF), high = (long)(mantissa >> (32 - shift));
        if (k < origin || k + 4 > origin + digits.Length) Reach(k, k + 1);
        if (negative)
        {
            digits[k - origin] -= low;
            digits[k - origin + 1] -= high;
        }
        else
        {
            digits[k - origin] += low;
            digits[k - origin + 1] += high;
        }
        if (k < lowest) lowest = k;
        if (k + 1 > highest) highest = k + 1;
        if (++pending == AdditionsBetweenCarries) Carry();
    }

    private void Carry()
    {
        if (waiting > 0) Settle();
        if (pending == 0) return;
        pending = 0;
        for (int k = lowest; k < origin + digits.Length - 1; k++)
        {
            long carry = digits[k - origin] >> 32;
            digits[k - origin] &= 0xFFFFFFFF;
            digits[k - origin + 1] += carry;
            if (carry != 0) highest = Math.Max(highest, k + 1);
            else if (k >= highest) break;
        }
        // the last digit is the sign alone
        if (digits.Length == 0 || digits[^1] is 0 or -1) return;
        Reach(lowest, highest);
        pending = 1;
        Carry();
    }

    /// <summary>Makes digits of the sums that wait.</summary>
    private void Settle()
    {
        int count = waiting;
        waiting = 0;
        for (int k = 0; k < count; k++) Add(wait[k]);
    }

    /// <summary>Makes room for places, and for two above them.</summary>
    private void Reach(int from, int to)
    {
        if (waiting > 0) Settle();
        if (digits.Length > 0 && from >= origin && to + 3 <= origin + digits.Length) return;
        int start = digits.Length == 0 || from < origin ? from - RoomBelow : origin, end = Math.Max(to + RoomAbove, origin + digits.Length);
        var wider = new long[end - start];
        digits.CopyTo(wider, digits.Length == 0 ? 0 : origin - start);
        if (digits.Length > 0 && digits[^1] != 0 && pending == 0)
        {
            highest = Math.Max(highest, origin + digits.Length - 1);
            pending = 1; // a sign in the middle becomes a digit
        }
        (digits, origin) = (wider, start);
    }

    private static (ulong Mantissa, int Exponent, bool Negative) Parts(double x)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(x);
        int exponent = (int)(bits >> 52) & 0x7FF;
        ulong mantissa = bits & ((1UL << 52) - 1);
        return exponent == 0 ? (mantissa, -1074, x < 0) : (mantissa | (1UL << 52), exponent - 1075, x < 0);
    }

    private static long TrailingZeros(BigInteger x)
    {
        long zeros = 0;
        for (; (x & ulong.MaxValue).IsZero; x >>= 64) zeros += 64;
        return zeros + BitOperations.TrailingZeroCount((ulong)(x & ulong.MaxValue));
    }

    [InlineArray(MostWaiting)]
    private struct Block
    {
        private double first;
    }
}
