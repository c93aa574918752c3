using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Judges the figures of one area and year: the one place where the rules of judgement stand.</summary>
internal readonly struct Judging(Panel panel, int area, int year, string? areaClass)
{
    private readonly int calendarYear = panel.Years[year];

    public JudgedIndicator Judge(Indicator x)
    {
        Figure figure = Read(x.Code);
        var notes = new List<BilingualText>();
        Remark(figure, x.Version, notes);
        if (x.Measurement == MeasurementKind.Compound) return JudgeCompound(x, figure, notes);

        Judgement? settled = Settled(figure, x.IsEvaluated);
        Bands? bands = Bands.Choose(x.Bands, areaClass, calendarYear);
        Standard? standard = Standard.Choose(x.Standards, areaClass, calendarYear);
        Grade? grade = null;
        if (settled is null && x.Measurement == MeasurementKind.ExpertGrade)
        {
            grade = LevelOf(bands?.Scale ?? GradeScale.OfIndicator, figure.Value);
            if (grade is null)
            {
                settled = Judgement.Missing;
                notes.Add(OffScale(bands?.Scale ?? GradeScale.OfIndicator, figure.Value));
            }
        }
        else if (settled is null)
        {
            grade = bands?.GradeOf(figure.Value);
            // a count of problems is reported as it is; only a city's own standard or bands turn it into a judgement
            if (x is { Measurement: MeasurementKind.ProblemCount, Standards.Count: 0, Bands.Count: 0 }) settled = Judgement.NotEvaluated;
        }
        if (settled is null) RemarkClass(x.Standards, standard, notes);
        Judgement judgement = settled ?? (standard is null ? Judgement.NoStandard : standard.Judge(figure.Value));
        bool isProblem = judgement == Judgement.NotMet || IsWorst(grade, bands)
            || x is { Measurement: MeasurementKind.ProblemCount, IsEvaluated: true } && figure.Value > 0 && figure.State is not (ObservationState.NotApplicable or ObservationState.NotEvaluated);
        return new JudgedIndicator
        {
            Indicator = x,
            Value = figure.Value,
            State = figure.State,
            Scope = figure.Scope,
            Judgement = judgement,
            Grade = grade,
            Notes = notes,
            IsProblem = isProblem,
            Standard = judgement is Judgement.Met or Judgement.NotMet ? standard : null,
            Margin = judgement is Judgement.Met or Judgement.NotMet ? standard!.MarginOf(figure.Value) : null,
        };
    }

    /// <summary>The grade of an expert's level; null when the level is not on the scale.</summary>
    public static Grade? LevelOf(GradeScale scale, double level) => level >= 1 && level <= scale.Count && level == Math.Floor(level) ? scale[(int)level - 1] : null;

    public static BilingualText OffScale(GradeScale scale, double level) => new(
        string.Create(CultureInfo.InvariantCulture, $"专家评级 {level} 不在 1…{scale.Count}（{scale}）之内"),
        string.Create(CultureInfo.InvariantCulture, $"the expert grade {level} is not a level of 1…{scale.Count} ({scale})"));

    private JudgedIndicator JudgeCompound(Indicator x, Figure figure, List<BilingualText> notes)
    {
        JudgedComponent[] components = new JudgedComponent[x.Components.Count];
        for (int i = 0; i < components.Length; i++) components[i] = JudgeComponent(x, x.Components[i], figure.State);
        Judgement judgement = Settled(figure with { Value = 0 }, x.IsEvaluated) ?? WorstOf(components);
        if (judgement == Judgement.NotEvaluated && components.All(c => c.Judgement == Judgement.Missing)) judgement = x.IsEvaluated ? judgement : Judgement.Missing;
        bool judged = judgement is Judgement.Met or Judgement.NotMet or Judgement.NoStandard;
        // a component that has bands and no figure might be the worst: then nobody knows the grade
        bool unknown = components.Any(c => c.Judgement == Judgement.Missing && c.Component.Bands.Count > 0);
        Grade? grade = judged && !unknown ? components.Select(c => c.Grade).Where(g => g is not null).MaxBy(g => g!.Level) : null;
        foreach (JudgedComponent c in components)
        {
            if (judged && c.Judgement is Judgement.Missing or Judgement.NoStandard or Judgement.NotApplicable)
                notes.Add(new($"分项“{c.Component.Name}”{c.Judgement.In(Language.Chinese)}", $"component {c.Component.Code}: {c.Judgement.In(Language.English)}"));
            notes.AddRange(c.Notes);
        }
        JudgedComponent? worst = judged
            ? components.Where(c => c.Judgement is Judgement.Met or Judgement.NotMet || c.Grade is not null).OrderBy(c => c.Judgement == Judgement.NotMet ? 0 : 1).ThenByDescending(c => c.Grade?.Level ?? 0).FirstOrDefault()
            : null;
        return new JudgedIndicator
        {
            Indicator = x,
            Value = figure.Value,
            State = figure.State,
            Scope = figure.Scope,
            Judgement = judgement,
            Grade = grade,
            Notes = notes,
            Components = components,
            Worst = worst,
            IsProblem = judgement == Judgement.NotMet || grade is not null && grade.Level == x.Components.First(c => c.Bands.Count > 0).Bands[0].Scale.Count,
        };
    }

    private JudgedComponent JudgeComponent(Indicator x, IndicatorComponent c, ObservationState whole)
    {
        Figure figure = Read(c.Code);
        // what is said of the whole indicator holds for a component that has nothing of its own
        if (figure.State == ObservationState.Missing && whole is ObservationState.NotApplicable or ObservationState.NotEvaluated) figure = figure with { State = whole };
        var notes = new List<BilingualText>();
        Remark(figure, x.Version, notes);
        Judgement? settled = Settled(figure, x.IsEvaluated);
        Standard? standard = Standard.Choose(c.Standards, areaClass, calendarYear);
        if (settled is null) RemarkClass(c.Standards, standard, notes);
        bool held = settled is null && standard is not null;
        return new JudgedComponent
        {
            Component = c,
            Value = figure.Value,
            State = figure.State,
            Scope = figure.Scope,
            Notes = notes,
            Judgement = settled ?? (standard is null ? Judgement.NoStandard : standard.Judge(figure.Value)),
            Standard = held ? standard : null,
            Grade = settled is null ? Bands.Choose(c.Bands, areaClass, calendarYear)?.GradeOf(figure.Value) : null,
            Margin = held ? standard!.MarginOf(figure.Value) : null,
        };
    }

    /// <summary>One failed component fails the whole; a missing one leaves it open; then one that is met; then what all of them say.</summary>
    private static Judgement WorstOf(JudgedComponent[] components)
    {
        foreach (Judgement judgement in (ReadOnlySpan<Judgement>)[Judgement.NotMet, Judgement.Missing, Judgement.Met, Judgement.NoStandard, Judgement.NotEvaluated])
            if (Array.Exists(components, c => c.Judgement == judgement)) return judgement;
        return Judgement.NotApplicable;
    }

    /// <summary>The judgement where no standard is asked; null where the figure is to be held against one.</summary>
    private static Judgement? Settled(Figure figure, bool isEvaluated) =>
        figure.State == ObservationState.NotApplicable ? Judgement.NotApplicable
        : figure.State == ObservationState.NotEvaluated ? Judgement.NotEvaluated
        : double.IsNaN(figure.Value) ? Judgement.Missing
        : isEvaluated ? null : Judgement.NotEvaluated;

    private static bool IsWorst(Grade? grade, Bands? bands) => grade is not null && grade.Level == (bands?.Scale ?? GradeScale.OfIndicator).Count;

    private void RemarkClass(IReadOnlyList<Standard> standards, Standard? chosen, List<BilingualText> notes)
    {
        if (chosen is not null || standards.Count == 0) return;
        notes.Add(areaClass is null
            ? new("标准按城市类别给出，而本对象没有城市类别", "the standards are for classes of city, and the area has none")
            : new($"没有适用于“{areaClass}”该年的标准", $"there is no standard for the class {areaClass} in this year"));
    }

    private static void Remark(Figure figure, string version, List<BilingualText> notes)
    {
        if (figure.Scope?.CarriedOverFrom is { } from) notes.Add(new(string.Create(CultureInfo.InvariantCulture, $"沿用 {from} 年数据"), string.Create(CultureInfo.InvariantCulture, $"carried over from {from}")));
        else if (figure.State == ObservationState.CarriedOver) notes.Add(new("沿用以前年份数据", "carried over from an earlier year"));
        if (figure.State == ObservationState.Imputed) notes.Add(new("插补值", "imputed"));
        if (figure.State == ObservationState.RolledUp) notes.Add(new("由下级汇总", "rolled up from parts"));
        if (figure.Scope?.Coverage is { } coverage) notes.Add(new($"范围：{coverage}", $"covers {coverage}"));
        if (figure.Scope?.DefinitionVersion is { } made && made != version) notes.Add(new($"按口径版本 {made} 采集，指标体系为版本 {version}", $"made by version {made} of the definition; the framework has {version}"));
    }

    private Figure Read(string code)
    {
        int column = panel.IndexOfCode(code);
        return new Figure(panel.ColumnAt(year, column).Span[area], panel.StateAt(area, year, column), panel.ScopeAt(area, year, column));
    }

    private readonly record struct Figure(double Value, ObservationState State, ObservationScope? Scope);
}
