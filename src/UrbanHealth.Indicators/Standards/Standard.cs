using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>What is good enough, in the indicator's own unit (评价标准), with the document that says so.</summary>
/// <remarks>
/// Bounds are compared exactly as they are written; no tolerance is added. The factories check their arguments; a standard
/// made by its properties is checked by the framework that takes it. In JSON a bare standard is a text such as <c>"≥8"</c>.
/// </remarks>
[JsonConverter(typeof(StandardConverter))]
public sealed record Standard
{
    /// <summary>How the value is compared.</summary>
    public required Comparison Comparison { get; init; }

    /// <summary>The bound; for <see cref="Comparison.Within"/> the lower one. Finite.</summary>
    public required double Value { get; init; }

    /// <summary>The upper bound of <see cref="Comparison.Within"/>; null otherwise.</summary>
    public double? Upper { get; init; }

    /// <summary>The class of city it holds for (城市类别), such as 地级市; null for every class.</summary>
    public string? AreaClass { get; init; }

    /// <summary>The document it stands in (依据文件).</summary>
    public string? Document { get; init; }

    /// <summary>The first year it holds for; null for every year.</summary>
    public int? FromYear { get; init; }

    /// <summary>At least <paramref name="value"/> (不低于).</summary>
    public static Standard AtLeast(double value) => new Standard { Comparison = Comparison.AtLeast, Value = value }.Checked();

    /// <summary>More than <paramref name="value"/> (高于).</summary>
    public static Standard MoreThan(double value) => new Standard { Comparison = Comparison.MoreThan, Value = value }.Checked();

    /// <summary>At most <paramref name="value"/> (不高于).</summary>
    public static Standard AtMost(double value) => new Standard { Comparison = Comparison.AtMost, Value = value }.Checked();

    /// <summary>Less than <paramref name="value"/> (低于).</summary>
    public static Standard LessThan(double value) => new Standard { Comparison = Comparison.LessThan, Value = value }.Checked();

    /// <summary>From <paramref name="low"/> to <paramref name="high"/>, both included (区间).</summary>
    public static Standard Within(double low, double high) => new Standard { Comparison = Comparison.Within, Value = low, Upper = high }.Checked();

    /// <summary>Exactly <paramref name="value"/> (等于).</summary>
    public static Standard EqualTo(double value) => new Standard { Comparison = Comparison.EqualTo, Value = value }.Checked();

    /// <summary>True when <paramref name="value"/> meets the standard; NaN meets none.</summary>
    public bool IsMetBy(double value) => Comparison switch
    {
        Comparison.AtLeast => value >= Value,
        Comparison.MoreThan => value > Value,
        Comparison.AtMost => value <= Value,
        Comparison.LessThan => value < Value,
        Comparison.Within => value >= Value && value <= Upper,
        _ => value == Value,
    };

    /// <summary>The judgement of <paramref name="value"/>: met or not met; missing for NaN.</summary>
    public Judgement Judge(double value) => double.IsNaN(value) ? Judgement.Missing : IsMetBy(value) ? Judgement.Met : Judgement.NotMet;

    /// <summary>How far <paramref name="value"/> is inside the standard, in the indicator's unit; negative when it is outside, NaN for NaN.</summary>
    /// <remarks>The distance to the bound, to the nearer bound of a range, and minus the distance to an exact value.</remarks>
    public double MarginOf(double value) => Comparison switch
    {
        Comparison.AtLeast or Comparison.MoreThan => value - Value,
        Comparison.AtMost or Comparison.LessThan => Value - value,
        Comparison.Within => Math.Min(value - Value, (Upper ?? double.NaN) - value),
        _ => -Math.Abs(value - Value),
    };

    /// <summary>The standard that holds for a class of city in a year: the most specific one that applies; null when none does.</summary>
    /// <param name="standards">The standards of an indicator.</param>
    /// <param name="areaClass">The class of the area; several are parted by 、 or ;. Null when it has none.</param>
    /// <param name="year">The year of the figure.</param>
    /// <remarks>
    /// A standard applies when its class is null or one of the area's, and its first year is null or not later than the year.
    /// Of those a standard of the area's class wins over one for every class, then a later first year over an earlier one,
    /// then the one that stands first.
    /// </remarks>
    public static Standard? Choose(IReadOnlyList<Standard> standards, string? areaClass, int year)
    {
        ArgumentNullException.ThrowIfNull(standards);
        Standard? best = null;
        foreach (Standard s in standards)
            if (Applicability.Holds(s.AreaClass, s.FromYear, areaClass, year) && (best is null || Applicability.Beats(s.AreaClass, s.FromYear, best.AreaClass, best.FromYear))) best = s;
        return best;
    }

    /// <summary>A standard from its signs, such as <c>≥8</c>, <c>&gt;=8</c>, <c>&lt;0.3</c>, <c>=0</c> or <c>0.7~1.5</c>.</summary>
    /// <exception cref="FormatException">The text is no standard.</exception>
    public static Standard Parse(string text) => TryParse(text ?? throw new ArgumentNullException(nameof(text)), out Standard? standard) ? standard : throw new FormatException($"'{text}' is no standard; write it as ≥8, >8, ≤8, <8, =8 or 0.7~1.5.");

    /// <summary>A standard from its signs; false when the text is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Standard? standard)
    {
        standard = null;
        if (string.IsNullOrWhiteSpace(text)) return false;
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        foreach ((string sign, Comparison comparison) in Signs)
        {
            if (!rest.StartsWith(sign, StringComparison.Ordinal)) continue;
            if (!Number(rest[sign.Length..], out double bound)) return false;
            standard = new Standard { Comparison = comparison, Value = bound };
            return true;
        }
        int wave = rest.IndexOfAny('~', '～');
        if (wave <= 0 || !Number(rest[..wave], out double low) || !Number(rest[(wave + 1)..], out double high)) return false;
        standard = new Standard { Comparison = Comparison.Within, Value = low, Upper = high };
        return true;

        static bool Number(ReadOnlySpan<char> text, out double value) =>
            double.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    /// <summary>What is wrong with it; null when nothing is.</summary>
    internal BilingualText? Flaw() =>
        !Enum.IsDefined(Comparison) ? new("比较方式无效", "the comparison is unknown")
        : !double.IsFinite(Value) || Upper is { } u && !double.IsFinite(u) ? new("标准值不是有限数", "a bound is not finite")
        : Comparison == Comparison.Within && Upper is null ? new("区间标准缺少上限 upper", "a range standard needs its upper bound")
        : Comparison == Comparison.Within && Upper < Value ? new($"区间颠倒：下限大于上限（{this}）", $"the range is upside down: its lower bound is above its upper one ({this})")
        : Comparison != Comparison.Within && Upper is not null ? new("只有区间标准才有上限 upper", "only a range standard has an upper bound")
        : null;

    private Standard Checked() => Flaw() is { } flaw ? throw new ArgumentException(flaw.English) : this;

    private static readonly (string Sign, Comparison Comparison)[] Signs =
    [
        ("≥", Comparison.AtLeast), (">=", Comparison.AtLeast), ("≤", Comparison.AtMost), ("<=", Comparison.AtMost),
        (">", Comparison.MoreThan), ("<", Comparison.LessThan), ("=", Comparison.EqualTo),
    ];

    /// <summary>The standard in a few signs, such as <c>≥8</c> or <c>0.7~1.5</c>.</summary>
    public override string ToString()
    {
        string bound = Value.ToString("R", CultureInfo.InvariantCulture);
        return Comparison switch
        {
            Comparison.AtLeast => "≥" + bound,
            Comparison.MoreThan => ">" + bound,
            Comparison.AtMost => "≤" + bound,
            Comparison.LessThan => "<" + bound,
            Comparison.Within => bound + "~" + Upper?.ToString("R", CultureInfo.InvariantCulture),
            _ => "=" + bound,
        };
    }
}
