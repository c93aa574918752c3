using System.Globalization;
using System.Text.Json;

namespace UrbanHealth.Indicators;

/// <summary>Targets as a document.</summary>
internal static class IndicatorTargetsDocument
{
    private const string Format = "targets/1";

    public static IndicatorTargetsReading Read(string json)
    {
        var reading = new DocumentReading();
        using JsonDocument? document = reading.Open(json);
        if (document is null || reading.Object(document.RootElement, "$") is not { } from) return new IndicatorTargetsReading(null, reading.Report);
        from.Find("$schema");
        if (from.Text("format") is { } format && format != Format)
            reading.Error("targets.unknown-format", from.PathOf("format"), new($"文件格式是“{format}”，本版本只能读“{Format}”", $"the document is of the format '{format}', and this version reads '{Format}'"));
        if (!from.Has("targets")) from.Missing("targets");
        IndicatorTarget[] targets = [.. from.List("targets", Target)];
        from.Close();
        reading.Follow(new ValidationReport(Find(targets)));
        return new IndicatorTargetsReading(reading.HasErrors ? null : new IndicatorTargets(targets), reading.Report);
    }

    public static string Write(IReadOnlyList<IndicatorTarget> targets)
    {
        return DocumentText.Of(w =>
        {
            w.WriteStartObject();
            w.WriteString("format", Format);
            w.WriteStartArray("targets");
            foreach (IndicatorTarget t in targets) Write(w, t);
            w.WriteEndArray();
            w.WriteEndObject();
        });
    }

    /// <summary>What is wrong with targets in themselves.</summary>
    public static List<ValidationIssue> Find(IReadOnlyList<IndicatorTarget> targets)
    {
        var found = new List<ValidationIssue>();
        var seen = new HashSet<(string, string?)>();
        for (int i = 0; i < targets.Count; i++)
        {
            IndicatorTarget t = targets[i];
            string path = string.Create(CultureInfo.InvariantCulture, $"$.targets[{i}]");
            if (string.IsNullOrWhiteSpace(t.Code)) Add("targets.code-missing", ".code", "没有指标代码", "the code of the indicator is missing");
            else if (!seen.Add((t.Code, t.Area))) Add("targets.target-twice", "", $"“{t.Area ?? "全部区域"} {t.Code}”有两个目标", $"{t.Code} has two targets for {t.Area ?? "every area"}");
            if (!double.IsFinite(t.Target)) Add("targets.not-finite", ".target", "目标值不是有限数", "the target is not a finite number");
            if (t.Baseline is { } baseline && !double.IsFinite(baseline)) Add("targets.not-finite", ".baseline", "基期值不是有限数", "the baseline is not a finite number");
            if (!(t.Tolerance >= 0) || double.IsInfinity(t.Tolerance)) Add("targets.negative-tolerance", ".tolerance", "容差必须是不小于 0 的数", "a tolerance is a number from 0");
            if (t.TargetYear <= t.BaselineYear) Add("targets.years-out-of-order", ".targetYear", $"目标年 {t.TargetYear} 不晚于基期年 {t.BaselineYear}", $"the target's year {t.TargetYear} is not after the baseline's, {t.BaselineYear}");
            bool geometric = t.Path == TargetPath.Geometric;
            if (geometric && t.Target <= 0) NotPositive(".target", t.Target);
            if (geometric && t.Baseline <= 0) NotPositive(".baseline", t.Baseline.Value);
            for (int k = 0; k < t.Revisions.Count; k++)
            {
                TargetRevision r = t.Revisions[k];
                string at = string.Create(CultureInfo.InvariantCulture, $".revisions[{k}]");
                if (!double.IsFinite(r.FormerTarget)) Add("targets.not-finite", at + ".formerTarget", "原目标值不是有限数", "the former target is not a finite number");
                if (r.FormerTargetYear <= t.BaselineYear) Add("targets.years-out-of-order", at + ".formerTargetYear", $"原目标年 {r.FormerTargetYear} 不晚于基期年 {t.BaselineYear}", $"the former target's year {r.FormerTargetYear} is not after the baseline's, {t.BaselineYear}");
                if (geometric && r.FormerTarget <= 0) NotPositive(at + ".formerTarget", r.FormerTarget);
                if (k > 0 && r.DecidedIn < t.Revisions[k - 1].DecidedIn) Add("targets.revisions-out-of-order", at + ".decidedIn", "目标修正应由早到晚排列", "revisions stand with the oldest first");
            }

            void NotPositive(string at, double value) => Add("targets.geometric-not-positive", at, string.Create(CultureInfo.InvariantCulture, $"等比路径要求正数，实际为 {value}"), string.Create(CultureInfo.InvariantCulture, $"a geometric path needs a positive figure, not {value}"));

            void Add(string code, string at, string chinese, string english) => found.Add(new ValidationIssue(code, Severity.Error, new Place { Path = path + at, Indicator = t.Code, Area = t.Area }, new BilingualText(chinese, english)));
        }
        return found;
    }

    /// <summary>The codes and areas that are not there.</summary>
    public static IEnumerable<ValidationIssue> Missing(IReadOnlyList<IndicatorTarget> targets, IndicatorFramework framework, HashSet<string>? areas)
    {
        for (int i = 0; i < targets.Count; i++)
        {
            IndicatorTarget t = targets[i];
            string path = string.Create(CultureInfo.InvariantCulture, $"$.targets[{i}]");
            if (framework.FindIndicator(t.Code) is null)
                yield return new ValidationIssue("targets.unknown-indicator", Severity.Error, new Place { Path = path + ".code", Indicator = t.Code, Area = t.Area }, new BilingualText($"指标体系没有“{t.Code}”", $"the framework has no '{t.Code}'"));
            if (t.Area is { } area && areas is not null && !areas.Contains(area))
                yield return new ValidationIssue("targets.unknown-area", Severity.Error, new Place { Path = path + ".area", Indicator = t.Code, Area = area }, new BilingualText($"没有区域“{area}”", $"there is no area '{area}'"));
        }
    }

    private static IndicatorTarget Target(DocumentReading reading, JsonElement element, string path)
    {
        if (reading.Object(element, path) is not { } from) return new IndicatorTarget { Code = "", BaselineYear = 0, TargetYear = 0, Target = double.NaN };
        var target = new IndicatorTarget
        {
            Code = from.RequiredText("code"),
            Area = from.Text("area"),
            BaselineYear = Year(from, "baselineYear"),
            Baseline = from.Number("baseline"),
            TargetYear = Year(from, "targetYear"),
            Target = from.RequiredNumber("target"),
            Path = from.Word("path", TargetPath.Linear),
            Tolerance = from.Number("tolerance") ?? 0,
            Revisions = from.List("revisions", Revision),
        };
        from.Close();
        return target;
    }

    private static TargetRevision Revision(DocumentReading reading, JsonElement element, string path)
    {
        if (reading.Object(element, path) is not { } from) return new TargetRevision(0, double.NaN, 0, null);
        var revision = new TargetRevision(Year(from, "decidedIn"), from.RequiredNumber("formerTarget"), Year(from, "formerTargetYear"), from.Text("reason"));
        from.Close();
        return revision;
    }

    private static int Year(DocumentObject from, string name)
    {
        if (!from.Has(name)) from.Missing(name);
        return from.Integer(name) ?? 0;
    }

    private static void Write(Utf8JsonWriter w, IndicatorTarget t)
    {
        w.WriteStartObject();
        w.WriteString("code", t.Code);
        if (t.Area is not null) w.WriteString("area", t.Area);
        w.WriteNumber("baselineYear", t.BaselineYear);
        if (t.Baseline is { } baseline) w.WriteNumber("baseline", baseline);
        w.WriteNumber("targetYear", t.TargetYear);
        w.WriteNumber("target", t.Target);
        if (t.Path != TargetPath.Linear) w.WriteString("path", Words.Of(t.Path));
        if (t.Tolerance != 0) w.WriteNumber("tolerance", t.Tolerance);
        if (t.Revisions.Count > 0)
        {
            w.WriteStartArray("revisions");
            foreach (TargetRevision r in t.Revisions)
            {
                w.WriteStartObject();
                w.WriteNumber("decidedIn", r.DecidedIn);
                w.WriteNumber("formerTarget", r.FormerTarget);
                w.WriteNumber("formerTargetYear", r.FormerTargetYear);
                if (r.Reason is not null) w.WriteString("reason", r.Reason);
                w.WriteEndObject();
            }
            w.WriteEndArray();
        }
        w.WriteEndObject();
    }
}
