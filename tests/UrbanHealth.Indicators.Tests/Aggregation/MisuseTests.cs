namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>What a method of this room is not defined for says what is wrong and in which argument; it never gives a number instead.</summary>
public class MisuseTests
{
    private static readonly double[] Half = [0.5, 0.5];
    private static readonly Matrix Two = Matrix.FromRows([3, 1], [1, 2]), Constant = Matrix.FromRows([1, 7], [2, 7]);
    private static readonly Matrix Holed = Matrix.FromRows([3, double.NaN], [1, double.NaN]);
    private static readonly RowAggregation Geometric = Aggregation.Geometric();
    private static readonly FittedTopsis Topsis = (FittedTopsis)Aggregation.Topsis().Fit(Two, Half)!;
    private static readonly FittedVikor Vikor = (FittedVikor)Aggregation.Vikor().Fit(Two, Half)!;
    private static readonly FittedBenefitOfTheDoubt Doubt = (FittedBenefitOfTheDoubt)Aggregation.BenefitOfTheDoubt().Fit(Two, Half)!;
    private static readonly FuzzyEvaluation Fuzzy = new();
    private static readonly GradeScale Scale = GradeScale.OfDimension;

    private static readonly Dictionary<string, (Type Type, string? Argument, string Words, Action Act)> Cases = new()
    {
        // the scores, weights and places of one area
        ["area: weights"] = Bad("weights", "One weight for each score", () => Geometric.Aggregate([1, 2], [1])),
        ["area: weight no number"] = Bad("weights", "not a finite number", () => Geometric.Aggregate([1, 2], [1, double.NaN])),
        ["area: weight infinite"] = Bad("weights", "not a finite number", () => Geometric.Aggregate([1, 2], [double.PositiveInfinity, 1])),
        ["area: weight of a missing score"] = Bad("weights", "not a finite number", () => Aggregation.Arithmetic().Aggregate([1, double.NaN], [1, double.NaN])),
        ["area: weight negative"] = Bad("weights", "A weight is negative", () => Geometric.Aggregate([1, 2], [1.5, -0.5])),
        ["area: other number of scores"] = Bad("scores", "another number of scores", () => Topsis.Aggregate([1], [1])),
        ["area: places"] = Bad("contributions", "One place for each score", () => Geometric.Contribute([1, 2], Half, new double[1])),
        ["area: weights of contributions"] = Bad("weights", "A weight is negative", () => Geometric.Contribute([1, 2], [1.5, -0.5], new double[2])),

        // positive scores
        ["mean: negative score"] = Bad("scores", "not defined for -2", () => Geometric.Aggregate([1, -2], Half)),
        ["mean: zero"] = Bad("scores", "not defined for 0", () => new HarmonicAggregation { Zeros = NonPositiveRule.Throw }.Aggregate([0, 1], Half)),
        ["mean: limit of a negative score"] = Bad("Negatives", "has no limit", () => _ = new GeometricAggregation { Negatives = NonPositiveRule.Limit }),
        ["mean: floor 0"] = Range("Floor", "positive number", () => _ = new GeometricAggregation { Floor = 0 }),
        ["mean: floor infinite"] = Range("Floor", "positive number", () => _ = new GeometricAggregation { Floor = double.PositiveInfinity }),
        ["mean: exponent"] = Range("Exponent", "finite number", () => Aggregation.PowerMean(double.NaN)),

        // OWA, Choquet
        ["owa: null"] = Null("quantifier", () => Aggregation.Owa(null!)),
        ["quantifier: low below 0"] = Quantified(new Quantifier { Low = -0.1 }),
        ["quantifier: low not below high"] = Quantified(new Quantifier { Low = 0.5, High = 0.5 }),
        ["quantifier: high above 1"] = Quantified(new Quantifier { High = 1.1 }),
        ["quantifier: exponent 0"] = Quantified(Quantifier.Power(0)),
        ["quantifier: exponent infinite"] = Quantified(Quantifier.Power(double.PositiveInfinity)),
        ["choquet: null"] = Null("Interactions", () => Aggregation.Choquet(null!)),
        ["choquet: a column with itself"] = Bad("Interactions", "two different columns", () => Aggregation.Choquet(new Interaction(1, 1, 0.5))),
        ["choquet: first column"] = Bad("Interactions", "two different columns", () => Aggregation.Choquet(new Interaction(-1, 0, 0.5))),
        ["choquet: second column"] = Bad("Interactions", "two different columns", () => Aggregation.Choquet(new Interaction(0, -1, 0.5))),
        ["choquet: index"] = Bad("Interactions", "lies in −1…1", () => Aggregation.Choquet(new Interaction(0, 1, -1.5))),
        ["choquet: index no number"] = Bad("Interactions", "lies in −1…1", () => Aggregation.Choquet(new Interaction(0, 1, double.NaN))),
        ["choquet: twice"] = Bad("Interactions", "stands twice", () => Aggregation.Choquet(new Interaction(0, 1, 0.1), new Interaction(1, 0, 0.1))),
        ["choquet: too strong"] = Bad("scores", "interactions of column 1 are stronger", () => Aggregation.Choquet(new Interaction(0, 1, 0.9)).Aggregate([1, 2], [0.7, 0.3])),
        ["choquet: a column that is not there"] = Bad("scores", "names column 2, and there are 2", () => Aggregation.Choquet(new Interaction(0, 2, 0.1)).Aggregate([1, 2], Half)),
        ["choquet: a column that is not there, in contributions"] = Bad("scores", "names column 2, and there are 2", () => Aggregation.Choquet(new Interaction(2, 0, 0.1)).Contribute([1, 2], Half, new double[2])),
        ["imbalance: strength"] = Range("Strength", "finite and not negative", () => _ = new ImbalancePenaltyAggregation { Strength = double.NaN }),
        ["imbalance: negative strength"] = Range("Strength", "finite and not negative", () => _ = new ImbalancePenaltyAggregation { Strength = -1 }),
        ["imbalance: endless strength"] = Range("Strength", "finite and not negative", () => _ = new ImbalancePenaltyAggregation { Strength = double.PositiveInfinity }),
        ["choquet: too strong for its part of the weight"] = Bad("scores", "interactions of column 0 are stronger", () => Aggregation.Choquet(new Interaction(0, 1, 0.9)).Aggregate([1, 2], [0.6, 1.4])),

        // many areas
        ["areas: scores null"] = Null("scores", () => Geometric.Aggregate((Matrix)null!, Half, new double[2])),
        ["areas: weights"] = Bad("weights", "One weight for each column", () => Geometric.Aggregate(Two, [1], new double[2])),
        ["areas: places"] = Bad("composites", "One place for each row", () => Geometric.Aggregate(Two, Half, new double[3])),
        ["areas: places of a relative method"] = Bad("composites", "One place for each row", () => Aggregation.Borda().Aggregate(Two, Half, new double[1])),
        ["areas: nothing to learn from"] = Null("scores", () => Aggregation.GreyRelation().Fit(null!, Half)),
        ["areas: weights of the fit"] = Bad("weights", "One weight for each column", () => Aggregation.MazziottaPareto().Fit(Two, [1])),
        ["borda: weight"] = Bad("weights", "negative or not a number", () => Aggregation.Borda().Aggregate(Two, [1, -1], new double[2])),
        ["rsr: weight"] = Bad("weights", "negative or not a number", () => Aggregation.RankSumRatio().Aggregate(Two, [1, double.NaN], new double[2])),
        ["rsr: null"] = Null("scores", () => new RankSumRatioAggregation().Detail(null!, Half)),
        ["rsr: scale null"] = Null("scale", () => new RankSumRatioAggregation().Detail(Matrix.FromRows([1.0], [2], [3]), [1]).FitGrading(null!)),
        ["rsr: two ratios"] = Operation("fewer than three different ratios", () => new RankSumRatioAggregation().Detail(Matrix.FromRows([1.0], [2], [2]), [1]).FitGrading(Scale)),
        ["outranking: null"] = Null("scores", () => OutrankingMatrix.Of(null!, Half)),
        ["outranking: weights"] = Bad("weights", "One weight for each column", () => OutrankingMatrix.Of(Two, [1])),
        ["outranking: weight"] = Bad("weights", "negative or not a number", () => OutrankingMatrix.Of(Two, [1, double.PositiveInfinity])),

        // distances
        ["topsis: column of zeros"] = Bad("scores", "Column 1 is zero everywhere", () => Aggregation.Topsis().Fit(Matrix.FromRows([1, 0], [2, 0]), Half)),
        ["topsis: number of scores"] = Bad("scores", "another number of scores", () => Topsis.Distances([1], Half)),
        ["topsis: number of weights"] = Bad("weights", "One weight for each score", () => Topsis.Distances([1, 2], [1])),
        ["topsis: weight"] = Bad("weights", "negative or not a number", () => Topsis.Distances([1, 2], [1, -1])),
        ["topsis: later score"] = Bad("scores", "Column 1 had no score", () => Aggregation.Topsis().Fit(Holed, Half)!.Aggregate([1, 2], Half)),
        ["topsis: null"] = Null("Norms", () => _ = Topsis with { Norms = null! }),
        ["topsis: detail"] = Bad("weights", "One weight for each column", () => new TopsisAggregation().Detail(Two, [1])),
        ["vikor: strategy below 0"] = Range("Strategy", "lies in 0…1", () => Aggregation.Vikor(-0.1)),
        ["vikor: strategy above 1"] = Range("Strategy", "lies in 0…1", () => Aggregation.Vikor(1.1)),
        ["vikor: number of scores"] = Bad("scores", "another number of scores", () => Vikor.Measures([1], Half)),
        ["vikor: number of weights"] = Bad("weights", "One weight for each score", () => Vikor.Measures([1, 2], [1])),
        ["vikor: weights that sum to 0"] = Bad("weights", "negative or not a number", () => Vikor.Measures([1, 2], [1, -1])),
        ["vikor: weight no number"] = Bad("weights", "negative or not a number", () => Vikor.Measures([1, 2], [1, double.NaN])),
        ["vikor: later score"] = Bad("scores", "Column 1 had no score", () => Aggregation.Vikor().Fit(Holed, Half)!.Aggregate([1, 2], Half)),
        ["vikor: detail"] = Bad("weights", "One weight for each column", () => new VikorAggregation().Detail(Two, [1])),

        // grey relation
        ["grey: null"] = Null("series", () => GreyRelation.Of([1, 2], null!)),
        ["grey: resolution 0"] = Range("rho", "lies in (0, 1]", () => Aggregation.GreyRelation(0)),
        ["grey: resolution above 1"] = Range("rho", "lies in (0, 1]", () => GreyRelation.Of([1, 2], Two, rho: 1.01)),
        ["grey: reference"] = Bad("reference", "one figure for each row", () => GreyRelation.Of([1], Two)),
        ["grey: weights"] = Bad("weights", "One weight for each row", () => GreyRelation.Of([1, 2], Two, [1])),
        ["grey: weight"] = Bad("weights", "negative or not a number", () => GreyRelation.Of([1, 2], Two, [1, -1])),
        ["grey: later score"] = Bad("scores", "Column 1 had no score", () => Aggregation.GreyRelation().Fit(Holed, Half)!.Aggregate([1, 2], Half)),

        // Mazziotta-Pareto, benefit of the doubt
        ["mpi: constant column"] = Bad("scores", "Column 1 has one value only", () => Aggregation.MazziottaPareto().Fit(Constant, Half)),
        ["mpi: references"] = Bad("scores", "one reference value for each column", () => new MazziottaParetoAggregation { References = [1] }.Fit(Two, Half)),
        ["mpi: references null"] = Null("References", () => _ = new MazziottaParetoAggregation { References = null! }),
        ["mpi: later score"] = Bad("scores", "Column 1 had no score", () => Aggregation.MazziottaPareto().Fit(Holed, Half)!.Aggregate([1, 2], Half)),
        ["bod: negative score"] = Bad("scores", "Column 1 has a negative score", () => Aggregation.BenefitOfTheDoubt().Fit(Matrix.FromRows([1, -1]), Half)),
        ["bod: later negative score"] = Bad("scores", "negative score", () => Doubt.Aggregate([1, -1], Half)),
        ["bod: weights of a negative score"] = Bad("scores", "negative score", () => Doubt.WeightsOf([1, -1])),
        ["bod: weights of other scores"] = Bad("scores", "another number of scores", () => Doubt.WeightsOf([1])),
        ["bod: least share below 0"] = Operation("No weights have these shares", () => Aggregation.BenefitOfTheDoubt(-0.1).Fit(Two, Half)),
        ["bod: least share"] = Operation("No weights have these shares", () => Aggregation.BenefitOfTheDoubt(0.51).Fit(Two, Half)),
        ["bod: largest share"] = Operation("No weights have these shares", () => Aggregation.BenefitOfTheDoubt(0, 0.49).Fit(Two, Half)),
        ["bod: null"] = Null("Frontier", () => _ = Doubt with { Frontier = null! }),

        // fuzzy evaluation
        ["fuzzy: null"] = Null("memberships", () => Fuzzy.Evaluate(Half, null!)),
        ["fuzzy: weights"] = Bad("weights", "One weight for each factor", () => Fuzzy.Evaluate([1], Matrix.FromRows([1, 0], [0, 1]))),
        ["fuzzy: weight"] = Bad("weights", "negative or not a number", () => Fuzzy.Evaluate([1, -1], Matrix.FromRows([1, 0], [0, 1]))),
        ["fuzzy: below 0"] = Bad("memberships", "Factor 1 has a membership outside", () => Fuzzy.Evaluate(Half, Matrix.FromRows([1, 0], [-0.1, 1]))),
        ["fuzzy: above 1"] = Bad("memberships", "Factor 0 has a membership outside", () => Fuzzy.Evaluate(Half, Matrix.FromRows([1.1, 0], [0, 1]))),
        ["fuzzy: some missing"] = Bad("memberships", "Factor 1 has some memberships and lacks others", () => Fuzzy.Evaluate(Half, Matrix.FromRows([1, 0], [0, double.NaN]))),
        ["fuzzy: no weight on what is there"] = Bad("memberships", "No factor with weight", () => Fuzzy.Evaluate([1, 0], Matrix.FromRows([double.NaN, double.NaN], [0, 1]))),
        ["fuzzy: zeros made to sum to 1"] = Operation("All composed memberships are zero", () => new FuzzyEvaluation { Normalization = FuzzyNormalization.SumToOne }.Evaluate(Half, Matrix.FromRows([0, 0], [0, 0]))),
        ["fuzzy: grade scores"] = Bad("gradeScores", "One score for each grade", () => Fuzzy.Evaluate(Half, Matrix.FromRows([1, 0], [0, 1])).WeightedAverage([1])),
        ["votes: negative"] = Bad("votes", "count of votes is negative", () => FuzzyEvaluation.MembershipsOfVotes([3, -1])),
        ["votes: none"] = Bad("votes", "Nobody voted", () => FuzzyEvaluation.MembershipsOfVotes([0, 0])),
        ["typical: none"] = Bad("typical", "at least one grade", () => FuzzyEvaluation.MembershipsOfValue(1, [])),
        ["typical: equal"] = Bad("typical", "each above the one before", () => FuzzyEvaluation.MembershipsOfValue(1, [2, 2])),
        ["typical: infinite"] = Bad("typical", "are numbers", () => FuzzyEvaluation.MembershipsOfValue(1, [2, double.PositiveInfinity])),
        ["typical scores: null"] = Null("TypicalScores", () => Aggregation.Fuzzy(null!)),
        ["typical scores: none"] = Bad("TypicalScores", "at least one grade", () => Aggregation.Fuzzy()),
        ["typical scores: falling"] = Bad("TypicalScores", "each above the one before", () => Aggregation.Fuzzy(60, 0)),

        // grades
        ["fixed: null"] = Null("Cuts", () => Grading.Fixed(null!)),
        ["fixed: rising"] = Bad("Cuts", "each below the one before", () => Grading.Fixed(60, 80)),
        ["fixed: equal"] = Bad("Cuts", "each below the one before", () => Grading.Fixed(60, 60)),
        ["fixed: no number"] = Bad("Cuts", "The cuts are numbers", () => Grading.Fixed(double.NaN, 60)),
        ["fixed: too few"] = Bad("cuts", "4 grades need 3 cuts, not 2", () => Grading.Fixed(90, 60).Fit([])),
        ["multiples: null"] = Null("Multiples", () => _ = new StandardDeviationGrading { Multiples = null! }),
        ["multiples: equal"] = Bad("Multiples", "each above the one before", () => _ = new StandardDeviationGrading { Multiples = [0, 0, 1] }),
        ["multiples: infinite"] = Bad("Multiples", "The multiples are numbers", () => _ = new StandardDeviationGrading { Multiples = [0, 1, double.PositiveInfinity] }),
        ["multiples: too few"] = Operation("one multiple fewer than words", () => new StandardDeviationGrading { Multiples = [0, 1] }.Fit([1, 2])),
        ["deviations: constant"] = Bad("scores", "two different scores", () => Grading.StandardDeviations().Fit([5, 5])),
        ["deviations: nothing"] = Bad("scores", "no score to fit", () => Grading.StandardDeviations().Fit([double.NaN])),
        ["deviations: infinite"] = Bad("scores", "A score is infinite", () => Grading.StandardDeviations().Fit([1, double.PositiveInfinity])),
        ["intervals: constant"] = Bad("scores", "two different scores", () => Grading.EqualIntervals().Fit([5, 5])),
        ["intervals: nothing"] = Bad("scores", "no score to fit", () => Grading.EqualIntervals().Fit([])),
        ["intervals: infinite"] = Bad("scores", "A score is infinite", () => Grading.EqualIntervals().Fit([1, double.NegativeInfinity])),
        ["quantiles: nothing"] = Bad("scores", "no score to fit", () => Grading.Quantiles().Fit([double.NaN])),
        ["quantiles: infinite"] = Bad("scores", "A score is infinite", () => Grading.Quantiles().Fit([1, double.PositiveInfinity])),
        ["breaks: one class"] = Range("classes", "", () => NaturalBreaks.Of([1, 2], 1)),
        ["breaks: infinite"] = Bad("values", "A value is infinite", () => NaturalBreaks.Of([1, 2, double.NegativeInfinity], 2)),
        ["breaks: too few values"] = Bad("values", "4 classes need as many different values; there are 3", () => NaturalBreaks.Of([1, 1, 2, 2, 3, 3], 4)),
        ["grades: scale null"] = Null("scale", () => _ = new FittedGrading(null!, [])),
        ["grades: cuts null"] = Null("cuts", () => _ = new FittedGrading(Scale, null!)),
        ["grades: too many cuts"] = Bad("cuts", "4 grades need 3 cuts, not 4", () => _ = new FittedGrading(Scale, [1, 2, 3, 4])),
        ["grades: cut no number"] = Bad("cuts", "A cut is not a number", () => _ = new FittedGrading(Scale, [1, double.NaN, 2])),
        ["grades: falling"] = Bad("cuts", "do not ascend", () => _ = new FittedGrading(Scale, [1, 3, 2])),
        ["cap: no word"] = Bad("Grade", "named by its word", () => BottomLineRule.CapGrade(" ")),
        ["cap: scale null"] = Null("scale", () => ((GradeCapRule)BottomLineRule.CapGrade("中")).Apply(Scale[0], null!)),
        ["cap: unknown word"] = Bad("scale", "优 > 良 > 中 > 差 has no grade called '合格'", () => ((GradeCapRule)BottomLineRule.CapGrade("合格")).Apply(Scale[0], Scale)),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Says_what_is_wrong(string name)
    {
        (Type type, string? argument, string words, Action act) = Cases[name];
        Exception error = Assert.Throws(type, act);
        Assert.Equal(argument, (error as ArgumentException)?.ParamName);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    private static (Type, string?, string, Action) Bad(string argument, string words, Action act) => (typeof(ArgumentException), argument, words, act);

    private static (Type, string?, string, Action) Range(string argument, string words, Action act) => (typeof(ArgumentOutOfRangeException), argument, words, act);

    private static (Type, string?, string, Action) Null(string argument, Action act) => (typeof(ArgumentNullException), argument, "", act);

    private static (Type, string?, string, Action) Operation(string words, Action act) => (typeof(InvalidOperationException), null, words, act);

    private static (Type, string?, string, Action) Quantified(Quantifier quantifier) => Operation("0 ≤ low < high ≤ 1 and a positive exponent", () => quantifier.Of(0.5));
}
