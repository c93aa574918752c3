using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace UrbanHealth.Indicators;

/// <summary>Scores, ranks and grades of every area and year (评价结果), each explainable down to its raw figures.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed partial class EvaluationResult
{
    private readonly double[][][] scores; // [year][node] → one an area

    private readonly FrozenDictionary<string, int> nodes;
    private readonly Lazy<Assessment> assessment;
    private readonly Lazy<ValidationReport> report;
    private readonly ConcurrentDictionary<(string Code, int Year), double[]> ranks = new();
    private readonly ConcurrentDictionary<(string Code, int Year), double[]> groupRanks = new();

    internal EvaluationResult(EvaluationModel model, Panel panel, double[][][] scores, BottomLines bottomLines)
    {
        Model = model;
        Panel = panel;
        this.scores = scores;
        BottomLines = bottomLines;
        report = new Lazy<ValidationReport>(() => EvaluationChecks.Of(model, panel, scores, bottomLines));
        assessment = new Lazy<Assessment>(() => Assessment.Of(panel, model.Plan.CityClass));
        nodes = model.Tree.Nodes.Select((n, i) => (n.Code, i)).ToFrozenDictionary(p => p.Code, p => p.i, StringComparer.Ordinal);
    }

    /// <summary>The yardstick.</summary>
    public EvaluationModel Model { get; }

    /// <summary>The figures that were evaluated, with what was filled in.</summary>
    public Panel Panel { get; }

    /// <summary>What is measured.</summary>
    public IndicatorFramework Framework => Model.Framework;

    /// <summary>The areas, in the order of every column.</summary>
    public IReadOnlyList<Area> Areas => Panel.Areas;

    /// <summary>The years, rising.</summary>
    public IReadOnlyList<int> Years => Panel.Years;

    /// <summary>The same figures judged against their standards, without weights or scores.</summary>
    public Assessment Assessment => assessment.Value;

    /// <summary>What has no score although there are figures: a figure or scores that a rule is not defined for.</summary>
    public ValidationReport Report => report.Value;

    internal BottomLines BottomLines { get; }

    /// <summary>One area in one year.</summary>
    /// <param name="area">The code or the name of the area.</param>
    /// <param name="year">The year.</param>
    /// <exception cref="KeyNotFoundException">There is no such area or year.</exception>
    public AreaEvaluation this[string area, int year] => new(this, Panel.IndexOfArea(area), Panel.IndexOfYear(year));

    /// <summary>All areas in one year.</summary>
    /// <exception cref="KeyNotFoundException">There is no such year.</exception>
    public YearEvaluation Year(int year) => new(this, Panel.IndexOfYear(year));

    /// <summary>The scores of a dimension or an indicator in a year, one an area; NaN is missing.</summary>
    /// <exception cref="KeyNotFoundException">There is no such code or year.</exception>
    public ReadOnlyMemory<double> Scores(string code, int year) => ScoresAt(code, Panel.IndexOfYear(year));

    /// <summary>The ranks of a dimension or an indicator in a year, one an area, 1 best; NaN is unranked.</summary>
    /// <exception cref="KeyNotFoundException">There is no such code or year.</exception>
    public ReadOnlyMemory<double> Ranks(string code, int year)
    {
        int y = Panel.IndexOfYear(year);
        return ranks.GetOrAdd((code, y), key => Ranking.Of(ScoresAt(key.Code, key.Year).Span, Model.Plan.Ties));
    }

    /// <summary>As <see cref="Ranks"/>, among the areas of each class; areas without a class are unranked, and an area of several is ranked in its first, among all areas of that class.</summary>
    /// <exception cref="KeyNotFoundException">There is no such code or year.</exception>
    public ReadOnlyMemory<double> GroupRanks(string code, int year)
    {
        int y = Panel.IndexOfYear(year);
        return groupRanks.GetOrAdd((code, y), key => RankWithinClasses(ScoresAt(key.Code, key.Year).Span));
    }

    /// <summary>As <see cref="Ranks"/>, among the areas of one class of city; the others are unranked.</summary>
    /// <exception cref="KeyNotFoundException">There is no such code or year.</exception>
    public ReadOnlyMemory<double> GroupRanks(string code, int year, string areaClass)
    {
        ArgumentNullException.ThrowIfNull(areaClass);
        return ClassRanks.Among([.. Areas.Select(a => a.Class)], areaClass, Scores(code, year).Span, Model.Plan.Ties);
    }

    internal ReadOnlyMemory<double> ScoresAt(string code, int year)
    {
        if (nodes.TryGetValue(code ?? throw new ArgumentNullException(nameof(code)), out int node)) return scores[year][node];
        var indicator = new double[Areas.Count];
        int column = Framework.IndexOf(code);
        Model.Scoring.Indicator(column, Panel.ColumnAt(year, column).Span, indicator);
        return indicator;
    }

    internal double ScoreAt(int node, int area, int year) => scores[year][node][area];

    internal double ScoreAt(string code, int area, int year) =>
        nodes.TryGetValue(code, out int node) ? scores[year][node][area] : IndicatorScoreAt(Framework.IndexOf(code), area, year);

    internal double IndicatorScoreAt(int indicator, int area, int year) => Model.Scoring.Indicator(indicator, Panel.ColumnAt(year, indicator).Span[area]);

    internal ScoreTree.Node? NodeOf(string code) => nodes.TryGetValue(code, out int n) ? Model.Tree.Nodes[n] : null;

    internal int NodeIndexOf(string code) => nodes.TryGetValue(code, out int n) ? n : -1;

    /// <summary>A node's grade by its score, after the bottom-line rule; an indicator's by its own bands.</summary>
    internal Grade? GradeAt(string code, int area, int year)
    {
        if (!nodes.TryGetValue(code, out int node)) return JudgedAt(code, area, year).Grade;
        return Model.Gradings.TryGetValue(code, out FittedGrading? grading)
            ? BottomLines.Grade(grading.GradeOf(scores[year][node][area]), grading, node, area, year)
            : null;
    }

    internal JudgedIndicator JudgedAt(string code, int area, int year) =>
        new Judging(Panel, area, year, Areas[area].Class ?? Model.Plan.CityClass).Judge(Framework[code]);

    private double[] RankWithinClasses(ReadOnlySpan<double> column) => ClassRanks.Of([.. Areas.Select(a => a.Class)], column, Model.Plan.Ties);
}
