using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

/// <summary>The areas of a panel while it is made: given ones, or those met in order of first appearance.</summary>
internal sealed class AreaTable
{
    private readonly List<Area> areas = [];
    private readonly TextIndex byText = new(); // codes first, then names
    private readonly PanelFindings findings;

    public AreaTable(IEnumerable<Area>? given, PanelFindings findings)
    {
        this.findings = findings;
        IsGiven = given is not null;
        foreach (Area area in given ?? [])
        {
            ArgumentNullException.ThrowIfNull(area, nameof(given));
            string code = area.Code;
            if (string.IsNullOrWhiteSpace(code) || code != code.Trim())
                findings.Error(0, "panel.area-code-blank", new Place { Area = code }, "区域代码为空或首尾有空白，该区域未采用", "the code of an area is blank or has blanks around it; the area is left out");
            else if (!byText.TryAdd(code, areas.Count))
                findings.Error(0, "panel.duplicate-area", new Place { Area = code }, $"区域 {code} 重复，只采用第一个", $"the area {code} is given twice; the first is used");
            else areas.Add(area);
        }
        // a name that several share finds none of them
        foreach (IGrouping<string, Area> name in areas.GroupBy(a => a.Name, StringComparer.Ordinal))
            if (name.Take(2).Count() == 1) byText.TryAdd(name.Key, byText.Find(name.First().Code));
    }

    /// <summary>True when the areas are some of many, so that a parent may be among the others.</summary>
    public bool IsBlock { get; init; }

    /// <summary>True when the area is there, by code or name.</summary>
    public bool Has(ReadOnlySpan<char> text) => byText.TryGet(text, out _);

    /// <summary>True when the areas were given, so that no other is made.</summary>
    public bool IsGiven { get; }

    public int Count => areas.Count;

    public Area this[int place] => areas[place];

    /// <summary>The place of an area by code or name; made when it is new and areas are not given, else −1.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        if (byText.TryGet(text, out int place)) return place;
        if (IsGiven) return -1;
        byText.TryAdd(text, areas.Count);
        areas.Add(new Area { Code = text.ToString() });
        return areas.Count - 1;
    }

    /// <summary>Takes what a row says of its area; what was said before, or given, stands.</summary>
    public void Describe(int place, long line, string? name, string? level, string? parent, double? size, string? cityClass)
    {
        Area area = areas[place];
        string? known = area.Name == area.Code ? null : area.Name;
        Tell(ref known, name == area.Code ? null : name, "名称", "name");
        string? l = area.Level, p = area.Parent, c = area.Class;
        Tell(ref l, level, "级别", "level");
        Tell(ref p, parent, "上级", "parent");
        Tell(ref c, cityClass, "类别", "class");
        double? s = area.Size;
        if (size is { } stated)
        {
            if (s is null) s = stated;
            else if (s != stated) Differs("规模", "size", PanelFindings.Text(s.Value), PanelFindings.Text(stated));
        }
        if (!IsGiven && (l, p, c, s) != (area.Level, area.Parent, area.Class, area.Size) || known is not null && area.Name == area.Code && !IsGiven)
            areas[place] = area with { Name = known ?? area.Code, Level = l, Parent = p, Class = c, Size = s };

        void Tell(ref string? have, string? said, string chinese, string english)
        {
            if (said is null) return;
            if (have is null) have = said;
            else if (have != said) Differs(chinese, english, have, said);
        }

        void Differs(string chinese, string english, string have, string said) =>
            findings.Warning(line, "panel.area-differs", new Place { Line = line, Area = area.Code }, $"区域的{chinese}“{said}”与“{have}”不一致，采用后者", $"the {english} '{said}' of the area differs from '{have}'; the latter is used");
    }

    /// <summary>The areas, with every parent known and no cycle among them.</summary>
    public IReadOnlyList<Area> Complete()
    {
        for (int i = 0; i < areas.Count; i++)
        {
            Area area = areas[i];
            if (area.Size is { } size && !(size >= 0 && double.IsFinite(size)))
            {
                findings.Error(PanelFindings.AtTheEnd, "panel.area-size", new Place { Area = area.Code }, $"区域规模 {PanelFindings.Text(size)} 不是非负有限数，未采用", $"the size {PanelFindings.Text(size)} of the area is not a finite number from 0; it is left out");
                areas[i] = area = area with { Size = null };
            }
            if (area.Parent is not { } parent) continue;
            if (byText.TryGet(parent, out int place)) { if (areas[place].Code != parent) areas[i] = area with { Parent = areas[place].Code }; }
            else if (IsBlock) continue;
            else if (IsGiven)
            {
                findings.Error(PanelFindings.AtTheEnd, "panel.unknown-parent", new Place { Area = area.Code }, $"上级区域 {parent} 不存在，按无上级处理", $"there is no area {parent} for it to be part of; it is taken to have no parent");
                areas[i] = area with { Parent = null };
            }
            else
            {
                findings.Notice(PanelFindings.AtTheEnd, "panel.parent-added", new Place { Area = parent }, $"上级区域 {parent} 没有自己的数据行，已补入", $"the parent {parent} has no row of its own and is added as an area");
                Find(parent);
            }
        }
        BreakCycles();
        return [.. areas];
    }

    private void BreakCycles()
    {
        var done = new bool[areas.Count];
        var seen = new int[areas.Count]; // the walk a place was met on, from 1
        var path = new List<int>();
        for (int i = 0; i < areas.Count; i++)
        {
            path.Clear();
            int at = i;
            while (at >= 0 && !done[at] && seen[at] != i + 1)
            {
                path.Add(at);
                seen[at] = i + 1;
                at = areas[at].Parent is { } parent ? byText.Find(parent) : -1;
            }
            if (at >= 0 && !done[at])
            {
                List<int> cycle = path[path.IndexOf(at)..];
                string names = string.Join(" → ", cycle.Append(at).Select(j => areas[j].Code));
                findings.Error(PanelFindings.AtTheEnd, "panel.cyclic-parents", new Place { Area = areas[at].Code }, $"上级关系成环：{names}；环上各区域按无上级处理", $"the parents run in a circle: {names}; those on it are taken to have no parent");
                foreach (int j in cycle) areas[j] = areas[j] with { Parent = null };
            }
            foreach (int j in path) done[j] = true;
        }
    }
}
