using System.Numerics;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>A whole number in digits of 32 bits on the stack, times a power of 2^32: what an exact sum usually comes to, without a big integer.</summary>
internal unsafe ref struct ExactDigits
{
    /// <summary>The most digits; what needs more goes by big integers.</summary>
    public const int Most = 24;

    private fixed uint digits[Most];
    private int count; // no zero digit on top

    /// <summary>Below 0.</summary>
    public bool IsNegative { get; private set; }

    /// <summary>The place of the lowest digit: the number is Σ digit·2^(32·(place + k)).</summary>
    public int Place { get; private set; }

    public readonly bool IsZero => count == 0;

    /// <summary>From settled digits, each in 0 … 2^32 − 1 but the last, which has the sign; false when there are too many.</summary>
    public static bool TryOf(ReadOnlySpan<long> settled, int place, out ExactDigits number)
    {
        number = default;
        int low = 0, high = settled.Length - 1;
        while (low <= high && settled[low] == 0) low++;
        if (low > high) return true;
        bool negative = settled[high] < 0;
        long fill = negative ? 0xFFFFFFFF : 0;
        int top = high;
        if (settled[high] is not (0 or -1)) return false;
        while (top > low && settled[top - 1] == fill) top--;
        if (top - low > Most) return false;
        number.Place = place + low;
        number.IsNegative = negative;
        long carry = negative ? 1 : 0; // minus: all bits turned over, plus 1
        for (int k = low; k < top; k++)
        {
            long d = negative ? (settled[k] ^ 0xFFFFFFFF) + carry : settled[k];
            number.digits[k - low] = (uint)d;
            carry = negative ? d >> 32 : 0;
        }
        number.count = top - low;
        if (carry != 0)
        {
            if (number.count == Most) return false;
            number.digits[number.count++] = 1;
        }
        number.Trim();
        return true;
    }

    /// <summary>a·b; false when it has too many digits.</summary>
    public static bool TryMultiply(scoped in ExactDigits a, scoped in ExactDigits b, out ExactDigits product)
    {
        product = default;
        if (a.count == 0 || b.count == 0) return true;
        if (a.count + b.count > Most) return false;
        product.Place = a.Place + b.Place;
        product.IsNegative = a.IsNegative != b.IsNegative;
        for (int i = 0; i < a.count; i++)
        {
            ulong carry = 0;
            for (int j = 0; j < b.count; j++)
            {
                ulong t = (ulong)a.digits[i] * b.digits[j] + product.digits[i + j] + carry;
                product.digits[i + j] = (uint)t;
                carry = t >> 32;
            }
            product.digits[i + b.count] = (uint)carry;
        }
        product.count = a.count + b.count;
        product.Trim();
        return true;
    }

    /// <summary>A count.</summary>
    public static ExactDigits Of(ulong value)
    {
        ExactDigits number = default;
        number.digits[0] = (uint)value;
        number.digits[1] = (uint)(value >> 32);
        number.count = 2;
        number.Trim();
        return number;
    }

    /// <summary>a − b; false when it has too many digits.</summary>
    public static bool TrySubtract(scoped in ExactDigits a, scoped in ExactDigits b, out ExactDigits difference)
    {
        difference = default;
        int place = a.count == 0 ? b.Place : b.count == 0 ? a.Place : Math.Min(a.Place, b.Place);
        int top = Math.Max(a.count == 0 ? place : a.Place + a.count, b.count == 0 ? place : b.Place + b.count) + 1;
        if (top - place > Most) return false;
        difference.Place = place;
        long carry = 0;
        for (int k = 0; k < top - place; k++)
        {
            carry += a.At(place + k) * (a.IsNegative ? -1 : 1) - b.At(place + k) * (b.IsNegative ? -1 : 1);
            difference.digits[k] = (uint)carry;
            carry >>= 32;
        }
        difference.count = top - place;
        if (carry < 0)
        {
            difference.IsNegative = true;
            ulong add = 1;
            for (int k = 0; k < difference.count; k++)
            {
                add += ~difference.digits[k];
                difference.digits[k] = (uint)add;
                add >>= 32;
            }
        }
        difference.Trim();
        return true;
    }

    /// <summary>The number over <paramref name="divisor"/>, rounded once to the nearest double, ties to even; false when that is near the ends of the range.</summary>
    /// <param name="divisor">Positive and below 2^63.</param>
    /// <param name="exponent">The number is multiplied by 2 to this power.</param>
    /// <param name="quotient">The result.</param>
    public readonly bool TryDivide(ulong divisor, int exponent, out double quotient)
    {
        quotient = 0;
        if (count == 0) return true;
        // the upper 128 bits, and whether anything is below them
        int zeros = BitOperations.LeadingZeroCount(digits[count - 1]);
        UInt128 top = 0;
        for (int k = 1; k <= 4; k++) top = (top << 32) | (ulong)At(Place + count - k);
        if (zeros > 0) top = (top << zeros) | (ulong)(At(Place + count - 5) >> (32 - zeros));
        bool more = zeros > 0 && ((At(Place + count - 5) << zeros) & 0xFFFFFFFF) != 0;
        for (int k = 0; k < count - (zeros > 0 ? 5 : 4) && !more; k++) more = digits[k] != 0;
        int scale = 32 * (Place + count) - zeros - 128 + exponent;
        if (divisor <= uint.MaxValue) return Round(Divide(top, (uint)divisor, ref more), more, scale, out quotient);
        // 128 bits over at most 63 leave at least 65
        ulong upper = (ulong)(top >> 64);
        (ulong high, ulong rest) = Math.DivRem(upper, divisor);
        UInt128 remaining = ((UInt128)rest << 64) | (ulong)top;
        UInt128 lowQuotient = remaining / divisor;
        more |= remaining - lowQuotient * divisor != 0;
        return Round(((UInt128)high << 64) + lowQuotient, more, scale, out quotient);
    }

    /// <summary>By hand, a half of 64 bits at a time, which is much faster than the general division.</summary>
    private static UInt128 Divide(UInt128 number, uint divisor, ref bool more)
    {
        ulong upper = (ulong)(number >> 64), lower = (ulong)number;
        (ulong a, ulong rest) = Math.DivRem(upper, divisor);
        (ulong b, rest) = Math.DivRem((rest << 32) | (lower >> 32), divisor);
        (ulong c, rest) = Math.DivRem((rest << 32) | (uint)lower, divisor);
        more |= rest != 0;
        return new UInt128(a, (b << 32) | c);
    }

    /// <summary>q · 2^scale, and a trace more or not, as a double; false near the ends of the range.</summary>
    private readonly bool Round(UInt128 q, bool more, int scale, out double quotient)
    {
        quotient = 0;
        int length = 128 - (int)UInt128.LeadingZeroCount(q), cut = length - 53;
        if (scale + length is > 1020 or < -960) return false;
        ulong mantissa = (ulong)(q >> cut);
        UInt128 below = q & ((UInt128.One << cut) - 1), half = UInt128.One << (cut - 1);
        if (below > half || below == half && (more || (mantissa & 1) != 0)) mantissa++;
        quotient = (double)mantissa * BitConverter.Int64BitsToDouble((long)(scale + cut + 1023) << 52);
        if (IsNegative) quotient = -quotient;
        return true;
    }

    private readonly long At(int place) => place >= Place && place < Place + count ? digits[place - Place] : 0;

    private void Trim()
    {
        while (count > 0 && digits[count - 1] == 0) count--;
        if (count == 0) IsNegative = false;
    }
}
