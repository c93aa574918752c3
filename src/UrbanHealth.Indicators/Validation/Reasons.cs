namespace UrbanHealth.Indicators;

/// <summary>The reasons that methods give when they throw, for a report in both languages.</summary>
/// <remarks>An exception is written for programmers, in English. The commonest reasons are said in Chinese here; of any other the report quotes the English words.</remarks>
internal static class Reasons
{
    private static readonly (string English, string Chinese)[] Known =
    [
        ("All figures are equal", "所有数值都相同，分不出高低；可去掉该指标、改用阈值法，或选择 ConstantRule.Midpoint"),
        ("Nothing to learn from", "没有一个数值"),
        ("There is no figure", "没有一个数值"),
        ("The output range must rise", "得分范围应从 low 升到 high，且均为有限数"),
        ("The goalposts must be finite and differ", "两个阈值应为有限数且互不相同"),
        ("The goalposts contradict the direction", "阈值与指标方向相反：阈值按原始单位给出，逆向指标的最差值大于最优值"),
        ("Goalposts have one best end", "阈值法只适用于正向或逆向指标；适度型、区间型请用极差法、分档或指标自带的评分基准"),
        ("Deviation must be positive", "每个标准差对应的分值应大于 0"),
        ("Steepness must be positive", "曲线陡度应大于 0"),
        ("Threshold must not be negative", "阈值不能为负"),
        ("Multiplier must be positive", "倍数应大于 0"),
        ("AtMost must not be negative", "缩尾个数不能为负"),
        ("A score is a function of the figure", "相同数值的得分必须相同，请选择其他并列规则"),
        ("One score more than percentiles", "分值应比百分位多一个"),
        ("The percentiles must rise", "百分位应严格递增"),
        ("The exponent is a finite number", "指数应为有限数"),
        ("The floor is a positive number", "下限应为正数"),
        ("A quantifier has", "量词应满足 0 ≤ low < high ≤ 1，且指数为正"),
        ("The resolution lies in", "分辨系数应在 (0, 1] 内"),
        ("The weight of the strategy lies in", "决策机制系数应在 0…1 之间"),
        ("The strength of a penalty is", "惩罚强度应为非负有限数"),
        ("The method names column", "合成方法引用了不存在的列"),
        ("The cuts are numbers", "分级界限应从好到差严格递减"),
        ("The multiples are numbers", "标准差倍数应严格递增"),
        ("There is one multiple fewer than words", "标准差倍数应比等级词少一个"),
        ("There is no score to fit grades to", "基准期内没有一个得分，无法定出分级界限"),
        ("Equal intervals need", "等间距分级至少需要两个不同的得分"),
        ("Standard deviations need", "标准差分级至少需要两个不同的得分"),
        ("A grade is named by its word", "等级应写出等级词"),
        ("A weight is negative", "有负的权重，该合成方法不能使用"),
        ("The baseline's last year", "基准期的末年早于首年"),
        ("has a target or a range as its best", "适度型或区间型指标没有评分基准，也没有标准说明最优值"),
    ];

    /// <summary>The reason in both languages, without the name of the argument that the runtime adds.</summary>
    public static BilingualText Of(string message)
    {
        string english = message.Split('\n')[0];
        foreach (string tail in (ReadOnlySpan<string>)[" (Parameter '", " Path: $"])
            if (english.IndexOf(tail, StringComparison.Ordinal) is > 0 and int at) english = english[..at];
        english = english.TrimEnd().TrimEnd('.');
        foreach ((string known, string chinese) in Known)
            if (english.Contains(known, StringComparison.Ordinal)) return new(chinese, english);
        return new($"所选方法在这里没有定义（{english}）", english);
    }
}
