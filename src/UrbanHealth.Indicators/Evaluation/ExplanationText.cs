using System.Globalization;
using System.Text;

namespace UrbanHealth.Indicators;

/// <summary>Writes a trace as indented text.</summary>
internal static class ExplanationText
{
    public static string Of(Explanation explanation, Language language)
    {
        var text = new StringBuilder();
        bool chinese = language == Language.Chinese;
        text.Append(CultureInfo.InvariantCulture, $"{explanation.Area} {explanation.Year}{(chinese ? "年" : "")}\n");
        Write(text, explanation, language, 0);
        return text.ToString().TrimEnd('\n');
    }

    private static void Write(StringBuilder text, Explanation e, Language language, int depth)
    {
        bool chinese = language == Language.Chinese;
        text.Append(' ', depth * 2).Append(e.Name.In(language)).Append(chinese ? "：" : ": ").Append(Number(e.Score, chinese));
        var facts = new List<string>();
        if (e.Grade is not null) facts.Add(e.Grade.In(language));
        if (e.Rank is { } rank) facts.Add((chinese ? "排名 " : "rank ") + rank.ToString("0.#", CultureInfo.InvariantCulture));
        if (depth > 0) facts.Add((chinese ? "权重 " : "weight ") + Weight(e.Weight) + (e.CountedWeight != e.Weight ? "→" + Weight(e.CountedWeight) : ""));
        if (e.Contribution is { } c && !double.IsNaN(e.Score)) facts.Add((chinese ? "贡献 " : "contributes ") + Number(c, chinese));
        if (e.Aggregation is not null && e.Children.Count > 0) facts.Add(e.Aggregation.Describe(language));
        if (facts.Count > 0) text.Append(chinese ? "（" : " (").AppendJoin(chinese ? "，" : ", ", facts).Append(chinese ? "）" : ")");
        text.Append('\n');
        if (e.Value is { } value)
        {
            text.Append(' ', (depth + 1) * 2).Append(chinese ? "数值 " : "value ").Append(double.IsNaN(value) ? "—" : value.ToString("R", CultureInfo.InvariantCulture) + e.Unit);
            if (e.TreatedValue is { } treated) text.Append(chinese ? "；异常值处理后 " : "; treated to ").Append(treated.ToString("R", CultureInfo.InvariantCulture));
            if (e.Judged?.Standard is { } standard)
                text.Append(chinese ? "；标准 " : "; standard ").Append(standard).Append(standard.Document is null ? "" : chinese ? $"（{standard.Document}）" : $" ({standard.Document})")
                    .Append(' ').Append(e.Judged.Judgement.In(language));
            if (e.Normalization is not null) text.Append(chinese ? "；标准化 " : "; normalised by ").Append(e.Normalization.Describe(language));
            if (e.Scope?.Source is { } source) text.Append(chinese ? "；来源 " : "; source ").Append(source);
            text.Append('\n');
        }
        foreach (JudgedComponent part in e.Judged?.Components ?? [])
        {
            text.Append(' ', (depth + 1) * 2).Append(chinese ? "分项 " : "component ").Append(chinese ? part.Component.Name : part.Component.EnglishName ?? part.Component.Name).Append(' ')
                .Append(double.IsNaN(part.Value) ? "—" : part.Value.ToString("R", CultureInfo.InvariantCulture) + part.Component.Unit);
            if (part.Standard is not null) text.Append(chinese ? "；标准 " : "; standard ").Append(part.Standard);
            text.Append(' ').Append(part.Judgement.In(language));
            if (part.Grade is not null) text.Append(' ').Append(part.Grade.In(language));
            text.Append('\n');
        }
        foreach (BilingualText note in e.Notes) text.Append(' ', (depth + 1) * 2).Append("· ").Append(note.In(language)).Append('\n');
        foreach (Explanation child in e.Children) Write(text, child, language, depth + 1);
    }

    private static string Number(double value, bool chinese) => double.IsNaN(value) ? (chinese ? "无得分" : "no score") : value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Weight(double weight) => weight.ToString("0.####", CultureInfo.InvariantCulture);
}
