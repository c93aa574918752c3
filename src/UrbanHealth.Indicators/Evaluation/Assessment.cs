using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>A panel judged against its standards (达标评价): every area, year and indicator, without a single weight or score.</summary>
/// <remarks>
/// Immutable and thread-safe; an area's judgements are made when it is asked for, and are always the same.
/// The rules, in this order: not applicable and not evaluated stay what they are; no figure is <see cref="Judgement.Missing"/>; an indicator that is recorded only
/// (<see cref="Indicator.IsEvaluated"/> off) is not evaluated, and so is a problem count without a standard or bands of its own; an expert grade is its own grade; a compound indicator takes the
/// judgement and grade of its worst component; everything else is held against the standard and the bands that <see cref="Standard.Choose"/> finds for the area's class and year,
/// and has no standard where there is none.
/// </remarks>
public sealed partial class Assessment
{
    private readonly string? cityClass;

    private Assessment(Panel panel, string? cityClass, ShareRule rule)
    {
        Panel = panel;
        this.cityClass = cityClass;
        Rule = rule;
        Report = Check();
    }

    /// <summary>What was judged.</summary>
    public Panel Panel { get; }

    /// <summary>The rule that grades the dimensions.</summary>
    public ShareRule Rule { get; }

    /// <summary>What the judgements cannot rest on: standards that do not exist for a class of city, expert grades off their scale.</summary>
    public ValidationReport Report { get; }

    /// <summary>One area in one year, by code or name.</summary>
    /// <exception cref="KeyNotFoundException">The panel has no such area or year.</exception>
    public AreaAssessment this[string area, int year] => At(Panel.IndexOfArea(area), Panel.IndexOfYear(year));

    /// <summary>Judges a panel.</summary>
    /// <param name="panel">The figures.</param>
    /// <param name="cityClass">The class of city (城市类别) of every area that has none of its own; several are parted by 、. Null when there is none.</param>
    /// <param name="rule">How dimensions are graded; <see cref="ShareRule.Default"/> when null.</param>
    /// <exception cref="InvalidOperationException">The rule's thresholds do not fit its scale.</exception>
    public static Assessment Of(Panel panel, string? cityClass = null, ShareRule? rule = null)
    {
        ArgumentNullException.ThrowIfNull(panel);
        rule ??= ShareRule.Default;
        rule.Check();
        return new Assessment(panel, cityClass, rule);
    }

    /// <summary>Every area in a year, in the panel's order.</summary>
    /// <exception cref="KeyNotFoundException">The panel has no such year.</exception>
    public IEnumerable<AreaAssessment> Year(int year)
    {
        int y = Panel.IndexOfYear(year);
        return Enumerable.Range(0, Panel.Areas.Count).Select(a => At(a, y));
    }

    /// <summary>Such as <c>Assessment of 23 areas × 6 indicators × 2 years</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Assessment of {Panel.Areas.Count} areas × {Panel.Framework.Indicators.Count} indicators × {Panel.Years.Count} years");

    private AreaAssessment At(int area, int year) => new(Panel, area, year, ClassOf(Panel.Areas[area]), Rule);

    private string? ClassOf(Area area) => area.Class ?? cityClass;

    private ValidationReport Check()
    {
        var issues = new List<ValidationIssue>();
        string?[] classes = [.. Panel.Areas.Select(ClassOf).Distinct()];
        foreach (Indicator x in Panel.Framework.Indicators)
        {
            if (!x.IsEvaluated) continue;
            if (x.Components.Count == 0) CheckClasses(x.Code, x.Name, x.Standards);
            foreach (IndicatorComponent c in x.Components) CheckClasses(c.Code, c.Name, c.Standards);
            if (x.Measurement == MeasurementKind.ExpertGrade) CheckLevels(x);
        }
        return new ValidationReport(issues);

        void CheckClasses(string code, string name, IReadOnlyList<Standard> standards)
        {
            if (standards.Count == 0) return;
            foreach (string? areaClass in classes)
            {
                int[] years = [.. Panel.Years.Where(y => Standard.Choose(standards, areaClass, y) is null)];
                if (years.Length == 0) continue;
                string when = string.Join(", ", years.Select(y => y.ToString(CultureInfo.InvariantCulture)));
                issues.Add(new("assessment.no-standard-for-class", Severity.Warning, new Place { Indicator = code }, areaClass is null
                    ? new($"“{name}”的标准按城市类别给出，而有的对象没有城市类别（{when}年）：这些对象没有标准", $"the standards of {code} are for classes of city, and some areas have none ({when}): no standard holds for them")
                    : new($"“{name}”没有适用于“{areaClass}”的标准（{when}年）", $"{code} has no standard for the class {areaClass} ({when})")));
            }
        }

        void CheckLevels(Indicator x)
        {
            for (int y = 0; y < Panel.Years.Count; y++)
            {
                ReadOnlySpan<double> column = Panel.Column(x.Code, Panel.Years[y]);
                for (int a = 0; a < column.Length; a++)
                {
                    GradeScale scale = Bands.Choose(x.Bands, ClassOf(Panel.Areas[a]), Panel.Years[y])?.Scale ?? GradeScale.OfIndicator;
                    if (double.IsNaN(column[a]) || Judging.LevelOf(scale, column[a]) is not null) continue;
                    issues.Add(new("assessment.level-off-scale", Severity.Error, new Place { Area = Panel.Areas[a].Code, Year = Panel.Years[y], Indicator = x.Code }, Judging.OffScale(scale, column[a])));
                }
            }
        }
    }
}
