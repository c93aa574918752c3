using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>One indicator of one area between two years (指标变化).</summary>
/// <remarks>The differences are given wherever both figures are; the label only where they are <see cref="Comparability.Comparable"/>.</remarks>
public sealed record IndicatorChange
{
    internal IndicatorChange() { }

    /// <summary>The area.</summary>
    public required Area Area { get; init; }

    /// <summary>The indicator, as the later year has it.</summary>
    public required Indicator Indicator { get; init; }

    /// <summary>The figure at the start; NaN when there is none.</summary>
    public required double From { get; init; }

    /// <summary>The figure at the end; NaN when there is none.</summary>
    public required double To { get; init; }

    /// <summary>Whether the two can be compared, and if not why.</summary>
    public required Comparability Comparability { get; init; }

    /// <summary>The end less the start, in the indicator's unit; for a percentage these are percentage points.</summary>
    public double Difference => To - From;

    /// <summary>The difference in percentage points (百分点); null where the unit is not %.</summary>
    public double? Points => IsPercentage && !double.IsNaN(Difference) ? Difference : null;

    /// <summary>The difference over the start, in percent (变化幅度); NaN from zero or below unless the rule says otherwise.</summary>
    public required double Percent { get; init; }

    /// <summary>How the condition moved; null where the figures are not comparable, or where the best is a target or range that nothing states.</summary>
    public required ChangeLabel? Label { get; init; }

    /// <summary>What a reader of the change should know, such as a scope that shrank.</summary>
    public required IReadOnlyList<BilingualText> Notes { get; init; }

    /// <summary>True when the unit is a percent sign.</summary>
    public bool IsPercentage => Indicator.Unit is "%" or "％" or "百分比";

    /// <summary>Such as <c>宜昌市 绿化覆盖率 90.52 → 93.6 %: +3.08 points, +3.40 %, Improved</c>.</summary>
    public override string ToString()
    {
        string difference = double.IsNaN(Difference) ? "" : string.Create(CultureInfo.InvariantCulture, $": {Difference:+0.####;-0.####;0}{(IsPercentage ? " points" : "")}{(double.IsNaN(Percent) ? "" : string.Create(CultureInfo.InvariantCulture, $", {Percent:+0.00;-0.00;0.00} %"))}");
        return string.Create(CultureInfo.InvariantCulture, $"{Area} {Indicator.Name} {Text(From)} → {Text(To)} {Indicator.Unit}{difference}, {(Label is { } label ? label.ToString() : Comparability.ToString())}");

        static string Text(double v) => double.IsNaN(v) ? "—" : v.ToString("0.####", CultureInfo.InvariantCulture);
    }
}
