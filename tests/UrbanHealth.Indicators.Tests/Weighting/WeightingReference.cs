using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Weights;

/// <summary>The reference files of weights, reproduced whole.</summary>
public class WeightingReference : IReferenceChecks
{
    private const string Tech = "tai/calc_objective_and_combined_weights.csv";

    IEnumerable<ReferenceCheck> IReferenceChecks.Checks() =>
    [
        .. Technology(),
        new("tai/calc_ahp_table20.csv", "AHP", 1e-12, () => Math.Max(
            Example.Deviation(Reference.Csv("tai/calc_ahp_table20.csv").Numbers("eigenvector"), [.. Ahp.Of(Handbook()).Weights]),
            Example.Deviation(Reference.Csv("tai/calc_ahp_table20.csv").Numbers("geomean"), [.. Ahp.Of(Handbook(), new() { Priority = PriorityMethod.GeometricMean }).Weights]))),
        new("tai/calc_varimax_FAweights.csv", "factor analysis", 5e-4, () => Example.Deviation(Reference.Csv("tai/calc_varimax_FAweights.csv").Numbers("FAweight"), Weigh(Weighting.FactorAnalysis()))) { Note = "R's varimax stops early; the rotation here goes on to the maximum" },
        new("tai/hb_table18_FA_weights.csv", "factor analysis", 0.0055, () => Example.Deviation(Reference.Csv("tai/hb_table18_FA_weights.csv").Numbers("PC"), Weigh(Weighting.FactorAnalysis()))) { Note = "printed to two decimals; the PC column" },
        new("tai/hb_table20_AHP_matrix.csv", "AHP", 1e-3, () => Math.Abs(Ahp.Of(Handbook()).ConsistencyRatio - 0.021)) { Note = "the printed consistency ratio 0.021" },
        new("china_entropy_panel/golden_weights.json", "entropy, shift", 1e-12, () => Example.Deviation(EntropyWeightingTests.SixteenCities().Weights, [.. Weighting.Entropy(EntropyZeros.Shift, 0.001).Weigh(EntropyWeightingTests.SixteenCities().Scores).Values])),
        new("china_entropy_panel/golden_scores.csv", "entropy, shift, weighted sum", 1e-12, EntropyWeightingTests.DeviationOfComposites),
        new("coinr_asem/A_effective_weights.csv", "effective weights", 1e-13, EffectiveWeightsTests.Deviation),
        new("coinr_asem/A_pca_weightset_level1.csv", "principal components, first", 1e-10, () => Asem.Groups("Level 1").Max(FirstComponent)) { Note = "up to the sign of each pillar's vector" },
        Folder("ahp_group", "AHP of a group", "AIJ_eigenvector", () => [.. AhpGroup.Of([.. Example.Input("ahp_group").GetProperty("matrices").EnumerateArray().Select(Example.Judgements)]).Weights]),
        Folder("ahp_group_published", "AHP of a group", "AIJ_eigenvector", () => [.. AhpGroup.Of(AhpGroupTests.City200()).Weights]),
        Folder("ahp_travel", "AHP", "criteria_weights_eigenvector", () => [.. Ahp.Of(Judgements("ahp_travel", "criteria")).Weights]),
        Folder("ahp_drinks", "AHP", "weights", () => [.. Ahp.Of(Judgements("ahp_drinks", "matrix")).Weights]),
        Folder("ahp_8x8_approx", "AHP", "weights_true_eigenvector", () => [.. Ahp.Of(Judgements("ahp_8x8_approx", "matrix")).Weights]),
        Folder("ahp_wang_chin", "AHP", "weights_eigenvector", () => [.. Ahp.Of(Judgements("ahp_wang_chin", "matrix")).Weights]),
        Folder("ahp_incomplete", "AHP, optimal completion", "weights_completed_eigenvector", () => [.. Ahp.Of(AhpTests.Pairs(Example.Input("ahp_incomplete"))).Weights], 1e-6, "the file's own optimum is good to 1e-6"),
        Folder("ahp_incomplete", "AHP, logarithmic least squares", "weights_LLSM_incomplete", () => [.. Ahp.Of(AhpTests.Pairs(Example.Input("ahp_incomplete")), new() { Incomplete = IncompleteJudgements.LogarithmicLeastSquares }).Weights]),
        Folder("ahp_incomplete_8x8", "AHP, optimal completion", "lambda_max_completed", () => [Ahp.Of(AhpTests.Pairs(Example.Input("ahp_incomplete_8x8"))).LambdaMax], 1e-7, "λ_max; the file's own optimum is good to 1e-7"),
        Folder("ahp_random_index", "random index", "RI_exact_n3_monte_carlo_n4_to_n7", () => [.. RandomIndex.AlonsoLamata.Values.Take(5)], 1e-2, "a table against a simulation"),
        Folder("bwm_rezaei2015", "best-worst, linear", "linear_weights", () => [.. BestWorst.Of(BestWorstTests.Judgements("bwm_rezaei2015")).LinearWeights]),
        Folder("bwm_consistent", "best-worst, linear", "weights", () => [.. BestWorst.Of(BestWorstTests.Judgements("bwm_consistent")).LinearWeights]),
        Folder("bwm_interval", "best-worst, linear", "linear_weights", () => [.. BestWorst.Of(BestWorstTests.Judgements("bwm_interval")).LinearWeights]),
        Folder("bwm_interval", "best-worst, nonlinear", "interval_centre", () => [.. BestWorst.Of(BestWorstTests.Judgements("bwm_interval")).Centre], 1e-6, "the file's intervals are good to 1e-6"),
        Folder("kendall_w_no_ties", "Kendall's W", "W", () => [KendallConcordance.Of(Matrix.FromColumns(Example.Rows(Example.Input("kendall_w_no_ties").GetProperty("ranks_objects_by_judges")))).W]),
        Folder("kendall_w_ties", "Kendall's W", "W_tie_corrected", () => [KendallConcordance.Of(Matrix.FromRows(Example.Rows(Example.Input("kendall_w_ties").GetProperty("raters_by_objects")))).W]),
        Folder("delphi_anxiety", "Delphi", "CV_sample", () => [.. Delphi.Round(DelphiTests.Anxiety(), 6).Items.Select(i => i.Variation)]),
        Folder("rank_weights", "rank-order centroid", "ROC_n7", () => [.. Weighting.RankOrder([1, 2, 3, 4, 5, 6, 7]).Weigh(Matrix.FromRows(new double[7])).Values]),
        Folder("combine_weights", "game theory", "game_linear_weights", () => Game("combine_weights", "w_subjective", "w_objective")),
        Folder("combine_weights_seven", "game theory, signed", "weights", () => Game("combine_weights_seven", "W")),
        Folder("combine_weights_three", "game theory, signed", "weights_signed", () => Game("combine_weights_three", "W")),
        Folder("combine_weights_deviation", "maximum deviation", "weights", () => [.. Weighting.CombineMaximumDeviation().Combine(Example.Rows(Example.Input("combine_weights_deviation").GetProperty("W")), Matrix.FromRows(Example.Rows(Example.Input("combine_weights_deviation").GetProperty("Z")))).Values]),
        Folder("entropy_panel", "entropy, compressed", "pooled_weights_by_subsystem", () => EntropyWeightingTests.Pooled(Weighting.Entropy(EntropyZeros.Compress, 0.002))),
        Folder("merec", "MEREC", "weights", () => [.. Weighting.Merec(Direction.HigherIsBetter, Direction.HigherIsBetter, Direction.LowerIsBetter, Direction.LowerIsBetter).Weigh(Matrix.FromRows(Example.Rows(Example.Input("merec").GetProperty("X")))).Values]),
        Folder("sd_weights", "CRITIC", "CRITIC_weights(sigma*sum(1-r))", () => [.. Weighting.Critic().Weigh(Matrix.FromRows(Example.Rows(Example.Input("sd_weights").GetProperty("X")))).Values]),
    ];

    IEnumerable<(string File, string Reason)> IReferenceChecks.NotCovered() =>
    [
        ("tai/hb_table22_weights_by_method.csv", "FA differs from the handbook's own table 18, AHP is the mean of 20 experts who are not printed, and BAP comes from a budget allocation that is not printed either"),
        ("tai/hb_table18_FA_weights.csv, ML column", "maximum-likelihood factors are not in the set; the handbook prefers principal components"),
        ("coinr_asem/A_optweights_balance_L2.csv", "a Nelder-Mead search that stopped before its optimum: the exact minimum of the same problem is ten times nearer to the targets in squared distance, and its weights differ by up to 0.09"),
    ];

    private static IEnumerable<ReferenceCheck> Technology()
    {
        EntropyWeighting entropy = Weighting.Entropy(EntropyZeros.Compress, 0.002);
        (string, string, Func<Weighting>)[] columns =
        [
            ("entropy_0ln0", "entropy, 0·ln 0", () => Weighting.Entropy()), ("entropy_eps0.002", "entropy, compressed", () => entropy),
            ("entropy_rawshare", "entropy, raw shares", () => Weighting.Entropy() with { Shares = ColumnScale.AsGiven }), ("critic_std_sampleSD", "CRITIC", Weighting.Critic), ("cv_raw", "coefficient of variation", Weighting.CoefficientOfVariation),
            ("stddev_minmax", "standard deviation", Weighting.StandardDeviation), ("AHP", "AHP", () => Weighting.Ahp(Handbook())), ("comb_linear0.5", "linear combination", () => Weighting.Combine(Weighting.Ahp(Handbook()), entropy)),
            ("comb_multiplicative", "multiplicative combination", () => Weighting.CombineMultiplicative(Weighting.Ahp(Handbook()), entropy)),
            ("comb_game_geomean", "minimum relative entropy", () => Weighting.CombineMinimumRelativeEntropy(Weighting.Ahp(Handbook()), entropy)), ("comb_game_linear", "game theory", () => Weighting.CombineGameTheory(Weighting.Ahp(Handbook()), entropy)),
        ];
        return columns.Select(c => new ReferenceCheck(Tech, c.Item2, 1e-12, () => Example.Deviation(Reference.Csv(Tech).Numbers(c.Item1), Weigh(c.Item3()))));
    }

    private static ReferenceCheck Folder(string folder, string method, string check, Func<double[]> actual, double tolerance = 1e-10, string note = "") =>
        new($"mcda/{folder}", method, tolerance, () => Example.Deviation(folder, check, actual())) { Note = note };

    private static JudgementMatrix Judgements(string folder, string property) => Example.Judgements(Example.Input(folder).GetProperty(property));

    private static double[] Game(string folder, params string[] properties)
    {
        JsonElement input = Example.Input(folder);
        double[][] parts = properties.Length == 1 ? Example.Rows(input.GetProperty(properties[0])) : [.. properties.Select(p => Example.Numbers(input.GetProperty(p)))];
        return [.. (Weighting.CombineGameTheory() with { Normalisation = CoefficientNormalisation.Signed }).Combine(parts).Values];
    }

    private static double FirstComponent((string Parent, string[] Codes) group)
    {
        double[] expected = [.. group.Codes.Select(c => Asem.Pca[c])], found = [.. Weighting.PrincipalComponents(PcaWeights.FirstComponent).Weigh(Asem.Normalised(group.Codes)).Values];
        return Example.Deviation(expected.Sum() < 0 ? [.. expected.Select(e => -e)] : expected, found);
    }

    private static double[] Weigh(Weighting weighting) => [.. weighting.Weigh(Tai.Raw()).Values];

    private static JudgementMatrix Handbook() => JudgementMatrix.FromRows([.. Reference.Csv("tai/hb_table20_AHP_matrix.csv").Rows.Select(r => r.Skip(1).Select(AhpTests.Fraction).ToArray())]);
}
