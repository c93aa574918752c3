using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>Every method of the set through the plan: the model's JSON read back gives the same text and the same bits, with one thread and with several, on a panel of other areas and years with gaps.</summary>
public class EveryMethodInAPlan
{
    private static readonly IndicatorFramework Framework = new(new Dimension
    {
        Code = "r",
        Name = "综合",
        Dimensions =
        [
            new Dimension { Code = "A", Name = "甲", Weight = 0.6, Indicators = [new() { Code = "a", Name = "a", Weight = 0.5 }, new() { Code = "b", Name = "b", Weight = 0.3, Direction = Direction.LowerIsBetter }, new() { Code = "c", Name = "c", Weight = 0.2 }] },
            new Dimension { Code = "B", Name = "乙", Weight = 0.4, Indicators = [new() { Code = "d", Name = "d", Weight = 0.5 }, new() { Code = "e", Name = "e", Weight = 0.5 }, new() { Code = "f", Name = "f", Weight = 0, Kind = IndicatorKind.BottomLine, Standards = [Standard.AtLeast(2)] }] },
        ],
    });

    private static readonly Panel Baseline = Made(2020, 3, 24, 0), Later = Made(2030, 2, 67, 13);

    private static readonly EvaluationPlan Plan = new(Framework);

    private static JudgementMatrix Judgements(int order) => JudgementMatrix.FromUpperTriangle(order, [.. Enumerable.Range(0, order * (order - 1) / 2).Select(i => i + 2.0)]);

    private static readonly Dictionary<string, EvaluationPlan> Plans = Methods().ToDictionary(p => p.Name, p => p.Plan);

    public static TheoryData<string> Names => [.. Plans.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gives_the_same_bits_from_its_JSON_and_with_any_number_of_threads(string name)
    {
        YearRange baseline = name == nameof(DistanceToAreaNormalization) ? YearRange.Of(2021) : YearRange.Of(2020, 2022);   // a reference area has one figure
        EvaluationModel model = Plans[name].Fit(Baseline, baseline), back = EvaluationModel.Parse(model.ToJson());
        Assert.Equal(model.ToJson(), back.ToJson());
        Assert.Equal(Plans[name].ToJson(), EvaluationPlan.Parse(Plans[name].ToJson()).ToJson());
        string expected = Bits(model.Evaluate(Later, threads: 1));
        Assert.Equal(expected, Bits(back.Evaluate(Later, threads: 1)));
        Assert.Equal(expected, Bits(model.Evaluate(Later, threads: 5)));
        Assert.Equal(expected, Bits(EvaluationPlan.Parse(Plans[name].ToJson()).Fit(Baseline, baseline).Evaluate(Later)));
        Assert.Contains(Enumerable.Range(0, Later.Areas.Count), a => !double.IsNaN(model.Evaluate(Later).Scores("r", 2031).Span[a]));
    }

    /// <summary>The areas in reverse, at the fit and at the evaluation: every area keeps its scores.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Gives_every_area_the_same_score_in_any_order_of_the_areas(string name)
    {
        YearRange baseline = name == nameof(DistanceToAreaNormalization) ? YearRange.Of(2021) : YearRange.Of(2020, 2022);
        EvaluationResult one = Plans[name].Fit(Baseline, baseline).Evaluate(Later), two = Plans[name].Fit(Reversed(Baseline), baseline).Evaluate(Reversed(Later));
        foreach (string code in new[] { "r", "A", "B" })
            Near.Relative(one.Scores(code, 2031).ToArray(), [.. two.Scores(code, 2031).ToArray().Reverse()], 1e-9, code);
    }

    /// <summary>A better figure of one area never lowers its composite, whatever is missing beside it.</summary>
    [Theory]
    [InlineData(nameof(ArithmeticAggregation))]
    [InlineData(nameof(GeometricAggregation))]
    [InlineData(nameof(HarmonicAggregation))]
    [InlineData(nameof(PowerMeanAggregation))]
    [InlineData(nameof(MedianAggregation))]
    [InlineData(nameof(MinimumAggregation))]
    [InlineData(nameof(OwaAggregation))]
    [InlineData(nameof(ChoquetAggregation))]
    [InlineData(nameof(TopsisAggregation))]
    [InlineData(nameof(BordaAggregation))]
    [InlineData(nameof(CopelandAggregation))]
    public void Is_monotone_in_each_indicator(string name)
    {
        EvaluationModel model = Plans[name].Fit(Baseline, YearRange.Of(2020, 2022));
        EvaluationResult before = model.Evaluate(Later);
        foreach ((int column, double step) in new[] { (0, 1.25), (1, -1.25), (2, 0.5) })   // less of b is better
            for (int area = 0; area < 20; area++)
            {
                double figure = Later.Column(Later.Codes[column], 2030)[area];
                double score = before.Scores("A", 2030).Span[area];
                if (double.IsNaN(figure) || double.IsNaN(score) || figure + step <= 1.5 || figure + step >= 29) continue;   // stays among the figures of the baseline
                EvaluationResult after = model.Evaluate(With(Later, column, area, figure + step));
                Assert.True(after.Scores("A", 2030).Span[area] >= score - 1e-12, $"{name}: {Later.Codes[column]} of {Later.Areas[area]} got better and A fell");
            }
    }

    [Fact]
    public void Every_method_that_a_document_can_name_is_among_them()
    {
        string all = string.Concat(Plans.Values.Select(p => p.ToJson()));
        string[] missing =
        [
            .. System.Text.RegularExpressions.Regex.Matches(string.Concat(new[] { "Normalization/Normalization", "Weighting/Weighting", "Aggregation/Aggregation", "Aggregation/Grading", "Aggregation/BottomLineRule", "Normalization/Treatment", "Panels/Imputation/Imputation" }
                .Select(f => File.ReadAllText(Repository.PathOf([.. $"src/UrbanHealth.Indicators/{f}.cs".Split('/')])))), "JsonDerivedType\\(typeof\\((\\w+)\\), \"(\\w+)\"\\)")
                .Where(m => !m.Groups[1].Value.StartsWith("Fitted", StringComparison.Ordinal) && m.Groups[1].Value != "FrozenImputation")
                .Select(m => m.Groups[2].Value).Where(word => !all.Contains($"\"type\": \"{word}\"", StringComparison.Ordinal)),
        ];
        Assert.Empty(missing);
    }

    private static IEnumerable<(string Name, EvaluationPlan Plan)> Methods()
    {
        Normalization[] normalizations =
        [
            Normalization.MinMax(1, 99), Normalization.ZScore(100, 10), Normalization.RobustZ(), Normalization.DistanceToTarget(20), Normalization.DistanceToArea("x3"), Normalization.FractionOfBest(), Normalization.Reference(), Normalization.AboveBelowMean(),
            Normalization.Category(), Normalization.Rank(), Normalization.Borda(), Normalization.PercentileRank(TieRule.Average), Normalization.Proportion(), Normalization.Vector(), Normalization.Logistic(2), Normalization.Bands(new BandPoint(0, 0), new BandPoint(4, 0.5), new BandPoint(30, 1)),
            Normalization.Membership(new TrapezoidalMembership(0, 3, 8, 40)), Normalization.OfBenchmark(Benchmark.Goalposts(0, 30)), Normalization.MinMax().After(new LogTransform { Shift = 1 }),
        ];
        foreach (Normalization n in normalizations) yield return (n.ToString().Split(' ')[0] + (n is RankNormalization r ? r.Score.ToString() : ""), Plan with { NormalizationOf = new Dictionary<string, Normalization> { ["a"] = n, ["c"] = n }, Weighting = Weighting.Equal() });
        yield return ("Goalposts", Plan with { NormalizationOf = new Dictionary<string, Normalization> { ["a"] = Normalization.Goalposts(0, 30), ["b"] = Normalization.Goalposts(30, 0) } });
        foreach (Treatment t in new Treatment[] { Treatment.Winsorize(), Treatment.Log(), Treatment.BoxCox(), Treatment.Fence(), Treatment.Stepwise(Treatment.Winsorize(1), Treatment.Log()) }) yield return (t.GetType().Name, Plan with { Treatment = t });
        Weighting[] weightings =
        [
            Weighting.Equal(), Weighting.EqualPerIndicator(), Weighting.Given(), Weighting.Entropy(), Weighting.Critic(), Weighting.StandardDeviation(), Weighting.StandardDeviationCorrelation(), Weighting.CoefficientOfVariation(), Weighting.MeanOfYears(Weighting.Entropy()),
            Weighting.Merec(), Weighting.PrincipalComponents(), Weighting.FactorAnalysis(), Weighting.CorrelationBalance(),
            Weighting.Combine(Weighting.Equal(), Weighting.Entropy()), Weighting.CombineMultiplicative(Weighting.Given(), Weighting.Critic()), Weighting.CombineMinimumRelativeEntropy(Weighting.Given(), Weighting.Entropy()), Weighting.CombineGameTheory(Weighting.Given(), Weighting.Entropy()),
            Weighting.CombineJointLeastSquares(Weighting.Given(), Weighting.Entropy()), Weighting.CombineMaximumDeviation(Weighting.Given(), Weighting.Entropy()),
        ];
        foreach (Weighting w in weightings) yield return (w.GetType().Name, Plan with { WeightingOf = new Dictionary<string, Weighting> { ["A"] = w }, Normalization = Normalization.MinMax(1, 100) });
        Weighting[] subjective = [Weighting.Ahp(Judgements(3)), Weighting.BestWorst(new BestWorstJudgements(0, 2, [1, 3, 5], [5, 2, 1])), Weighting.RankOrder([1, 2, 3]), Weighting.DirectRating(50, 30, 20), Weighting.Delphi(Matrix.FromRows([5, 4, 3], [4, 4, 2], [5, 3, 3]), 5)];
        foreach (Weighting w in subjective) yield return (w.GetType().Name, Plan with { WeightingOf = new Dictionary<string, Weighting> { ["A"] = w } });
        yield return ("Ahp at the root", Plan with { WeightingOf = new Dictionary<string, Weighting> { ["r"] = Weighting.Ahp(Judgements(2)) } });
        Aggregation[] aggregations =
        [
            Aggregation.Arithmetic(), Aggregation.Geometric(), Aggregation.Harmonic(), Aggregation.PowerMean(2), Aggregation.Median(), Aggregation.Minimum(), Aggregation.Owa(Quantifier.Most), Aggregation.Choquet(new Interaction(0, 1, 0.2)), Aggregation.ImbalancePenalty(), Aggregation.Fuzzy(20, 50, 80),
            Aggregation.MazziottaPareto(), Aggregation.Topsis(), Aggregation.Vikor(), Aggregation.GreyRelation(), Aggregation.BenefitOfTheDoubt(), Aggregation.RankSumRatio(), Aggregation.Borda(), Aggregation.Copeland(),
        ];
        foreach (Aggregation g in aggregations) yield return (g.GetType().Name, Plan with { AggregationOf = new Dictionary<string, Aggregation> { ["A"] = g }, WeightingOf = new Dictionary<string, Weighting> { ["r"] = Weighting.Given() }, Normalization = Normalization.MinMax(1, 100) });
        foreach (Grading g in new Grading[] { Grading.FourBands, Grading.Quantiles(), Grading.EqualIntervals(), Grading.NaturalBreaks(), Grading.StandardDeviations() }) yield return (g.GetType().Name, Plan with { Grading = g, Ties = TieRule.Average });
        foreach (BottomLineRule b in new BottomLineRule[] { BottomLineRule.ReportOnly, BottomLineRule.CapGrade("中"), BottomLineRule.Veto() }) yield return (b.GetType().Name, Plan with { BottomLine = b });
        Imputation[] imputations =
        [
            Imputation.Constant(3), Imputation.Mean(), Imputation.Median(), Imputation.GroupMean(), Imputation.GroupMedian(), Imputation.CarryForward(1), Imputation.CarryBack(), Imputation.LinearInTime(2), Imputation.NearestNeighbours(3), Imputation.Regression(2), Imputation.RowMean(),
            Imputation.InOrder(Imputation.LinearInTime(), Imputation.Mean()),
        ];
        foreach (Imputation i in imputations) yield return (i.GetType().Name, Plan with { Imputation = i });
        yield return ("Mixed", Plan with
        {
            Imputation = Imputation.InOrder(Imputation.LinearInTime(2), Imputation.GroupMean()),
            Treatment = Treatment.Winsorize(),
            NormalizationOf = new Dictionary<string, Normalization> { ["a"] = Normalization.Logistic(), ["d"] = Normalization.RobustZ(), ["e"] = Normalization.MinMax(1, 100) },
            Weighting = Weighting.CombineGameTheory(Weighting.Entropy(), Weighting.Given()),
            WeightingOf = new Dictionary<string, Weighting> { ["r"] = Weighting.Critic(), ["B"] = Weighting.Given() },
            AggregationOf = new Dictionary<string, Aggregation> { ["A"] = Aggregation.PowerMean(0.5), ["B"] = Aggregation.MazziottaPareto() },
            CoverageThreshold = 0.3,
            CoverageThresholdOf = new Dictionary<string, double> { ["r"] = 1 },
            Grading = Grading.NaturalBreaks(),
            BottomLine = BottomLineRule.CapGrade("良"),
            CityClass = "大城市",
            Ties = TieRule.Dense,
        });
    }

    /// <summary>Positive figures without a pattern, the later panel with gaps.</summary>
    private static Panel Made(int first, int years, int areas, int gapEvery) => new(
        Framework,
        [.. Enumerable.Range(1, areas).Select(i => new Area { Code = $"x{i}", Class = i % 3 == 0 ? "大城市" : "中小城市" })],
        [.. Enumerable.Range(first, years)],
        [.. Enumerable.Range(0, years).Select(y => Enumerable.Range(0, 6).Select(c => (ReadOnlyMemory<double>)Enumerable.Range(0, areas)
            .Select(a => gapEvery > 0 && (a * 6 + c + y) % gapEvery == 0 ? double.NaN : 1.5 + 28 * Math.Abs(Math.Sin(1 + a * 12.9898 + c * 78.233 + y * 3.7) * 43758.5453 % 1)).ToArray()).ToArray())]);

    private static Panel Reversed(Panel panel) => new(
        panel.Framework, [.. panel.Areas.Reverse()], panel.Years,
        [.. panel.Years.Select(y => panel.Codes.Select(c => (ReadOnlyMemory<double>)panel.Column(c, y).ToArray().Reverse().ToArray()).ToArray())]);

    private static Panel With(Panel panel, int column, int area, double figure)
    {
        var columns = panel.Years.Select(y => panel.Codes.Select(c => panel.Column(c, y).ToArray()).ToArray()).ToArray();
        columns[0][column][area] = figure;
        return new Panel(panel.Framework, panel.Areas, panel.Years, [.. columns.Select(y => y.Select(c => (ReadOnlyMemory<double>)c).ToArray())]);
    }

    private static string Bits(EvaluationResult result)
    {
        var text = new System.Text.StringBuilder();
        foreach (int year in result.Years)
            foreach (string code in new[] { "r", "A", "B", "a", "b", "c", "d", "e", "f" })
            {
                foreach (double x in result.Scores(code, year).Span) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{BitConverter.DoubleToInt64Bits(x):X}");
                foreach (double x in result.GroupRanks(code, year).Span) text.Append(System.Globalization.CultureInfo.InvariantCulture, $" {x}");
            }
        foreach (AreaEvaluation area in result.Year(result.Years[0]).Areas.Take(20)) text.Append(area.Grade?.Name).Append(area["A"].Grade?.Name);
        return text.ToString();
    }
}
