using System.Globalization;
using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

/// <summary>Reads the columns that say what a figure covers and where it comes from; each combination is made once.</summary>
internal sealed class ScopeText(PanelHeader header, CsvReader csv, PanelAssembly assembly, PanelFindings findings)
{
    private static readonly PanelField[] Fields = [PanelField.Coverage, PanelField.DataDate, PanelField.Source, PanelField.CarriedOverFrom, PanelField.DefinitionVersion, PanelField.StandardError, PanelField.Parts, PanelField.Note];

    private readonly PanelField[] present = [.. Fields.Where(header.Has)];
    private readonly TextIndex texts = new();
    private readonly Dictionary<(int, int, int, int, int, int, int, int, int), int> made = [];
    private readonly int[] key = new int[Fields.Length];

    /// <summary>The scope of the record the reader stands on: a place in the assembly's table; 0 for none.</summary>
    public int Read(int year)
    {
        if (present.Length == 0) return 0;
        bool any = false;
        for (int i = 0; i < present.Length; i++)
        {
            ReadOnlySpan<char> text = header.Text(csv, present[i]);
            any |= !text.IsEmpty;
            key[i] = text.IsEmpty ? -1 : texts.GetOrAdd(text);
        }
        if (!any) return 0;
        var k = (key[0], key[1], key[2], key[3], key[4], key[5], key[6], key[7], year);
        if (!made.TryGetValue(k, out int scope)) made.Add(k, scope = assembly.ScopeOf(Make(year)));
        return scope;
    }

    private ObservationScope? Make(int year)
    {
        var scope = new ObservationScope
        {
            Coverage = Words(PanelField.Coverage),
            DataDate = Date(),
            Source = Words(PanelField.Source),
            CarriedOverFrom = CarriedOver(year),
            DefinitionVersion = Words(PanelField.DefinitionVersion),
            StandardError = Error(),
            Parts = Parts(),
            Note = Words(PanelField.Note),
        };
        return scope == new ObservationScope() ? null : scope;
    }

    private string? Words(PanelField field) => header.Text(csv, field) is { IsEmpty: false } text ? text.ToString() : null;

    private Place Here(PanelField field) => new() { Line = csv.Line, Column = PanelFieldNames.NameOf(field) };

    private DateOnly? Date()
    {
        if (Words(PanelField.DataDate) is not { } text) return null;
        string[] forms = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];
        if (DateOnly.TryParseExact(ColumnNames.HalfWidth(text), forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)) return date;
        findings.Error(csv.Line, "panel.not-a-date", Here(PanelField.DataDate), $"“{PanelFindings.Short(text)}”不是日期，未采用", $"'{PanelFindings.Short(text)}' is not a date; it is left out");
        return null;
    }

    private int? CarriedOver(int year)
    {
        if (Words(PanelField.CarriedOverFrom) is not { } text) return null;
        switch (text.ToLowerInvariant())
        {
            case "是" or "上年" or "沿用" or "沿用上年" or "yes" or "true": return year - 1;
            case "否" or "no" or "false" or "-": return null;
        }
        if (PanelCsvReader.TryYear(text, out int from)) return from;
        findings.Error(csv.Line, "panel.not-a-year", Here(PanelField.CarriedOverFrom), $"“{PanelFindings.Short(text)}”不是年份，未采用", $"'{PanelFindings.Short(text)}' is not a year; it is left out");
        return null;
    }

    private double? Error()
    {
        NumberText number = NumberText.Read(header.Text(csv, PanelField.StandardError));
        if (number.Kind == NumberKind.Missing) return null;
        if (number.Kind == NumberKind.Number && number.Suffix.Length == 0 && number.Value >= 0) return number.Value;
        string text = PanelFindings.Short(header.Text(csv, PanelField.StandardError));
        findings.Error(csv.Line, "panel.not-a-standard-error", Here(PanelField.StandardError), $"“{text}”不是非负数，未采用", $"'{text}' is not a number from 0; it is left out");
        return null;
    }

    private PartsCoverage? Parts()
    {
        if (Words(PanelField.Parts) is not { } text) return null;
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && int.TryParse(text.AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out int part)
            && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int whole) && part <= whole) return new PartsCoverage(part, whole);
        findings.Error(csv.Line, "panel.not-a-parts-coverage", Here(PanelField.Parts), $"“{PanelFindings.Short(text)}”不是“有值/全部”，未采用", $"'{PanelFindings.Short(text)}' is not 'present/total'; it is left out");
        return null;
    }
}
