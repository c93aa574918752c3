namespace UrbanHealth.Indicators;

/// <summary>Finds every mistake in the standards, bands and benchmarks of an indicator or a component.</summary>
internal sealed class YardstickValidation(Action<string, Severity, string, BilingualText, string?> add)
{
    public void Standards(IReadOnlyList<Standard> standards, Direction direction, string path, string code)
    {
        for (int i = 0; i < standards.Count; i++)
        {
            Standard s = standards[i];
            string at = $"{path}.standards[{i}]";
            Sound(s, at, code);
            if ((direction, s.Comparison) is (Direction.HigherIsBetter, Comparison.AtMost or Comparison.LessThan) or (Direction.LowerIsBetter, Comparison.AtLeast or Comparison.MoreThan))
                add("framework.standard-against-direction", Severity.Warning, at, new($"标准 {s} 与指标方向 {Words.Of(direction)} 相反", $"the standard {s} runs against the direction {Words.Of(direction)}"), code);
            int first = FirstLike(standards, i, (a, b) => a.AreaClass == b.AreaClass && a.FromYear == b.FromYear);
            if (first < i) add("framework.ambiguous-standard", Severity.Error, at, new($"与 standards[{first}] 的城市类别和起始年份相同，无法取舍", $"standards[{first}] is for the same class of city and first year: which one holds?"), code);
        }
    }

    public void Bands(IReadOnlyList<Bands> bands, Direction direction, MeasurementKind measurement, string path, string code)
    {
        for (int i = 0; i < bands.Count; i++)
        {
            Bands b = bands[i];
            string at = $"{path}.bands[{i}]";
            int needed = measurement == MeasurementKind.ExpertGrade ? 0 : b.Scale.Count - 1;
            if (b.Steps.Count != needed && !ReferenceEquals(b.Scale, GradeScaleDocument.StandIn))
                add("framework.steps-do-not-fit-scale", Severity.Error, $"{at}.steps", needed == 0
                    ? new("专家评级不用分档值，steps 应为空", "experts give the grade itself: leave the steps out")
                    : new($"{b.Scale.Count} 个等级词需要 {needed} 个分档值，实际 {b.Steps.Count} 个", $"{b.Scale.Count} grades need {needed} steps, and there are {b.Steps.Count}"), code);
            for (int j = 0; j < b.Steps.Count; j++)
            {
                Standard step = b.Steps[j];
                string stepAt = $"{at}.steps[{j}]";
                Sound(step, stepAt, code);
                if (step.AreaClass is not null || step.FromYear is not null)
                    add("framework.step-with-class", Severity.Error, stepAt, new("城市类别和起始年份写在分档 bands 上，不写在每一档上", "a class of city or a first year belongs to the bands, not to a step"), code);
                if (j > 0 && Covers(b.Steps[j - 1], step))
                    add("framework.steps-out-of-order", Severity.Error, stepAt, new($"分档要从好到差：满足 {step} 的值已满足前一档 {b.Steps[j - 1]}", $"steps run from best to worst: what meets {step} already meets {b.Steps[j - 1]}"), code);
            }
            if (b.Steps.Count > 0 && (direction == Direction.HigherIsBetter && b.Steps.All(s => s.Comparison is Comparison.AtMost or Comparison.LessThan)
                || direction == Direction.LowerIsBetter && b.Steps.All(s => s.Comparison is Comparison.AtLeast or Comparison.MoreThan)))
                add("framework.bands-against-direction", Severity.Warning, at, new($"分档与指标方向 {Words.Of(direction)} 相反", $"the bands run against the direction {Words.Of(direction)}"), code);
            int first = FirstLike(bands, i, (x, y) => x.AreaClass == y.AreaClass && x.FromYear == y.FromYear);
            if (first < i) add("framework.ambiguous-bands", Severity.Error, at, new($"与 bands[{first}] 的城市类别和起始年份相同，无法取舍", $"bands[{first}] are for the same class of city and first year: which ones hold?"), code);
        }
    }

    public void Benchmark(Indicator x, string path)
    {
        string at = $"{path}.benchmark";
        if (x.Benchmark?.Flaw() is { } flaw) add("framework.invalid-benchmark", Severity.Error, at, flaw, x.Code);
        else if (x.Benchmark is GoalpostBenchmark g && (x.Direction == Direction.HigherIsBetter && g.Worst > g.Best || x.Direction == Direction.LowerIsBetter && g.Worst < g.Best))
            add("framework.benchmark-against-direction", Severity.Warning, at, new($"阈值与指标方向 {Words.Of(x.Direction)} 相反", $"the goalposts run against the direction {Words.Of(x.Direction)}"), x.Code);
        bool told = x.Direction switch
        {
            Direction.TargetIsBest => x.Benchmark is TargetBenchmark or RangeBenchmark or BandBenchmark || x.Standards.Any(s => s.Comparison is Comparison.EqualTo or Comparison.Within),
            Direction.RangeIsBest => x.Benchmark is RangeBenchmark or BandBenchmark || x.Standards.Any(s => s.Comparison == Comparison.Within),
            _ => true,
        };
        if (!told && x.Measurement != MeasurementKind.Compound)
            add("framework.direction-without-benchmark", Severity.Warning, at, x.Direction == Direction.TargetIsBest
                ? new("适度指标没有说明目标：给出 benchmark，或“=”、区间标准", "a target is best, and nothing says which: give a benchmark, or a standard that names it")
                : new("区间指标没有说明区间：给出 benchmark，或区间标准", "a range is best, and nothing says which: give a benchmark, or a range standard"), x.Code);
    }

    public void OneScale(Indicator x, string path)
    {
        IEnumerable<(GradeScale Scale, string Path)> scales = x.Bands.Select((b, i) => (b.Scale, $"{path}.bands[{i}].scale"))
            .Concat(x.Components.SelectMany((c, j) => c.Bands.Select((b, i) => (b.Scale, $"{path}.components[{j}].bands[{i}].scale"))));
        GradeScale? first = null;
        foreach ((GradeScale scale, string at) in scales)
        {
            if (ReferenceEquals(scale, GradeScaleDocument.StandIn)) continue;
            first ??= scale;
            if (!scale.Equals(first)) add("framework.mixed-scales", Severity.Error, at, new($"一个指标只用一套等级词：{first}，而不是 {scale}", $"one indicator has one grade scale: {first}, not {scale}"), x.Code);
        }
    }

    private void Sound(Standard standard, string path, string code)
    {
        if (standard.Flaw() is { } flaw) add("framework.invalid-standard", Severity.Error, path, flaw, code);
    }

    /// <summary>Whether whatever meets the second standard meets the first one too, for bounds on one side.</summary>
    private static bool Covers(Standard first, Standard second)
    {
        bool strictFirst = first.Comparison is Comparison.MoreThan or Comparison.LessThan, strictSecond = second.Comparison is Comparison.MoreThan or Comparison.LessThan;
        bool equalIsInside = !strictFirst || strictSecond;
        if (first.Comparison is Comparison.AtLeast or Comparison.MoreThan && second.Comparison is Comparison.AtLeast or Comparison.MoreThan)
            return second.Value > first.Value || second.Value == first.Value && equalIsInside;
        if (first.Comparison is Comparison.AtMost or Comparison.LessThan && second.Comparison is Comparison.AtMost or Comparison.LessThan)
            return second.Value < first.Value || second.Value == first.Value && equalIsInside;
        return false;
    }

    private static int FirstLike<T>(IReadOnlyList<T> items, int upTo, Func<T, T, bool> alike)
    {
        int i = 0;
        while (i < upTo && !alike(items[i], items[upTo])) i++;
        return i;
    }
}
