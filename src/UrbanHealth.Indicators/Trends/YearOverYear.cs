using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Every figure and every score of every area between two years (年度对比).</summary>
/// <remarks>
/// Scores are by one frozen model, so that a change is a change of the city and not of the yardstick; <see cref="Relative"/> gives those where each year
/// is measured against itself, which say how an area moved among the others. Without weights and scores, use <see cref="PanelChange"/>.
/// </remarks>
public sealed partial class YearOverYear
{
    private readonly ChangeRule rule;

    private YearOverYear(EvaluationResult result, int from, int to, ChangeRule rule)
    {
        this.rule = rule = rule.CityClass is null ? rule with { CityClass = result.Model.Plan.CityClass } : rule;
        Result = result;
        Figures = PanelChange.Between(result.Panel, from, to, rule);
    }

    /// <summary>The evaluation both years are of.</summary>
    public EvaluationResult Result { get; }

    /// <summary>The figures, comparability first.</summary>
    public PanelChange Figures { get; }

    /// <summary>The year at the start.</summary>
    public int FromYear => Figures.FromYear;

    /// <summary>The year at the end.</summary>
    public int ToYear => Figures.ToYear;

    /// <summary>One area, by code or name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such area.</exception>
    public AreaChange this[string area] => new(this, Result.Panel.IndexOfArea(area));

    /// <summary>The areas, in the order of the panel.</summary>
    public IReadOnlyList<AreaChange> Areas => [.. Enumerable.Range(0, Result.Areas.Count).Select(i => new AreaChange(this, i))];

    /// <summary>Between two years of a result.</summary>
    /// <param name="result">Scores by one model.</param>
    /// <param name="from">The year at the start.</param>
    /// <param name="to">The year at the end.</param>
    /// <param name="rule">How two figures are compared; its <see cref="ChangeRule.Tolerance"/> holds for scores too, by the code of the node where given.</param>
    /// <exception cref="KeyNotFoundException">The result has no such year.</exception>
    public static YearOverYear Between(EvaluationResult result, int from, int to, ChangeRule? rule = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new YearOverYear(result, from, to, rule ?? ChangeRule.Default);
    }

    /// <summary>How many areas went from each grade to each (等级转移矩阵); areas without a grade in one of the years are left out.</summary>
    /// <param name="code">A dimension or indicator; the composite by default.</param>
    public TransitionMatrix<Grade> GradeTransitions(string? code = null)
    {
        NodeChange[] changes = [.. Enumerable.Range(0, Result.Areas.Count).Select(i => NodeOf(code ?? Result.Framework.Code, i)).Where(c => c.FromGrade is not null && c.ToGrade is not null)];
        IEnumerable<Grade> grades = changes.SelectMany(c => new[] { c.FromGrade!, c.ToGrade! }).Distinct().OrderBy(g => g.Level);
        return new TransitionMatrix<Grade>(grades, changes.Select(c => (c.FromGrade!, c.ToGrade!)));
    }

    /// <summary>Scores and ranks where each year is fitted on itself (相对得分), one an area: how it moved among the others, not whether it got better.</summary>
    /// <param name="code">A dimension or indicator; the composite by default.</param>
    /// <exception cref="InvalidDocumentException">A year alone cannot be fitted.</exception>
    public IReadOnlyList<NodeChange> Relative(string? code = null)
    {
        string node = code ?? Result.Framework.Code;
        EvaluationResult before = Own(FromYear), after = Own(ToYear);
        return [.. Enumerable.Range(0, Result.Areas.Count).Select(i => NodeOf(before, after, node, i))];

        EvaluationResult Own(int year) => Result.Model.Plan.Fit(Result.Panel, YearRange.Of(year)).Evaluate(Result.Panel);
    }

    internal NodeChange NodeOf(string code, int row) => NodeOf(Result, Result, code, row);

    private NodeChange NodeOf(EvaluationResult before, EvaluationResult after, string code, int row)
    {
        int y0 = before.Panel.IndexOfYear(FromYear), y1 = after.Panel.IndexOfYear(ToYear);
        double from = before.ScoreAt(code, row, y0), to = after.ScoreAt(code, row, y1), tolerance = rule.ToleranceAt(code, from);
        return new NodeChange
        {
            Area = Result.Areas[row],
            Code = code,
            From = from,
            To = to,
            FromRank = Rank(before.Ranks(code, FromYear)),
            ToRank = Rank(after.Ranks(code, ToYear)),
            FromGrade = before.GradeAt(code, row, y0),
            ToGrade = after.GradeAt(code, row, y1),
            Label = double.IsNaN(from) || double.IsNaN(to) ? null : to - from > tolerance ? ChangeLabel.Improved : from - to > tolerance ? ChangeLabel.Worsened : ChangeLabel.Unchanged,
        };

        double? Rank(ReadOnlyMemory<double> ranks) => double.IsNaN(ranks.Span[row]) ? null : ranks.Span[row];
    }

    /// <summary>The figures' summary, then a line an area.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Figures}\n{string.Join('\n', Areas.Take(40))}{(Result.Areas.Count > 40 ? $"\n… {Result.Areas.Count - 40} more" : "")}");
}
