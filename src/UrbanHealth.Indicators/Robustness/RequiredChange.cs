using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>The change of one figure that would reach a goal, all else equal (反算: 达到目标所需的变化).</summary>
/// <remarks>
/// The fitted model is asked, with the one figure replaced and everything else of the area and of the others as it is: reweighting, caps, vetoes and grades all count. The figure moves
/// in its better direction, towards its target or range where it has one, up to <see cref="Indicator.PossibleMinimum"/> or <see cref="Indicator.PossibleMaximum"/>; where there is no such limit,
/// up to 2⁵⁰ times its size. Found by bisection down to neighbouring numbers, so that the figure given is the first that reaches the goal (to 12 digits where those reach it), provided the score does not fall on the way.
/// </remarks>
public sealed record RequiredChange
{
    private const int Doublings = 60;

    private RequiredChange() { }

    /// <summary>The area.</summary>
    public required Area Area { get; init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>The code of the indicator whose figure changes.</summary>
    public required string Indicator { get; init; }

    /// <summary>The goal in words.</summary>
    public required BilingualText Goal { get; init; }

    /// <summary>Whether it can be reached.</summary>
    public required RequiredStatus Status { get; init; }

    /// <summary>The figure as it is; NaN when there is none.</summary>
    public required double Current { get; init; }

    /// <summary>The first figure that reaches the goal; the current one when it is reached, NaN when it cannot be.</summary>
    public double Required { get; private init; } = double.NaN;

    /// <summary>The required figure less the current one; NaN when there is none.</summary>
    public double Change => Required - Current;

    /// <summary>The figure up to which was looked.</summary>
    public double Limit { get; private init; } = double.NaN;

    /// <summary>The composite score with the required figure, or at the limit when that does not do.</summary>
    public double Score { get; private init; } = double.NaN;

    /// <summary>The rank there; null when there is none.</summary>
    public double? Rank { get; private init; }

    /// <summary>The change of an indicator's figure that brings the composite to a score.</summary>
    /// <exception cref="KeyNotFoundException">There is no such indicator.</exception>
    /// <exception cref="ArgumentException">The indicator has a target or range as its best, and nothing says which.</exception>
    public static RequiredChange ForScore(AreaEvaluation area, string indicator, double score) =>
        Of(area, indicator, new(string.Create(CultureInfo.InvariantCulture, $"得分不低于 {score}"), string.Create(CultureInfo.InvariantCulture, $"a score of at least {score}")), a => a.Score >= score);

    /// <summary>The change that brings the composite to a grade or a better one.</summary>
    /// <exception cref="KeyNotFoundException">There is no such indicator.</exception>
    /// <exception cref="ArgumentException">The plan gives the composite no grades, or the indicator's best is not known.</exception>
    public static RequiredChange ForGrade(AreaEvaluation area, string indicator, Grade grade)
    {
        ArgumentNullException.ThrowIfNull(area);
        ArgumentNullException.ThrowIfNull(grade);
        if (!area.Result.Model.Gradings.ContainsKey(area.Result.Framework.Code)) throw new ArgumentException("The plan gives the composite no grades.", nameof(area));
        return Of(area, indicator, new($"等级不低于“{grade.Name}”", $"the grade {grade.EnglishName} or a better one"), a => a.Grade?.IsAtLeast(grade) == true);
    }

    /// <summary>The change that brings the area to a rank or a better one, the other areas staying as they are.</summary>
    /// <exception cref="KeyNotFoundException">There is no such indicator.</exception>
    /// <exception cref="ArgumentException">The indicator has a target or range as its best, and nothing says which.</exception>
    public static RequiredChange ForRank(AreaEvaluation area, string indicator, int rank)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rank, 1);
        return Of(area, indicator, new(string.Create(CultureInfo.InvariantCulture, $"排名不低于第 {rank} 位"), string.Create(CultureInfo.InvariantCulture, $"rank {rank} or better")), a => a.Rank <= rank);
    }

    private static RequiredChange Of(AreaEvaluation area, string code, BilingualText goal, Func<AreaEvaluation, bool> reached)
    {
        ArgumentNullException.ThrowIfNull(area);
        EvaluationResult result = area.Result;
        Indicator indicator = result.Framework[code];
        Preference preference = PlanFitting.PreferenceOf(indicator);
        Panel year = PanelParts.OfYears(result.Panel, [area.YearPlace]);
        int column = result.Framework.IndexOf(code);
        double current = year.ColumnAt(0, column).Span[area.Row];
        var answer = new RequiredChange { Area = area.Area, Year = area.Year, Indicator = code, Goal = goal, Status = RequiredStatus.NoFigure, Current = current };
        if (double.IsNaN(current) || double.IsNaN(area.Score)) return answer;

        AreaEvaluation At(double figure) => result.Model.Evaluate(PanelParts.WithFigure(year, area.Row, column, figure), threads: 1)[area.Area.Code, area.Year];
        RequiredChange With(RequiredStatus status, double figure, double required, double limit)
        {
            AreaEvaluation there = At(figure);
            return answer with { Status = status, Required = required, Limit = limit, Score = there.Score, Rank = there.Rank };
        }

        if (reached(At(current))) return With(RequiredStatus.Reached, current, current, current);
        double last = current, first;
        if (Limited(indicator, preference, current) is { } limit)
        {
            first = limit;
            if (limit == current || !reached(At(limit))) return With(RequiredStatus.OutOfReach, limit, double.NaN, limit);
        }
        else
        {
            double step = Math.Max(Math.Abs(current), 1) / 1024 * (preference.Direction == Direction.LowerIsBetter ? -1 : 1);
            int k = 0;
            for (first = current + step; k < Doublings && !reached(At(first)); k++, step *= 2) (last, first) = (first, first + step);
            if (k == Doublings) return With(RequiredStatus.OutOfReach, first, double.NaN, first);
        }
        double edge = first;
        while (true)
        {
            double middle = last + (first - last) / 2;
            if (middle == last || middle == first) break;
            if (reached(At(middle))) first = middle;
            else last = middle;
        }
        // rounding in the score lets a last bit less do: the plain number is given where it reaches the goal too
        double plain = double.Parse(first.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        if (plain != current && reached(At(plain))) first = plain;
        return With(RequiredStatus.Possible, first, first, edge);
    }

    /// <summary>The best figure that is possible; null where nothing limits it.</summary>
    private static double? Limited(Indicator indicator, Preference preference, double current) => preference.Direction switch
    {
        Direction.HigherIsBetter => indicator.PossibleMaximum is { } most ? Math.Max(most, current) : null,
        Direction.LowerIsBetter => indicator.PossibleMinimum is { } least ? Math.Min(least, current) : null,
        _ => Math.Clamp(current, preference.Low, preference.High),
    };

    /// <summary>Such as <c>莱山区 2023, a score of at least 80: E03 from 6.1 to 7.42 (+1.32)</c>.</summary>
    public override string ToString()
    {
        string what = string.Create(CultureInfo.InvariantCulture, $"{Area} {Year}, {Goal.English}: ");
        string rank = Rank?.ToString("0.#", CultureInfo.InvariantCulture) ?? "—";
        return what + Status switch
        {
            RequiredStatus.Reached => "reached already",
            RequiredStatus.Possible => string.Create(CultureInfo.InvariantCulture, $"{Indicator} from {Current:0.####} to {Required:0.####} ({Change:+0.####;-0.####})"),
            RequiredStatus.OutOfReach => string.Create(CultureInfo.InvariantCulture, $"out of reach, {Indicator} at {Limit:0.####} gives {Score:0.##} and rank {rank}"),
            _ => $"{Indicator} has no figure to start from, or the area no composite",
        };
    }
}
