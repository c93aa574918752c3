using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

/// <summary>What each column of a CSV text holds, in the long form (a figure a row) or the wide form (an area and year a row).</summary>
internal sealed class PanelHeader
{
    private readonly int[] columnOf = new int[Enum.GetValues<PanelField>().Length];

    /// <summary>Reads the first record, which the reader stands on.</summary>
    public PanelHeader(CsvReader csv, ColumnNames names, PanelFindings findings)
    {
        Array.Fill(columnOf, -1);
        Texts = new string[csv.Count];
        for (int i = 0; i < csv.Count; i++) Texts[i] = ColumnNames.HalfWidth(csv[i].ToString());
        PanelField[] fields = [.. Texts.Select(PanelFieldNames.Find)];
        IsLong = Array.IndexOf(fields, PanelField.Indicator) >= 0;
        var indicators = new List<(int, int)>();
        var seen = new HashSet<int>();
        for (int i = 0; i < Texts.Length; i++)
        {
            var place = new Place { Line = csv.Line, Column = PanelFindings.Short(Texts[i]) };
            int indicator = IsLong || fields[i] is PanelField.Area or PanelField.Year ? -1 : names.Find(Texts[i]);
            if (indicator >= 0)
            {
                if (seen.Add(indicator)) indicators.Add((i, indicator));
                else Duplicate(place);
            }
            else if (fields[i] != PanelField.None)
            {
                if (columnOf[(int)fields[i]] < 0) columnOf[(int)fields[i]] = i;
                else Duplicate(place);
            }
            else if (Texts[i].Length == 0) findings.Warning(csv.Line, "csv.unnamed-column", place with { Column = null }, $"第 {i + 1} 列没有列名，未读取", $"column {i + 1} has no name and is not read");
            else if (IsLong) findings.Warning(csv.Line, "csv.unknown-column", place, "不认识的列，未读取", "not a known column; it is not read");
            else findings.Error(csv.Line, "panel.unknown-indicator", place, $"指标体系中没有，或有多个以此为代码或名称的指标，该列未读取", $"the framework has no indicator, or several, of this code or name; the column is not read");
        }
        Indicators = [.. indicators];
        if (!Has(PanelField.Area) && Has(PanelField.AreaName)) (columnOf[(int)PanelField.Area], columnOf[(int)PanelField.AreaName]) = (columnOf[(int)PanelField.AreaName], -1);
        Need(PanelField.Area, "区域");
        Need(PanelField.Year, "年份");
        if (IsLong) Need(PanelField.Value, "指标值");
        else if (Has(PanelField.Value)) Need(PanelField.Indicator, "指标");
        else if (indicators.Count == 0) Need(PanelField.Indicator, "指标");

        void Duplicate(Place place) => findings.Error(csv.Line, "csv.duplicate-column", place, "列重复，只读取第一列", "the column is given twice; the first is read");

        void Need(PanelField field, string chinese)
        {
            if (Has(field)) return;
            IsUsable = false;
            findings.Error(csv.Line, "csv.missing-column", new Place { Line = csv.Line }, $"缺少列：{chinese}（{PanelFieldNames.NameOf(field)}）", $"the column '{PanelFieldNames.NameOf(field)}' is missing");
        }
    }

    /// <summary>The headers as they stand, in half-width characters.</summary>
    public string[] Texts { get; }

    /// <summary>True for the long form.</summary>
    public bool IsLong { get; }

    /// <summary>True when rows say more of an area than its code.</summary>
    public bool Describes => Has(PanelField.AreaName) || Has(PanelField.Level) || Has(PanelField.Parent) || Has(PanelField.Size) || Has(PanelField.Class);

    /// <summary>False when a column is missing that nothing can be read without.</summary>
    public bool IsUsable { get; private set; } = true;

    /// <summary>The columns of the wide form that hold indicators, each with the indicator's place in the panel.</summary>
    public (int Column, int Indicator)[] Indicators { get; }

    public bool Has(PanelField field) => columnOf[(int)field] >= 0;

    /// <summary>The text of a field of the record the reader stands on; empty when there is no such column.</summary>
    public ReadOnlySpan<char> Text(CsvReader csv, PanelField field) => columnOf[(int)field] is >= 0 and int i ? csv[i].Trim() : default;
}
