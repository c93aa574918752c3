namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>A panel of many areas with gaps, made of counted draws, and a plan that learns something everywhere.</summary>
internal static class ManyAreas
{
    public static IndicatorFramework Framework { get; } = new(new Dimension
    {
        Code = "all",
        Name = "综合",
        EnglishName = "All",
        Dimensions = [.. Enumerable.Range(0, 3).Select(d => new Dimension
        {
            Code = $"D{d}",
            Name = $"维度{d}",
            Indicators = [.. Enumerable.Range(0, 4).Select(i => new Indicator { Code = $"d{d}i{i}", Name = $"指标{d}{i}", Direction = i == 2 ? Direction.LowerIsBetter : Direction.HigherIsBetter })],
        })],
    });

    /// <summary>Entropy by default, CRITIC, the mean of two and each year apart; z-scores, shares and logistic curves beside min-max; a geometric node.</summary>
    public static EvaluationPlan Plan { get; } = new(Framework)
    {
        Normalization = Normalization.MinMax(1, 100),
        NormalizationOf = new Dictionary<string, Normalization>
        {
            ["d0i1"] = Normalization.ZScore(60, 10),
            ["d0i2"] = Normalization.Proportion(),
            ["d1i0"] = Normalization.Logistic(),
            ["d1i3"] = Normalization.Vector(),
            ["d2i1"] = Normalization.Reference(),
        },
        Weighting = Weighting.Entropy(),
        WeightingOf = new Dictionary<string, Weighting>
        {
            ["D1"] = new CriticWeighting(),
            ["D2"] = Weighting.Combine(new PcaWeighting(), new EntropyWeighting { Zeros = EntropyZeros.Replace }),
            ["all"] = new MeanOfYearsWeighting { Yearly = new StandardDeviationWeighting() },
        },
        AggregationOf = new Dictionary<string, Aggregation> { ["D2"] = Aggregation.Geometric(), ["all"] = Aggregation.MazziottaPareto() },
        Grading = Grading.StandardDeviations(),
    };

    /// <summary>The areas of a panel of two years; figure k of area a depends on a and k alone.</summary>
    public static Panel Panel(int areas, double missing = 0.1, int seed = 1, int first = 0)
    {
        PanelBuilder builder = Indicators.Panel.Builder(Framework, Enumerable.Range(first, areas).Select(a => new Area { Code = $"a{a:000000}", Class = a % 3 == 0 ? "大" : "小" }), [2022, 2023]);
        foreach (int year in new[] { 2022, 2023 })
            for (int i = 0; i < Framework.Indicators.Count; i++)
            {
                var column = new double[areas];
                for (int a = 0; a < areas; a++)
                {
                    double common = Uniform(seed, first + a, 1000 + year), own = Uniform(seed, first + a, year * 100 + i);
                    column[a] = Uniform(seed, first + a, -year * 100 - i) < missing ? double.NaN : 0.1 + Math.Round(100 * (0.4 * common + 0.6 * own), i % 4) + i;
                }
                builder.SetMemory(Framework.Indicators[i].Code, year, column);
            }
        return builder.Build().Panel;
    }

    public static long[] Bits(EvaluationResult result) =>
        [.. result.Years.SelectMany(y => result.Framework.Dimensions.SelectMany(d => result.Scores(d.Code, y).ToArray())).Select(BitConverter.DoubleToInt64Bits)];

    private static double Uniform(int seed, int area, int figure)
    {
        // splitmix64 over the three numbers
        ulong z = (ulong)(uint)seed * 0x9E3779B97F4A7C15 ^ (ulong)(uint)area * 0xBF58476D1CE4E5B9 ^ (ulong)(uint)figure * 0x94D049BB133111EB;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * Math.ScaleB(1, -53);
    }
}
