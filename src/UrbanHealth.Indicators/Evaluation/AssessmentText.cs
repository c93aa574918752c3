using System.Globalization;
using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

/// <summary>How an assessment reads in a console.</summary>
internal static class AssessmentText
{
    public static string Line(string name, string figure, string? standard, Judgement judgement, Grade? grade) => $"{name} {figure} {standard ?? "—"} {Verdict(judgement, grade)}";

    public static string Verdict(Judgement judgement, Grade? grade) => grade is null ? judgement.In(Language.Chinese) : $"{judgement.In(Language.Chinese)} {grade.Name}";

    /// <summary>The figure with its unit; what the state says when there is none.</summary>
    public static string Figure(double value, string unit, ObservationState state) => double.IsNaN(value)
        ? state == ObservationState.NotApplicable ? "——" : "缺"
        : unit.Length == 0 ? Number(value) : $"{Number(value)} {unit}";

    public static string Figure(JudgedIndicator x) => double.IsNaN(x.Value) && x.Components.Any(c => !double.IsNaN(c.Value))
        ? string.Join("；", x.Components.Select(c => $"{c.Component.Name} {Figure(c.Value, c.Component.Unit, c.State)}"))
        : x.Indicator.Measurement == MeasurementKind.ExpertGrade && !double.IsNaN(x.Value) ? "专家评级"
        : Figure(x.Value, x.Indicator.Unit, x.State);

    public static string? StandardOf(JudgedIndicator x) => x.Components.Count == 0 ? x.Standard?.ToString()
        : x.Components.Any(c => c.Standard is not null) ? string.Join("；", x.Components.Where(c => c.Standard is not null).Select(c => $"{c.Component.Name} {c.Standard}")) : null;

    public static string Title(AreaAssessment area) => $"{area.Area} {area.Year.ToString(CultureInfo.InvariantCulture)}{(area.Class is null ? "" : $" ({area.Class})")}";

    public static TextTable Table(AreaAssessment area)
    {
        var table = new TextTable("指标", "值", "标准", "评价");
        Add(area.Framework.Root, 0);
        return table;

        void Add(Dimension node, int depth)
        {
            string indent = new(' ', Math.Max(0, depth - 1) * 2);
            if (depth > 0)
            {
                DimensionAssessment d = area.Dimensions[node.Code];
                table.Add($"{indent}【{node.Name}】", "", "", d.Grade is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{d.Grade.Name}（{d.Good}/{d.Evaluated}）"));
            }
            foreach (Dimension child in node.Dimensions) Add(child, depth + 1);
            foreach (Indicator indicator in node.Indicators)
            {
                JudgedIndicator x = area[indicator.Code];
                if (x.Components.Count == 0)
                {
                    table.Add(indent + indicator.Name, Figure(x), x.Standard?.ToString() ?? "—", Verdict(x.Judgement, x.Grade));
                    continue;
                }
                table.Add(indent + indicator.Name, double.IsNaN(x.Value) ? "" : Figure(x), "", Verdict(x.Judgement, x.Grade));
                foreach (JudgedComponent c in x.Components) table.Add($"{indent}  {c.Component.Name}", Figure(c.Value, c.Component.Unit, c.State), c.Standard?.ToString() ?? "—", Verdict(c.Judgement, c.Grade));
            }
        }
    }

    private static string Number(double value) =>
        value == 0 || Math.Abs(value) >= 0.001 ? value.ToString("0.######", CultureInfo.InvariantCulture) : value.ToString("G4", CultureInfo.InvariantCulture);
}
