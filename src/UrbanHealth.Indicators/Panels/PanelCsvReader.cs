using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

/// <summary>Reads a panel from CSV text, record by record, without a string a figure.</summary>
internal sealed class PanelCsvReader
{
    private const int NotAYear = -1, BadStatus = -2, NoStatus = -1;

    private readonly CsvReader csv;
    private readonly IndicatorFramework framework;
    private readonly IEnumerable<Area>? given;
    private readonly ColumnNames names;
    private readonly IReadOnlyList<string> codes;
    private readonly TextIndex years = new();
    private readonly TextIndex statuses = new();
    private readonly TextIndex words = new();
    private PanelFindings findings;
    private AreaTable areas;
    private PanelAssembly assembly;
    private FigureCheck check;
    private UnknownNames unknownAreas;
    private UnknownNames unknownCodes;
    private HashSet<(int Code, string Unit)> checkedUnits;

    public PanelCsvReader(TextReader text, IndicatorFramework framework, IEnumerable<Area>? given)
    {
        csv = new CsvReader(text);
        (this.framework, this.given) = (framework, given);
        names = new ColumnNames(framework);
        codes = Panel.CodesOf(framework);
        Begin(isBlock: false);
    }

    public PanelReading Read(Utf8Reader? bytes, Reconciliation? reconciliation = null)
    {
        if (csv.Read()) Body();
        else if (bytes?.InvalidLine is null) findings.Error(0, "csv.empty", Place.Whole, "文本为空", "the text is empty");
        ReportEncoding(bytes);
        return Finish(reconciliation);
    }

    /// <summary>The panels of so many areas each, the rows of an area standing together.</summary>
    public IEnumerable<PanelReading> Blocks(int areasPerBlock, Utf8Reader? bytes = null)
    {
        Begin(isBlock: true);
        PanelHeader? header = null;
        if (csv.Read()) header = Formed() ? new PanelHeader(csv, names, findings) : null;
        else if (bytes?.InvalidLine is null) findings.Error(0, "csv.empty", Place.Whole, "文本为空", "the text is empty");
        if (header is not { IsUsable: true } || !csv.Read())
        {
            ReportEncoding(bytes);
            yield return Finish(null);
            yield break;
        }
        var closed = new HashSet<string>(StringComparer.Ordinal);
        for (bool more = true; more;)
        {
            more = Block(header, closed, areasPerBlock);
            for (int a = 0; a < areas.Count; a++) closed.Add(areas[a].Code);
            if (!more) ReportEncoding(bytes);
            yield return Finish(null);
            Begin(isBlock: true);
        }
    }

    /// <summary>Reads the record it stands on and those that follow until a further area does not fit; true when it stands on that area's first.</summary>
    private bool Block(PanelHeader header, HashSet<string> closed, int areasPerBlock)
    {
        var scopes = new ScopeText(header, csv, assembly, findings);
        HashSet<string>? reported = null;
        do
        {
            if (!Formed() || !IsRow(header.Texts.Length)) continue;
            ReadOnlySpan<char> text = header.Text(csv, PanelField.Area);
            if (!text.IsEmpty && !areas.Has(text))
            {
                string area = text.ToString();
                if (closed.Contains(area))
                {
                    if ((reported ??= new(StringComparer.Ordinal)).Add(area))
                        findings.Error(csv.Line, "csv.area-not-together", new Place { Line = csv.Line, Area = area }, $"区域 {area} 的行不在一起：它所在的块已经结束，本块中这些行未采用；请按区域排序", $"the rows of the area {area} do not stand together: its block is closed, and such rows are left out of this one; sort the text by area");
                    continue;
                }
                if (areas.Count == areasPerBlock) return true;
            }
            Row(header, scopes);
        } while (csv.Read());
        return false;
    }

    /// <summary>Says from where on the bytes were no UTF-8.</summary>
    private void ReportEncoding(Utf8Reader? bytes)
    {
        if (bytes?.InvalidLine is not { } line) return;
        string guess = bytes.Guess is { } g ? $"，可能是 {g}" : "", guessEnglish = bytes.Guess is { } e ? $", it may be {e}" : "";
        findings.Error(line, "csv.wrong-encoding", new Place { Line = line }, $"此行起不是 UTF-8 编码{guess}；未再读取，请另存为 UTF-8", $"from this line on it is not UTF-8{guessEnglish}; nothing more is read: save it as UTF-8");
    }

    [MemberNotNull(nameof(findings), nameof(areas), nameof(assembly), nameof(check), nameof(unknownAreas), nameof(unknownCodes), nameof(checkedUnits))]
    private void Begin(bool isBlock)
    {
        findings = new PanelFindings();
        areas = new AreaTable(given, findings) { IsBlock = isBlock };
        assembly = new PanelAssembly(framework, areas, findings, hasLines: true);
        check = new FigureCheck(framework, findings);
        unknownAreas = new UnknownNames();
        unknownCodes = new UnknownNames();
        checkedUnits = [];
    }

    private PanelReading Finish(Reconciliation? reconciliation)
    {
        unknownAreas.Report(findings, "panel.unknown-area", "没有或有多个以此为代码或名称的区域", "no area, or several, of this code or name", n => new Place { Area = n }, lines: true);
        unknownCodes.Report(findings, "panel.unknown-indicator", "指标体系中没有，或有多个以此为代码或名称的指标", "the framework has no indicator, or several, of this code or name", n => new Place { Indicator = n }, lines: true);
        return assembly.Build(reconciliation);
    }

    private void Body()
    {
        if (!Formed()) return;
        var header = new PanelHeader(csv, names, findings);
        if (!header.IsUsable) return;
        var scopes = new ScopeText(header, csv, assembly, findings);
        while (csv.Read())
            if (Formed() && IsRow(header.Texts.Length)) Row(header, scopes);
    }

    private void Row(PanelHeader header, ScopeText scopes)
    {
        int year = Year(header.Text(csv, PanelField.Year));
        int area = Area(header.Text(csv, PanelField.Area));
        if (area >= 0 && header.Describes) Describe(header, area);
        if (header.IsLong)
        {
            ReadOnlySpan<char> indicator = header.Text(csv, PanelField.Indicator);
            if (indicator.IsEmpty)
            {
                // such a row says that the area and the year belong to the panel
                if (year > 0) assembly.DeclareYear(year);
                if (!header.Text(csv, PanelField.Value).IsEmpty) findings.Error(csv.Line, "panel.missing-indicator", new Place { Line = csv.Line }, "有值而没有指标，未采用", "there is a value and no indicator; it is left out");
                return;
            }
            int code = names.Find(indicator);
            if (code < 0) unknownCodes.Add(indicator.ToString(), csv.Line);
            if (code < 0 || area < 0 || year < 0) return;
            if (header.Has(PanelField.Unit) && !UnitFits(header.Text(csv, PanelField.Unit), code))
            {
                assembly.DeclareYear(year);
                return;
            }
            Figure(header.Text(csv, PanelField.Value), Status(header), area, year, code, scopes.Read(year), null);
        }
        else if (area >= 0 && year >= 0)
        {
            int status = Status(header), scope = scopes.Read(year);
            foreach ((int column, int code) in header.Indicators) Figure(csv[column].Trim(), status, area, year, code, scope, header.Texts[column]);
        }
    }

    /// <summary>False, with a finding, for a record whose quotes or length are wrong.</summary>
    private bool Formed()
    {
        var place = new Place { Line = csv.Line };
        if (csv.Problem == CsvProblem.Quote) findings.Error(csv.Line, "csv.unbalanced-quote", place, "引号不成对，或引号之后还有文字，此行未读取", "a quote is not closed, or text follows it; the line is not read");
        else if (csv.Problem == CsvProblem.TooLong) findings.Error(csv.Line, "csv.record-too-long", place, $"此行超过 {CsvReader.LongestRecord} 个字符，未读取", $"the line is longer than {CsvReader.LongestRecord} characters and is not read");
        return csv.Problem == CsvProblem.None;
    }

    /// <summary>False for a blank row, and with a finding for one that is too short or too long.</summary>
    private bool IsRow(int width)
    {
        bool blank = true, more = false;
        for (int i = 0; i < width && i < csv.Count && blank; i++) blank = csv[i].IsWhiteSpace();
        for (int i = width; i < csv.Count && !more; i++) more = !csv[i].IsWhiteSpace();
        blank &= !more;
        if (blank || (csv.Count >= width && !more)) return !blank;
        findings.Error(csv.Line, "csv.ragged-row", new Place { Line = csv.Line }, $"此行有 {csv.Count} 列，表头有 {width} 列，未读取", $"the row has {csv.Count} fields and the header has {width}; it is not read");
        return false;
    }

    private int Year(ReadOnlySpan<char> text)
    {
        if (!years.TryGet(text, out int year)) years.TryAdd(text, year = TryYear(text, out int parsed) ? parsed : NotAYear);
        if (year == NotAYear) findings.Error(csv.Line, "panel.not-a-year", new Place { Line = csv.Line }, $"“{PanelFindings.Short(text)}”不是年份，此行未采用", $"'{PanelFindings.Short(text)}' is not a year; the row is left out");
        return year;
    }

    /// <summary>A year of up to four digits, which 年 or 年度 may follow.</summary>
    public static bool TryYear(ReadOnlySpan<char> text, out int year)
    {
        year = 0;
        if (text.Length > 16) return false;
        Span<char> half = stackalloc char[text.Length];
        ReadOnlySpan<char> t = NumberText.HalfWidth(text, half).Trim();
        if (t.EndsWith("年度")) t = t[..^2];
        else if (t.EndsWith("年")) t = t[..^1];
        return t.Length <= 4 && int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year > 0;
    }

    private int Area(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            findings.Error(csv.Line, "panel.missing-area", new Place { Line = csv.Line }, "没有区域，此行未采用", "there is no area; the row is left out");
            return -1;
        }
        int area = areas.Find(text);
        if (area < 0) unknownAreas.Add(text.ToString(), csv.Line);
        return area;
    }

    private void Describe(PanelHeader header, int area)
    {
        double? size = null;
        ReadOnlySpan<char> text = header.Text(csv, PanelField.Size);
        NumberText number = NumberText.Read(text);
        if (number.Kind == NumberKind.Number && FigureText.Resolve(number, "") is { Suffix: not FigureText.Suffix.Other } resolved) size = resolved.Value;
        else if (number.Kind != NumberKind.Missing)
            findings.Error(csv.Line, "panel.not-a-number", new Place { Line = csv.Line, Column = PanelFieldNames.NameOf(PanelField.Size), Area = areas[area].Code }, $"规模“{PanelFindings.Short(text)}”不是数值，未采用", $"the size '{PanelFindings.Short(text)}' is not a number; it is left out");
        areas.Describe(area, csv.Line, Words(header, PanelField.AreaName), Words(header, PanelField.Level), Words(header, PanelField.Parent), size, Words(header, PanelField.Class));
    }

    private string? Words(PanelHeader header, PanelField field) => header.Text(csv, field) is { IsEmpty: false } text ? words[words.GetOrAdd(text)] : null;

    /// <summary>A state as a number, or <see cref="NoStatus"/> or <see cref="BadStatus"/>.</summary>
    private int Status(PanelHeader header)
    {
        ReadOnlySpan<char> text = header.Text(csv, PanelField.Status);
        if (text.IsEmpty) return NoStatus;
        if (!statuses.TryGet(text, out int status))
        {
            status = text.ToString() switch
            {
                "缺失" => (int)ObservationState.Missing,
                "有值" or "正常" => (int)ObservationState.Observed,
                "不适用" => (int)ObservationState.NotApplicable,
                "不评价" => (int)ObservationState.NotEvaluated,
                "沿用" => (int)ObservationState.CarriedOver,
                "插补" => (int)ObservationState.Imputed,
                "汇总" => (int)ObservationState.RolledUp,
                string name when !char.IsAsciiDigit(name[0]) && Enum.TryParse(name, ignoreCase: true, out ObservationState state) && Enum.IsDefined(state) => (int)state,
                _ => BadStatus,
            };
            statuses.TryAdd(text, status);
        }
        if (status == BadStatus) findings.Error(csv.Line, "panel.unknown-status", new Place { Line = csv.Line }, $"不认识的状态“{PanelFindings.Short(text)}”，按数值判断", $"'{PanelFindings.Short(text)}' is not a known state; the state follows from the value");
        return status;
    }

    /// <summary>False, with a finding, when the unit of a row and that of the indicator differ by a factor; another unit is a warning.</summary>
    private bool UnitFits(ReadOnlySpan<char> text, int code)
    {
        string own = names.UnitOf(code);
        if (text.IsEmpty || text.SequenceEqual(own)) return true;
        string stated = ColumnNames.HalfWidth(text.ToString());
        if (stated == own) return true;
        bool factor = FigureText.DifferByFactor(stated, own);
        var place = new Place { Line = csv.Line, Indicator = codes[code] };
        if (factor) findings.Error(csv.Line, "panel.unit-differs", place, $"单位“{stated}”与指标的单位“{own}”相差倍数，未采用", $"the unit '{stated}' differs from the indicator's '{own}' by a factor; the value is left out");
        else if (checkedUnits.Add((code, stated))) findings.Warning(csv.Line, "panel.unit-differs", place, $"单位“{stated}”与指标的单位“{own}”不同，按后者采用", $"the unit '{stated}' is not the indicator's '{own}'; values are taken to be in the latter");
        return !factor;
    }

    private void Figure(ReadOnlySpan<char> text, int status, int area, int year, int code, int scope, string? column)
    {
        NumberText number = NumberText.Read(text);
        double value = double.NaN;
        bool usable = number.Kind is not (NumberKind.NotANumber or NumberKind.Infinite);
        FigureText.Suffix suffix = FigureText.Suffix.None;
        if (number.Kind == NumberKind.Number)
        {
            (value, suffix) = FigureText.Resolve(number, names.UnitOf(code));
            usable = suffix != FigureText.Suffix.Other;
        }
        ObservationState state = status >= 0 ? (ObservationState)status : number.Kind switch
        {
            NumberKind.NotApplicable => ObservationState.NotApplicable,
            NumberKind.NotEvaluated => ObservationState.NotEvaluated,
            NumberKind.Number => Observation.DefaultState(value, scope == 0 ? null : assembly.Scope(scope)),
            _ => ObservationState.Missing,
        };
        if (usable && suffix == FigureText.Suffix.None && check.Passes(value, state, code))
        {
            // a blank cell of the wide form says nothing, and its row's scope says nothing of it
            if (state == ObservationState.Missing && (scope == 0 || column is not null)) assembly.DeclareYear(year);
            else assembly.Add(new PanelEntry(area, year, code, value, state, scope, csv.Line));
            return;
        }
        var place = new Place { Line = csv.Line, Column = column, Area = areas[area].Code, Year = year, Indicator = codes[code] };
        assembly.DeclareYear(year);
        string shown = PanelFindings.Short(text), read = PanelFindings.Text(value);
        if (number.Kind == NumberKind.Infinite) check.Infinite(csv.Line, place);
        else if (number.Kind == NumberKind.NotANumber) findings.Error(csv.Line, "panel.not-a-number", place, $"“{shown}”不是数值，未采用", $"'{shown}' is not a number; it is left out");
        else if (suffix == FigureText.Suffix.Other) findings.Error(csv.Line, "panel.unit-in-number", place, $"“{shown}”中的“{number.Suffix}”不是指标的单位“{names.UnitOf(code)}”，未采用", $"'{number.Suffix}' in '{shown}' is not the indicator's unit '{names.UnitOf(code)}'; it is left out");
        else if (!check.Passes(value, state, code)) check.Report(value, state, code, csv.Line, place);
        else
        {
            assembly.Add(new PanelEntry(area, year, code, value, state, scope, csv.Line));
            if (suffix == FigureText.Suffix.Scaled) findings.Notice(csv.Line, "panel.scaled-number", place, $"“{shown}”读作 {read}；简写可能有舍入", $"'{shown}' is read as {read}; the short form may be rounded");
            else findings.Notice(csv.Line, "panel.unit-in-number", place, $"“{shown}”读作 {read}", $"'{shown}' is read as {read}");
        }
    }
}
