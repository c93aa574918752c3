namespace UrbanHealth.Indicators;

/// <summary>One area in one year, judged indicator by indicator (单个对象的评价表).</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed partial class AreaAssessment
{
    private readonly JudgedIndicator[] indicators;

    internal AreaAssessment(Panel panel, int area, int year, string? areaClass, ShareRule rule)
    {
        Framework = panel.Framework;
        Area = panel.Areas[area];
        Year = panel.Years[year];
        Class = areaClass;
        var judging = new Judging(panel, area, year, areaClass);
        indicators = [.. Framework.Indicators.Select(judging.Judge)];
        Indicators = ValueList<JudgedIndicator>.Of(indicators);
        Dimensions = new DimensionAssessments([.. Framework.Dimensions.Skip(1).Select(d => Assess(d, rule))]);
    }

    /// <summary>The framework.</summary>
    public IndicatorFramework Framework { get; }

    /// <summary>The area.</summary>
    public Area Area { get; }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>The class of city its standards were chosen by; null when it has none.</summary>
    public string? Class { get; }

    /// <summary>Every indicator, in the framework's order.</summary>
    public IReadOnlyList<JudgedIndicator> Indicators { get; }

    /// <summary>Every dimension but the root, with its grade by the share rule; found by code or name.</summary>
    public DimensionAssessments Dimensions { get; }

    /// <summary>The indicators that are a problem (问题清单), in the framework's order.</summary>
    public IEnumerable<JudgedIndicator> Problems => indicators.Where(i => i.IsProblem);

    /// <summary>The indicator of a code.</summary>
    /// <exception cref="KeyNotFoundException">The framework has no such indicator.</exception>
    public JudgedIndicator this[string code] => indicators[Framework.IndexOf(code)];

    /// <summary>How many indicators have a judgement.</summary>
    public int Count(Judgement judgement) => indicators.Count(i => i.Judgement == judgement);

    /// <summary>The judgements and dimension grades as JSON; a missing figure is null. The same assessment always gives the same text.</summary>
    public string ToJson() => AreaAssessmentDocument.Write(this);

    /// <summary>The table of the annex: indicator, figure, standard and judgement, a line each, under the dimensions with their grades.</summary>
    public override string ToString() => $"{AssessmentText.Title(this)}\n{AssessmentText.Table(this)}";

    private DimensionAssessment Assess(Dimension dimension, ShareRule rule)
    {
        var below = new List<JudgedIndicator>();
        Collect(dimension);
        int good = below.Count(i => rule.IsGood(i) == true), evaluated = below.Count(i => rule.IsGood(i) is not null);
        return new DimensionAssessment { Dimension = dimension, Grade = rule.GradeOf(good, evaluated), Good = good, Evaluated = evaluated, Indicators = below };

        void Collect(Dimension node)
        {
            foreach (Dimension child in node.Dimensions) Collect(child);
            foreach (Indicator indicator in node.Indicators) below.Add(this[indicator.Code]);
        }
    }
}
