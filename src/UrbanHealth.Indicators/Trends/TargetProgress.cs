using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>How an indicator stands towards its target in a year (目标进展情况).</summary>
public sealed record TargetProgress
{
    internal TargetProgress() { }

    /// <summary>The target.</summary>
    public required IndicatorTarget Target { get; init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>The figure; NaN when there is none.</summary>
    public required double Value { get; init; }

    /// <summary>The figure the path starts from; NaN when it is not known.</summary>
    public required double Baseline { get; init; }

    /// <summary>The target as it stood in the year.</summary>
    public required double TargetInForce { get; init; }

    /// <summary>Its year as it stood in the year.</summary>
    public required int TargetYearInForce { get; init; }

    /// <summary>What the path asks for in the year; NaN without a figure.</summary>
    public double Expected { get; init; } = double.NaN;

    /// <summary>How it stands.</summary>
    public required TargetStatus Status { get; init; }

    /// <summary>The target less the figure.</summary>
    public double Gap => TargetInForce - Value;

    /// <summary>The share of the way that is done: 0 at the baseline, 1 at the target; NaN when there was no way to go.</summary>
    public double Completion => TargetInForce == Baseline ? double.NaN : (Value - Baseline) / (TargetInForce - Baseline);

    /// <summary>The change a year needed from now on; 0 when attained, NaN without a figure or when the target's year has come.</summary>
    public double RequiredChange => Status == TargetStatus.Attained ? 0 : TargetYearInForce > Year ? Gap / (TargetYearInForce - Year) : double.NaN;

    /// <summary>The rate a year needed from now on, as a fraction; NaN where figure or target is not positive, or the target's year has come.</summary>
    public double RequiredRate => Status == TargetStatus.Attained ? 0 : TargetYearInForce > Year && Value > 0 && TargetInForce > 0 ? ElementaryFunctions.Pow(TargetInForce / Value, 1.0 / (TargetYearInForce - Year)) - 1 : double.NaN;

    /// <summary>The year the target would be reached at the pace since the baseline, as a fraction of years; the year itself when attained, NaN when the pace does not lead there.</summary>
    public double ProjectedYear
    {
        get
        {
            if (Status == TargetStatus.Attained) return Year;
            double years = Year - Target.BaselineYear, pace = (Value - Baseline) / years;
            if (Target.Path == TargetPath.Geometric && Value > 0 && Baseline > 0 && TargetInForce > 0)
            {
                double rate = ElementaryFunctions.Log(Value / Baseline) / years, way = ElementaryFunctions.Log(TargetInForce / Value);
                return way / rate > 0 ? Year + way / rate : double.NaN;
            }
            return Gap / pace > 0 ? Year + Gap / pace : double.NaN;
        }
    }

    /// <summary>Such as <c>C12 2023: 37.1, asked 38.08, target 40 (2025): OffTrack, needs +1.45 a year, projected 2027.6</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Target.Code} {Year}: {Value:0.####}, asked {Expected:0.####}, target {TargetInForce} ({TargetYearInForce}): {Status}, {(double.IsNaN(RequiredChange) ? "" : string.Create(CultureInfo.InvariantCulture, $"needs {RequiredChange:+0.####;-0.####;0} a year, "))}{(double.IsNaN(ProjectedYear) ? "not reached at this pace" : string.Create(CultureInfo.InvariantCulture, $"projected {ProjectedYear:0.0}"))}");
}
