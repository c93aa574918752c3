using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>What an indicator is to reach by when (五年目标): baseline, target and year, with every revision kept.</summary>
public sealed record IndicatorTarget
{
    /// <summary>The indicator.</summary>
    public required string Code { get; init; }

    /// <summary>The area, by code or name; null for every area.</summary>
    public string? Area { get; init; }

    /// <summary>The year the path starts from.</summary>
    public required int BaselineYear { get; init; }

    /// <summary>The figure then; null to take the panel's own.</summary>
    public double? Baseline { get; init; }

    /// <summary>The year the target is to be reached.</summary>
    public required int TargetYear { get; init; }

    /// <summary>The target, in the indicator's own unit.</summary>
    public required double Target { get; init; }

    /// <summary>The way from the one to the other; linear by default.</summary>
    public TargetPath Path { get; init; }

    /// <summary>A figure this near to what is asked has reached it; 0 by default, beside a rounding of the last digits.</summary>
    public double Tolerance { get; init; }

    /// <summary>Former targets, the oldest first.</summary>
    public IReadOnlyList<TargetRevision> Revisions { get; init; } = [];

    /// <summary>This target revised; the former one is recorded.</summary>
    /// <param name="decidedIn">The year of the decision; from it on the new target holds.</param>
    /// <param name="target">The new target.</param>
    /// <param name="targetYear">Its year; as before when not given.</param>
    /// <param name="reason">Why.</param>
    public IndicatorTarget Revise(int decidedIn, double target, int? targetYear = null, string? reason = null)
    {
        if (Revisions.Count > 0 && decidedIn < Revisions[^1].DecidedIn) throw new ArgumentOutOfRangeException(nameof(decidedIn), decidedIn, "A later revision is already recorded.");
        return this with { Target = target, TargetYear = targetYear ?? TargetYear, Revisions = [.. Revisions, new TargetRevision(decidedIn, Target, TargetYear, reason)] };
    }

    /// <summary>The target and its year as they stood in a year.</summary>
    public (double Target, int TargetYear) InForce(int year)
    {
        foreach (TargetRevision r in Revisions) if (year < r.DecidedIn) return (r.FormerTarget, r.FormerTargetYear);
        return (Target, TargetYear);
    }

    /// <summary>What the path asks for in a year: the baseline before its year and the target after its own.</summary>
    /// <param name="year">The year.</param>
    /// <param name="baseline">The figure of the baseline year.</param>
    /// <exception cref="ArgumentException">A geometric path from or to a figure that is not positive.</exception>
    public double Expected(int year, double baseline)
    {
        (double target, int targetYear) = InForce(year);
        if (targetYear <= BaselineYear) throw new ArgumentException("The target's year is not after the baseline's.", nameof(year));
        double share = Math.Clamp((double)(year - BaselineYear) / (targetYear - BaselineYear), 0, 1);
        if (Path == TargetPath.Linear) return baseline + share * (target - baseline);
        if (!(baseline > 0 && target > 0)) throw new ArgumentException("A geometric path needs a positive baseline and target.", nameof(baseline));
        return share == 1 ? target : baseline * ElementaryFunctions.Pow(target / baseline, share);
    }

    /// <summary>How a figure stands towards the target in force in its year.</summary>
    /// <param name="indicator">The indicator, for its direction; a target that is best either side counts by distance.</param>
    /// <param name="year">The year of the figure.</param>
    /// <param name="value">The figure; NaN when there is none.</param>
    /// <param name="baseline">The figure of the baseline year, where the target states none.</param>
    /// <exception cref="ArgumentException">No baseline is stated and none given, or the target's year is not after the baseline's.</exception>
    public TargetProgress Assess(Indicator indicator, int year, double value, double baseline = double.NaN)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        double start = Baseline ?? baseline;
        (double target, int targetYear) = InForce(year);
        var progress = new TargetProgress { Target = this, Year = year, Value = value, Baseline = start, TargetInForce = target, TargetYearInForce = targetYear, Status = TargetStatus.Missing };
        if (double.IsNaN(value)) return progress;
        if (double.IsNaN(start)) return Worth(value) >= Worth(target) - Tolerance - 1e-12 * Math.Abs(value) ? progress with { Status = TargetStatus.Attained } : progress; // reached is reached, wherever the path began
        double expected = Expected(year, start);
        double here = Worth(value), wanted = Worth(expected), begun = Worth(start), goal = Worth(target);
        // the path is computed and the figure printed: the last bits must not make one late
        double slack = Tolerance + 1e-12 * Math.Max(Math.Abs(value), Math.Abs(expected));
        TargetStatus status = here >= goal - slack ? TargetStatus.Attained
            : here >= wanted - slack ? TargetStatus.OnTrack
            : here > begun + slack ? TargetStatus.OffTrack
            : TargetStatus.MovingAway;
        return progress with { Expected = expected, Status = status };

        double Worth(double v) => indicator.Direction switch
        {
            Direction.HigherIsBetter => v,
            Direction.LowerIsBetter => -v,
            _ => -Math.Abs(v - target), // a target that is best from either side is approached
        };
    }

    /// <summary>Such as <c>C12: 35.2 (2020) → 40 (2025)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Area is null ? "" : Area + " ")}{Code}: {Baseline?.ToString("R", CultureInfo.InvariantCulture) ?? "?"} ({BaselineYear}) → {Target} ({TargetYear}){(Revisions.Count > 0 ? $", revised {Revisions.Count}×" : "")}");
}
