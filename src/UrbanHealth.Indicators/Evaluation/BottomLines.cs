namespace UrbanHealth.Indicators;

/// <summary>Which areas fail which bottom-line indicators in which year, and what that does to the nodes above.</summary>
internal sealed class BottomLines
{
    private readonly EvaluationModel model;
    private readonly Dictionary<(int Area, int Year), List<JudgedIndicator>> failed;
    private readonly Dictionary<string, HashSet<int>> above; // by indicator: every node on the way to the root

    private BottomLines(EvaluationModel model, Dictionary<(int Area, int Year), List<JudgedIndicator>> failed, Dictionary<string, HashSet<int>> above) =>
        (this.model, this.failed, this.above) = (model, failed, above);

    public static BottomLines Of(EvaluationModel model, Panel panel)
    {
        Indicator[] lines = [.. model.Framework.Indicators.Where(i => i.Kind == IndicatorKind.BottomLine && i.IsEvaluated)];
        var failed = new Dictionary<(int, int), List<JudgedIndicator>>();
        for (int y = 0; y < panel.Years.Count && lines.Length > 0; y++)
            foreach (Indicator line in lines)
            {
                var standards = new Dictionary<string, Standard?>(StringComparer.Ordinal);
                ReadOnlySpan<double> figures = panel.ColumnAt(y, panel.IndexOfCode(line.Code)).Span;
                for (int a = 0; a < figures.Length; a++)
                {
                    string? areaClass = panel.Areas[a].Class ?? model.Plan.CityClass;
                    if (line.Measurement != MeasurementKind.Compound)
                    {
                        if (!standards.TryGetValue(areaClass ?? "", out Standard? standard)) standards.Add(areaClass ?? "", standard = Standard.Choose(line.Standards, areaClass, panel.Years[y]));
                        if (standard?.Judge(figures[a]) != Judgement.NotMet) continue; // asked first, for a whole judgement of every area would be memory
                    }
                    JudgedIndicator judged = new Judging(panel, a, y, areaClass).Judge(line);
                    if (judged.Judgement != Judgement.NotMet) continue;
                    if (!failed.TryGetValue((a, y), out List<JudgedIndicator>? list)) failed.Add((a, y), list = []);
                    list.Add(judged);
                }
            }
        return new BottomLines(model, failed, lines.ToDictionary(i => i.Code, i => NodesAbove(model, i.Code), StringComparer.Ordinal));
    }

    /// <summary>Every unmet bottom line of an area in a year.</summary>
    public IReadOnlyList<JudgedIndicator> Failed(int area, int year) => failed.TryGetValue((area, year), out List<JudgedIndicator>? list) ? list : [];

    /// <summary>Those of them below a node.</summary>
    public IEnumerable<JudgedIndicator> FailedBelow(int node, int area, int year) => Failed(area, year).Where(j => above[j.Indicator.Code].Contains(node));

    /// <summary>True when a node's score is not the composite of its children.</summary>
    public bool IsVetoed(int node, int area, int year) => model.Plan.BottomLine is VetoRule && FailedBelow(node, area, year).Any();

    /// <summary>Overwrites the scores of vetoed nodes; every node above an unmet line is one, so no other score changes.</summary>
    public void Veto(double[][][] scores)
    {
        if (model.Plan.BottomLine is not VetoRule rule) return;
        double score = rule.Outcome == VetoOutcome.Zero ? 0 : double.NaN;
        foreach (((int area, int year), List<JudgedIndicator> list) in failed)
            foreach (JudgedIndicator line in list)
                foreach (int node in above[line.Indicator.Code])
                    scores[year][node][area] = score;
    }

    /// <summary>The grade of a node after the rule.</summary>
    public Grade? Grade(Grade? earned, FittedGrading grading, int node, int area, int year) =>
        model.Plan.BottomLine is GradeCapRule cap && FailedBelow(node, area, year).Any() ? cap.Apply(earned, grading.Scale) : earned;

    private static HashSet<int> NodesAbove(EvaluationModel model, string code)
    {
        var nodes = new HashSet<int>();
        for (string? parent = model.Framework.ParentOf(code); parent is not null; parent = model.Framework.ParentOf(parent))
            nodes.Add(Array.FindIndex(model.Tree.Nodes, n => n.Code == parent));
        return nodes;
    }
}
