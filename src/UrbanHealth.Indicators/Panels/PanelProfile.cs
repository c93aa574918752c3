using System.Globalization;
using System.Text;

namespace UrbanHealth.Indicators;

/// <summary>What a panel has and what it lacks (数据完整性): the states of its cells by indicator and year, and by area and year.</summary>
public sealed record PanelProfile
{
    internal PanelProfile(Panel panel)
    {
        string[] names = [.. panel.Framework.Indicators.Select(i => i.Name), .. panel.Framework.Indicators.SelectMany(i => i.Components).Select(c => c.Name), .. panel.Framework.Quantities.Select(q => q.Name)];
        var columns = new List<ColumnProfile>();
        var areas = new List<AreaProfile>();
        StateCounts whole = default;
        for (int c = 0; c < panel.Codes.Count; c++)
            for (int y = 0; y < panel.Years.Count; y++)
            {
                StateCounts counts = default;
                var missing = new List<string>();
                for (int a = 0; a < panel.Areas.Count; a++)
                {
                    ObservationState state = panel.StateAt(a, y, c);
                    counts = counts.Plus(state);
                    if (c < panel.Framework.Indicators.Count) whole = whole.Plus(state);
                    if (state == ObservationState.Missing) missing.Add(panel.Areas[a].Code);
                }
                columns.Add(new ColumnProfile(panel.Codes[c], names[c], panel.Years[y], counts, missing));
            }
        for (int a = 0; a < panel.Areas.Count; a++)
            for (int y = 0; y < panel.Years.Count; y++)
            {
                StateCounts counts = default;
                for (int c = 0; c < panel.Framework.Indicators.Count; c++) counts = counts.Plus(panel.StateAt(a, y, c));
                areas.Add(new AreaProfile(panel.Areas[a], panel.Years[y], counts));
            }
        (Columns, Areas, Indicators) = (columns, areas, whole);
    }

    /// <summary>By column and year: indicators, components, quantities.</summary>
    public IReadOnlyList<ColumnProfile> Columns { get; }

    /// <summary>By area and year, over the indicators alone.</summary>
    public IReadOnlyList<AreaProfile> Areas { get; }

    /// <summary>All cells of all indicators.</summary>
    public StateCounts Indicators { get; }

    /// <summary>A line for the whole and one for each indicator and year of which something is missing, in <paramref name="language"/>.</summary>
    public string ToString(Language language)
    {
        bool zh = language == Language.Chinese;
        var text = new StringBuilder(zh ? "指标：" : "indicators: ").Append(Indicators.In(language));
        foreach (ColumnProfile c in Columns.Where(c => c.Counts.Missing > 0))
        {
            (string chinese, string english) = PanelFindings.Few(c.MissingAreas);
            text.Append(CultureInfo.InvariantCulture, $"\n{c.Code} {c.Name} {c.Year}{(zh ? "：" : ": ")}{c.Counts.In(language)}{(c.Counts.Missing == c.Counts.Total ? "" : zh ? $"（{chinese}）" : $" ({english})")}");
        }
        return text.ToString();
    }

    /// <summary>The profile in English.</summary>
    public override string ToString() => ToString(Language.English);
}
