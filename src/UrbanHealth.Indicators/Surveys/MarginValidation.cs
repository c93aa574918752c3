using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Finds every margin that cannot be met, before anything is computed, and names its cell.</summary>
internal static class MarginValidation
{
    public static List<ValidationIssue> Find(IReadOnlyList<(CategoricalColumn Column, PopulationMargin Population)> margins, IReadOnlyList<AuxiliaryTotal> auxiliaries, CalibrationOptions options)
    {
        var found = new List<ValidationIssue>();
        foreach ((CategoricalColumn column, PopulationMargin margin) in margins) Check(column, margin, found);
        foreach (AuxiliaryTotal auxiliary in auxiliaries)
        {
            ReadOnlySpan<double> x = auxiliary.Values.Span;
            for (int i = 0; i < x.Length; i++)
                if (!double.IsFinite(x[i])) Add(found, "surveys.margin-value-missing", auxiliary.Name, i + 1, "辅助变量缺失或不是有限数", "the auxiliary value is missing or not finite");
            if (!double.IsFinite(auxiliary.Total)) Add(found, "surveys.margin-not-positive", auxiliary.Name, null, "辅助变量总量不是有限数", "the auxiliary total is not finite");
        }
        for (int m = 1; m < margins.Count; m++)
        {
            PopulationMargin first = margins[0].Population, other = margins[m].Population;
            double a = first.Total, b = other.Total;
            if (Math.Abs(a - b) > options.MarginAgreement * Math.Max(Math.Abs(a), Math.Abs(b)))
                Add(found, "surveys.contradicting-margins", other.Variable, null,
                    $"“{first.Variable}”的总体为 {Text(a)}，“{other.Variable}”的总体为 {Text(b)}，两者矛盾；如来源不同，请先用 ScaledTo 统一",
                    $"'{first.Variable}' sums to a population of {Text(a)}, '{other.Variable}' to {Text(b)}: they contradict each other; scale them with ScaledTo if their sources differ");
        }
        return found;
    }

    /// <summary>The target of each level of each margin, in the order of the cells, then of each auxiliary.</summary>
    public static double[] Targets(IReadOnlyList<(CategoricalColumn Column, PopulationMargin Population)> margins, IReadOnlyList<AuxiliaryTotal> auxiliaries, MarginCells cells)
    {
        var targets = new double[cells.AllLevels + auxiliaries.Count];
        for (int m = 0; m < margins.Count; m++)
            foreach (PopulationCell cell in margins[m].Population.Cells)
                if (margins[m].Column.IndexOf(cell.Level) is >= 0 and int level) targets[cells.Offsets[m] + level] = cell.Population;
        for (int a = 0; a < auxiliaries.Count; a++) targets[cells.AllLevels + a] = auxiliaries[a].Total;
        return targets;
    }

    private static void Check(CategoricalColumn column, PopulationMargin margin, List<ValidationIssue> found)
    {
        string variable = margin.Variable;
        var respondents = new int[column.Levels.Count];
        for (int i = 0; i < column.Count; i++)
        {
            if (column.Codes[i] >= 0) respondents[column.Codes[i]]++;
            else Add(found, "surveys.margin-value-missing", variable, i + 1, "受访者缺少该属性，无法加权", "the respondent lacks this attribute and cannot be weighted by it");
        }
        if (margin.Cells.Count == 0) Add(found, "surveys.empty-margin", variable, null, $"“{variable}”没有总体边际", $"'{variable}' has no population cells");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (PopulationCell cell in margin.Cells)
        {
            string name = $"{variable} = {cell.Level}";
            int level = column.IndexOf(cell.Level), count = level < 0 ? 0 : respondents[level];
            if (!seen.Add(cell.Level)) Add(found, "surveys.margin-cell-twice", variable, null, $"“{name}”出现两次", $"'{name}' is given twice");
            if (!(cell.Population >= 0) || double.IsInfinity(cell.Population)) Add(found, "surveys.margin-not-positive", variable, null, $"“{name}”的总体数 {Text(cell.Population)} 无效", $"the population {Text(cell.Population)} of '{name}' is not valid");
            else if (cell.Population > 0 && count == 0) Add(found, "surveys.empty-cell", variable, null, $"总体有“{name}”（{Text(cell.Population)}），样本中无人；请与相邻类别合并", $"the population has {Text(cell.Population)} of '{name}' and the sample nobody; merge it with a neighbour");
            else if (cell.Population == 0 && count > 0) Add(found, "surveys.margin-not-positive", variable, null, $"“{name}”有 {count} 名受访者，而总体数为 0", $"'{name}' has {count} respondents and a population of 0");
        }
        for (int k = 0; k < respondents.Length; k++)
            if (respondents[k] > 0 && !seen.Contains(column.Levels[k]))
                Add(found, "surveys.unknown-margin-level", variable, null, $"样本有“{variable} = {column.Levels[k]}”（{respondents[k]} 人），总体边际中没有", $"the sample has {respondents[k]} of '{variable} = {column.Levels[k]}', which the population margin lacks");
    }

    private static void Add(List<ValidationIssue> found, string code, string variable, int? line, string chinese, string english) =>
        found.Add(new ValidationIssue(code, Severity.Error, new Place { Column = variable, Line = line }, new BilingualText(chinese, english)));

    private static string Text(double x) => x.ToString("G10", CultureInfo.InvariantCulture);
}
