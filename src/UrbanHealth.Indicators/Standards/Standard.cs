using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>What is good enough, in the indicator's own unit (评价标准), with the document that says so.</summary>
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
    public static Standard AtLeast(double value) => new() { Comparison = Comparison.AtLeast, Value = value };

    /// <summary>More than <paramref name="value"/> (高于).</summary>
    public static Standard MoreThan(double value) => new() { Comparison = Comparison.MoreThan, Value = value };

    /// <summary>At most <paramref name="value"/> (不高于).</summary>
    public static Standard AtMost(double value) => new() { Comparison = Comparison.AtMost, Value = value };

    /// <summary>Less than <paramref name="value"/> (低于).</summary>
    public static Standard LessThan(double value) => new() { Comparison = Comparison.LessThan, Value = value };

    /// <summary>From <paramref name="low"/> to <paramref name="high"/>, both included (区间).</summary>
    public static Standard Within(double low, double high) => new() { Comparison = Comparison.Within, Value = low, Upper = high };

    /// <summary>Exactly <paramref name="value"/> (等于).</summary>
    public static Standard EqualTo(double value) => new() { Comparison = Comparison.EqualTo, Value = value };

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
