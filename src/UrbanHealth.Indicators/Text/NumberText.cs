using System.Globalization;

namespace UrbanHealth.Indicators.Text;

/// <summary>A figure as people type it: full-width digits and signs, thousands separators, a unit behind it, words for none.</summary>
internal readonly struct NumberText
{
    private const int Longest = 400; // the longest text that is looked at; doubles need no more

    private NumberText(NumberKind kind, double value = double.NaN, string digits = "", string suffix = "") => (Kind, Value, this.digits, Suffix) = (kind, value, digits, suffix);

    private readonly string digits;

    public NumberKind Kind { get; }

    /// <summary>The number before <see cref="Suffix"/>; NaN when there is none.</summary>
    public double Value { get; }

    /// <summary>The text behind the number, such as % or 万, in half-width characters; empty for none.</summary>
    public string Suffix { get; }

    /// <summary>The number times a power of ten, correctly rounded.</summary>
    public double Scaled(int exponent) =>
        digits.Contains('e', StringComparison.OrdinalIgnoreCase) ? Value * Math.Pow(10, exponent)
        : double.Parse(string.Create(CultureInfo.InvariantCulture, $"{digits}e{exponent}"), NumberStyles.Float, CultureInfo.InvariantCulture);

    public static NumberText Read(ReadOnlySpan<char> text)
    {
        if (IsPlain(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double plain))
            return new(double.IsFinite(plain) ? NumberKind.Number : NumberKind.Infinite, plain);
        if (text.Length > Longest) return new(NumberKind.NotANumber);
        Span<char> half = stackalloc char[text.Length];
        ReadOnlySpan<char> t = HalfWidth(text, half).Trim();
        return Word(t) is { } word ? new(word) : Prefixed(t);
    }

    /// <summary>Full-width letters, digits, signs and blanks as half-width ones.</summary>
    public static ReadOnlySpan<char> HalfWidth(ReadOnlySpan<char> text, Span<char> into)
    {
        for (int i = 0; i < text.Length; i++)
            into[i] = text[i] switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(text[i] - 0xFEE0),
                '\u3000' or '\u00A0' => ' ',
                '\u2212' or '\uFE63' => '-',
                _ => text[i],
            };
        return into[..text.Length];
    }

    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
            if (c is not ((>= '0' and <= '9') or '.' or '-' or '+' or 'e' or 'E')) return false;
        return !text.IsEmpty;
    }

    private static NumberKind? Word(ReadOnlySpan<char> t) => t switch
    {
        "" or "-" or "NA" or "N/A" or "na" or "n/a" or "NaN" or "nan" or "NULL" or "null" or "缺失" or "missing" => NumberKind.Missing,
        "——" or "—" or "/" or "不适用" or "not applicable" => NumberKind.NotApplicable,
        "不评价" or "not evaluated" => NumberKind.NotEvaluated,
        "∞" or "+∞" or "-∞" or "inf" or "-inf" or "+inf" or "Inf" or "-Inf" or "Infinity" or "-Infinity" => NumberKind.Infinite,
        _ => null,
    };

    private static NumberText Prefixed(ReadOnlySpan<char> t)
    {
        Span<char> number = stackalloc char[t.Length];
        int n = 0, at = 0, sinceSeparator = -1;
        if (t[0] is '+' or '-') number[n++] = t[at++];
        int first = n;
        for (; at < t.Length && (char.IsAsciiDigit(t[at]) || t[at] == ','); at++)
        {
            if (t[at] == ',')
            {
                // groups of three behind the first, which has one to three digits
                if (sinceSeparator < 0 ? n - first is 0 or > 3 : sinceSeparator != 3) return new(NumberKind.NotANumber);
                sinceSeparator = 0;
                continue;
            }
            if (sinceSeparator >= 0) sinceSeparator++;
            number[n++] = t[at];
        }
        if (sinceSeparator is >= 0 and not 3) return new(NumberKind.NotANumber);
        if (at < t.Length && t[at] == '.')
        {
            number[n++] = t[at++];
            while (at < t.Length && char.IsAsciiDigit(t[at])) number[n++] = t[at++];
        }
        if (at < t.Length && t[at] is 'e' or 'E')
        {
            int sign = at + 1 < t.Length && t[at + 1] is '+' or '-' ? 1 : 0;
            if (at + 1 + sign < t.Length && char.IsAsciiDigit(t[at + 1 + sign]))
            {
                for (int i = 0; i <= sign; i++) number[n++] = t[at++];
                while (at < t.Length && char.IsAsciiDigit(t[at])) number[n++] = t[at++];
            }
        }
        ReadOnlySpan<char> suffix = t[at..].Trim();
        if (!double.TryParse(number[..n], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !IsUnit(suffix)) return new(NumberKind.NotANumber);
        return double.IsFinite(value) ? new(NumberKind.Number, value, number[..n].ToString(), suffix.ToString()) : new(NumberKind.Infinite);
    }

    /// <summary>A unit starts with a letter or a sign of proportion and has no number of its own; anything else behind a number makes it no number.</summary>
    private static bool IsUnit(ReadOnlySpan<char> suffix)
    {
        for (int i = 1; i < suffix.Length; i++)
            if (char.IsAsciiDigit(suffix[i]) && (char.IsWhiteSpace(suffix[i - 1]) || suffix[i - 1] == '/')) return false;
        return suffix.IsEmpty || char.IsLetter(suffix[0]) || suffix[0] is '%' or '‰' or '°' or '℃' or '(';
    }
}
