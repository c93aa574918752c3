using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Finds every mistake of weights and sample columns at once; <see cref="SampleColumns"/> of the right length.</summary>
internal static class SampleValidation
{
    public static IEnumerable<ValidationIssue> Find(ReadOnlySpan<double> weights, SampleColumns columns)
    {
        var found = new List<ValidationIssue>();
        for (int i = 0; i < weights.Length; i++)
            if (!(weights[i] > 0) || double.IsInfinity(weights[i]))
                found.Add(Issue("surveys.weight-not-positive", i, "weight", $"权重 {Text(weights[i])} 不是正数", $"the weight {Text(weights[i])} is not a positive number"));
        Missing(columns.Strata, "surveys.stratum-missing", "stratum", "缺少层", "the stratum is missing", found);
        Missing(columns.Clusters, "surveys.cluster-missing", "cluster", "缺少抽样单元", "the cluster is missing", found);
        Missing(columns.SecondStage, "surveys.cluster-missing", "second stage", "缺少二级抽样单元", "the unit of the second stage is missing", found);
        if (found.Count > 0) return found;

        if (columns.Strata is { } strata && columns.Clusters is { } clusters) Nested(clusters, strata, found);
        if (columns.PopulationUnits is { } units) Constant(units, columns.Strata, "population units", found);
        if (columns.SecondStageUnits is { } second) Constant(second, columns.Clusters, "second-stage units", found);
        if (found.Count > 0) return found;

        Enough(columns, weights.Length, found);
        return found;
    }

    private static void Missing(CategoricalColumn? column, string code, string name, string chinese, string english, List<ValidationIssue> found)
    {
        for (int i = 0; column is not null && i < column.Count; i++)
            if (column.Codes[i] < 0) found.Add(Issue(code, i, name, chinese, english));
    }

    private static void Nested(CategoricalColumn clusters, CategoricalColumn strata, List<ValidationIssue> found)
    {
        var home = new int[clusters.Levels.Count];
        Array.Fill(home, -1);
        for (int i = 0; i < clusters.Count; i++)
        {
            ref int stratum = ref home[clusters.Codes[i]];
            if (stratum < 0) stratum = strata.Codes[i];
            else if (stratum != strata.Codes[i])
            {
                found.Add(Issue("surveys.cluster-in-two-strata", i, "cluster",
                    $"抽样单元“{clusters[i]}”同时出现在层“{strata.Levels[stratum]}”和“{strata[i]}”中，请使用不重复的单元名",
                    $"the cluster '{clusters[i]}' lies in the strata '{strata.Levels[stratum]}' and '{strata[i]}'; give clusters names of their own"));
            }
        }
    }

    private static void Constant(double[] units, CategoricalColumn? groups, string name, List<ValidationIssue> found)
    {
        var first = new double[groups?.Levels.Count ?? 1];
        for (int i = 0; i < units.Length; i++)
        {
            int g = groups?.Codes[i] ?? 0;
            if (!(units[i] > 0))
                found.Add(Issue("surveys.population-not-positive", i, name, $"总体单元数 {Text(units[i])} 不是正数", $"the number of population units {Text(units[i])} is not positive"));
            else if (first[g] == 0) first[g] = units[i];
            else if (first[g] != units[i])
            {
                found.Add(Issue("surveys.population-not-constant", i, name,
                    $"“{groups?.Levels[g]}”内的总体单元数不一致：{Text(first[g])} 与 {Text(units[i])}",
                    $"the number of population units differs within '{groups?.Levels[g]}': {Text(first[g])} and {Text(units[i])}"));
            }
        }
    }

    private static void Enough(SampleColumns columns, int n, List<ValidationIssue> found)
    {
        SampleStages stages = SampleStages.Of(n, columns);
        for (int h = 0; h < stages.Strata; h++)
        {
            if (stages.UnitsOf(h) <= stages.PopulationOf(h) * (1 + 1e-12)) continue;
            string name = columns.Strata?.Levels[h] ?? "";
            found.Add(new ValidationIssue("surveys.sample-exceeds-population", Severity.Error, new Place { Column = "population units" }, new BilingualText(
                $"层“{name}”抽取了 {stages.UnitsOf(h)} 个单元，而总体只有 {Text(stages.PopulationOf(h))} 个",
                $"the stratum '{name}' has {stages.UnitsOf(h)} sampled units of a population of {Text(stages.PopulationOf(h))}")));
        }
    }

    private static ValidationIssue Issue(string code, int row, string column, string chinese, string english) =>
        new(code, Severity.Error, new Place { Line = row + 1, Column = column }, new BilingualText(chinese, english));

    private static string Text(double x) => x.ToString("G6", CultureInfo.InvariantCulture);
}
