namespace UrbanHealth.Indicators;

public abstract partial record Normalization
{
    /// <summary>Min-max (极差标准化) onto <paramref name="low"/>…<paramref name="high"/>; 0…100 by default.</summary>
    public static Normalization MinMax(double low = 0, double high = 100) => new MinMaxNormalization { Low = low, High = high };

    /// <summary>Distance to the best (与最优值的距离): 1 − |best − x|/|best − worst|, which is min-max onto 0…1.</summary>
    public static Normalization DistanceToBest() => new MinMaxNormalization { High = 1 };

    /// <summary>Z-scores (Z 分数) with the given mean and standard deviation; 0 and 1 by default.</summary>
    public static Normalization ZScore(double mean = 0, double deviation = 1, VarianceDenominator denominator = VarianceDenominator.Sample) =>
        new ZScoreNormalization { Mean = mean, Deviation = deviation, Denominator = denominator };

    /// <summary>Robust z-scores (稳健 Z 分数) by median and median absolute deviation.</summary>
    public static Normalization RobustZ(MadScale scale = MadScale.Normal) => new RobustZNormalization { Scale = scale };

    /// <summary>Fixed goalposts (阈值法) in raw units; scores 0…100, capped.</summary>
    public static Normalization Goalposts(double worst, double best) => new GoalpostNormalization { Worst = worst, Best = best };

    /// <summary>Distance to a target (与目标的距离): the worst scores 0, the target 1.</summary>
    public static Normalization DistanceToTarget(double target, bool capped = false) => new DistanceToTargetNormalization { Target = target, Capped = capped };

    /// <summary>Distance to a reference area (与参照地区的距离): the worst scores 0, the named area 1.</summary>
    public static Normalization DistanceToArea(string area, bool capped = false) => new DistanceToAreaNormalization { Area = area, Capped = capped };

    /// <summary>Fraction of the best (最优值比例): x/max, min/x where less is better.</summary>
    public static Normalization FractionOfBest(CostForm cost = CostForm.Reciprocal) => new FractionOfBestNormalization { Cost = cost };

    /// <summary>Against the mean, median, best or worst (与参照点之比).</summary>
    public static Normalization Reference(ReferencePoint point = ReferencePoint.Mean, ReferenceForm form = ReferenceForm.Ratio) => new ReferenceNormalization { Point = point, Form = form };

    /// <summary>Above, about or below the mean (高于、接近、低于均值): 1, 0 or −1.</summary>
    public static Normalization AboveBelowMean(double threshold = 0.2) => new AboveBelowMeanNormalization { Threshold = threshold };

    /// <summary>Scores by category of percentile (百分位分类).</summary>
    public static Normalization Category() => new CategoryNormalization();

    /// <summary>Ranks (位次法): 1 for the worst, more is better.</summary>
    public static Normalization Rank(TieRule ties = TieRule.Smallest) => new RankNormalization { Ties = ties };

    /// <summary>Borda counts (博尔达法): how many areas are left behind.</summary>
    public static Normalization Borda(TieRule ties = TieRule.Smallest) => new RankNormalization { Score = RankScore.Borda, Ties = ties };

    /// <summary>Percentile ranks (百分位次): (r − 1)/(n − 1).</summary>
    public static Normalization PercentileRank(TieRule ties = TieRule.Smallest) => new RankNormalization { Score = RankScore.PercentileRank, Ties = ties };

    /// <summary>The share of the sum (比重法): x/Σx.</summary>
    public static Normalization Proportion(CostForm cost = CostForm.Reciprocal) => new ProportionNormalization { Cost = cost };

    /// <summary>Over the Euclidean norm (向量规范化): x/√Σx².</summary>
    public static Normalization Vector(CostForm cost = CostForm.Complement) => new VectorNormalization { Cost = cost };

    /// <summary>A logistic curve of the z-score (S 形标准化).</summary>
    public static Normalization Logistic(double steepness = 1) => new LogisticNormalization { Steepness = steepness };

    /// <summary>Straight lines through given points (分段线性); scores 0…1 of the points are stretched onto 0…100.</summary>
    public static Normalization Bands(params BandPoint[] points) => new BandNormalization { Points = points };

    /// <summary>The degree of membership (隶属度) stretched onto 0…100.</summary>
    public static Normalization Membership(MembershipFunction function) => new MembershipNormalization { Function = function };

    /// <summary>An indicator's own benchmark (评分基准) stretched onto <paramref name="low"/>…<paramref name="high"/>.</summary>
    public static Normalization OfBenchmark(Benchmark benchmark, double low = 0, double high = 100) => new BenchmarkNormalization { Benchmark = benchmark, Low = low, High = high };

    /// <summary>This method on transformed figures (先变换): logarithms, powers.</summary>
    public Normalization After(Transform transform) => new TransformedNormalization { Transform = transform, Then = this };
}
