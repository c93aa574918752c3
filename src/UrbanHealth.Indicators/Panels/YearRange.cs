using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Consecutive years, both ends included (年份区间).</summary>
public readonly record struct YearRange
{
    private YearRange(int first, int last) => (First, Last) = (first, last);

    /// <summary>The first year.</summary>
    public int First { get; }

    /// <summary>The last year.</summary>
    public int Last { get; }

    /// <summary>From <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="last"/> is before <paramref name="first"/>.</exception>
    public static YearRange Of(int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        return new YearRange(first, last);
    }

    /// <summary>One year.</summary>
    public static YearRange Of(int year) => new(year, year);

    /// <summary>A C# range with both ends included: <c>2019..2023</c> is five years.</summary>
    public static implicit operator YearRange(Range years) => Of(years.Start.Value, years.End.Value);

    /// <summary>True when <paramref name="year"/> lies in it.</summary>
    public bool Contains(int year) => year >= First && year <= Last;

    /// <summary>Such as 2019-2023.</summary>
    public override string ToString() => First == Last ? First.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{First}-{Last}");
}
