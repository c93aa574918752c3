namespace UrbanHealth.Indicators;

/// <summary>The headers that a field goes by, in both languages; the first English one is written.</summary>
internal static class PanelFieldNames
{
    private static readonly (PanelField Field, string[] Names)[] All =
    [
        (PanelField.Area, ["area", "area_code", "city", "region", "地区", "城市", "区域", "区域代码", "地区代码", "体检对象", "区县", "行政区"]),
        (PanelField.AreaName, ["area_name", "区域名称", "地区名称", "城市名称"]),
        (PanelField.Year, ["year", "time", "年份", "年度", "年"]),
        (PanelField.Indicator, ["indicator", "indicator_code", "code", "指标", "指标代码", "指标编码", "指标名称", "指标项"]),
        (PanelField.Value, ["value", "值", "指标值", "数值", "体检结果", "体检指标值"]),
        (PanelField.Unit, ["unit", "单位", "计量单位"]),
        (PanelField.Status, ["status", "state", "状态", "数据状态"]),
        (PanelField.Coverage, ["coverage", "scope", "范围", "覆盖范围", "统计范围", "口径范围"]),
        (PanelField.DataDate, ["data_date", "date", "采集截止日期", "数据日期", "截止日期", "数据截止日期"]),
        (PanelField.Source, ["source", "来源", "数据来源"]),
        (PanelField.CarriedOverFrom, ["carried_over_from", "沿用", "沿用年份", "沿用自"]),
        (PanelField.DefinitionVersion, ["definition_version", "version", "口径版本", "定义版本", "口径"]),
        (PanelField.StandardError, ["standard_error", "标准误"]),
        (PanelField.Parts, ["parts", "汇总覆盖"]),
        (PanelField.Note, ["note", "remark", "备注", "说明"]),
        (PanelField.Level, ["level", "级别", "层级"]),
        (PanelField.Parent, ["parent", "上级", "上级区域", "所属区域", "所属城市"]),
        (PanelField.Size, ["size", "population", "规模", "人口", "常住人口"]),
        (PanelField.Class, ["class", "city_class", "类别", "城市类别"]),
    ];

    private static readonly Dictionary<string, PanelField> ByName = All.SelectMany(f => f.Names.Select(n => (Plain(n), f.Field))).ToDictionary(p => p.Item1, p => p.Field, StringComparer.Ordinal);

    public static string NameOf(PanelField field) => Array.Find(All, f => f.Field == field).Names[0];

    public static PanelField Find(string header) => ByName.GetValueOrDefault(Plain(header));

    private static string Plain(string header) => string.Concat(header.Where(c => c is not (' ' or '_' or '-'))).ToLowerInvariant();
}
