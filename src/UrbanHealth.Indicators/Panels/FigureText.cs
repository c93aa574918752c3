using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

/// <summary>Reads the text of a figure against the unit of its indicator: %, ‰, 万, 亿 and the unit itself may stand behind the number.</summary>
internal static class FigureText
{
    /// <summary>What became of the text behind a number.</summary>
    public enum Suffix
    {
        /// <summary>There was none, or the sign of the unit itself.</summary>
        None,

        /// <summary>万, 亿 or a sign of proportion was worked in.</summary>
        Scaled,

        /// <summary>The unit stood there in words.</summary>
        Unit,

        /// <summary>It is another unit, or no unit at all: the number cannot be used.</summary>
        Other,
    }

    public static (double Value, Suffix Suffix) Resolve(in NumberText number, string unit)
    {
        string suffix = number.Suffix;
        if (suffix.Length == 0) return (number.Value, Suffix.None);
        if (suffix == unit) return (number.Value, suffix is "%" or "‰" ? Suffix.None : Suffix.Unit);
        if (suffix is "%" or "‰")
        {
            int thousandths = suffix == "%" ? 1 : 0; // a power of ten above ‰
            return unit switch
            {
                "" => (number.Scaled(thousandths - 3), Suffix.Scaled),
                "%" => (number.Scaled(-1), Suffix.Scaled),
                "‰" => (number.Scaled(1), Suffix.Scaled),
                _ => (double.NaN, Suffix.Other),
            };
        }
        // 2.99万 of an indicator in 个 is 29900, of one in 万个 it is 2.99
        (int stated, string statedBase) = Factor(suffix);
        (int own, string ownBase) = Factor(unit);
        bool fits = statedBase == ownBase ? ownBase.Length > 0 || stated > 0 : statedBase.Length == 0 && stated > 0;
        if (!fits) return (double.NaN, Suffix.Other);
        return stated == own ? (number.Value, Suffix.Unit) : (number.Scaled(stated - own), Suffix.Scaled);
    }

    /// <summary>The power of ten that 万 and 亿 in front of a unit stand for, and the unit without them.</summary>
    private static (int Power, string Base) Factor(string unit)
    {
        int power = 0, at = 0;
        for (; at < unit.Length && unit[at] is ('万' or '亿'); at++) power += unit[at] == '万' ? 4 : 8;
        return (power, unit[at..]);
    }

    /// <summary>True when two units differ by a factor such as 万 only.</summary>
    public static bool DifferByFactor(string a, string b) => IsFactorOf(a, b) || IsFactorOf(b, a) || (a, b) is ("%", "‰") or ("‰", "%");

    private static bool IsFactorOf(string large, string small) => large.Length == small.Length + 1 && large[0] is '十' or '百' or '千' or '万' or '亿' && large.EndsWith(small, StringComparison.Ordinal);
}
