using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.NormalizationRoom;

/// <summary>The reference files of the room, each by its method.</summary>
public class NormalizationReference : IReferenceChecks
{
    IEnumerable<ReferenceCheck> IReferenceChecks.Checks() => AsemChecks().Concat(TaiChecks());

    IEnumerable<(string File, string Reason)> IReferenceChecks.NotCovered() =>
    [
        ("tai/undp_goalposts.csv", "an input: the goalposts used for tai/calc_goalpost_scores.csv"),
        ("coinr_asem/B_goalposts_params.csv", "an input: the goalposts used for coinr_asem/B_n_goalposts_useiMeta.csv"),
        ("coinr_asem/asem_iData.csv", "an input"),
        ("coinr_asem/asem_iMeta.csv", "an input"),
        ("tai/tai23_raw.csv", "an input"),
    ];

    private static IEnumerable<ReferenceCheck> AsemChecks()
    {
        yield return OfTreated("A_dset_Normalised.csv", "min-max 0…100", _ => Normalization.MinMax());
        yield return OfTreated("B_n_minmax.csv", "min-max 0…100", _ => Normalization.MinMax());
        yield return OfTreated("B_n_minmax_1_100.csv", "min-max 1…100", _ => Normalization.MinMax(1, 100));
        yield return OfTreated("C_normalised_1_100.csv", "min-max 1…100", _ => Normalization.MinMax(1, 100));
        yield return OfTreated("B_n_zscore.csv", "z-score", _ => Normalization.ZScore());
        yield return OfTreated("B_n_zscore_10_2.csv", "z-score with mean 10 and deviation 2", _ => Normalization.ZScore(10, 2));
        yield return OfTreated("B_n_rank.csv", "rank", _ => Normalization.Rank());
        yield return OfTreated("B_n_borda.csv", "Borda", _ => Normalization.Borda());
        yield return OfTreated("B_n_prank.csv", "percentile rank", _ => Normalization.PercentileRank());
        yield return OfTreated("B_n_dist2max.csv", "distance to the best", _ => Normalization.DistanceToBest());
        yield return OfTreated("B_n_dist2ref.csv", "distance to a reference area", _ => Normalization.DistanceToArea("BGR"));
        yield return OfTreated("B_n_dist2ref_cap.csv", "distance to a reference area, capped", _ => Normalization.DistanceToArea("BGR", capped: true));
        IReadOnlyDictionary<string, string> targets = AsemColumns.Meta("Target");
        yield return OfTreated("B_n_dist2targ_useiMeta.csv", "distance to a target", c => Normalization.DistanceToTarget(Reference.Number(targets[c])));
        yield return OfTreated("B_n_scaled.csv", "goalposts −50 and 150, not capped", c => AsemColumns.Directions[c] == Direction.LowerIsBetter
            ? new GoalpostNormalization { Worst = 50, Best = -150, Capped = false }
            : new GoalpostNormalization { Worst = -50, Best = 150, Capped = false }) with
        { Note = "COINr flips the sign first: −150 and 50 in raw units where less is better" };
        ReferenceTable posts = Reference.Csv("coinr_asem/B_goalposts_params.csv");
        Dictionary<string, (double Low, double High)> bounds = posts.Rows.ToDictionary(r => r[posts.IndexOf("iCode")],
            r => (Reference.Number(r[posts.IndexOf("goalpost_lower")]), Reference.Number(r[posts.IndexOf("goalpost_upper")])));
        yield return OfTreated("B_n_goalposts_useiMeta.csv", "goalposts, capped", c => AsemColumns.Directions[c] == Direction.LowerIsBetter
            ? Normalization.Goalposts(bounds[c].High, bounds[c].Low)
            : Normalization.Goalposts(bounds[c].Low, bounds[c].High));
        yield return new ReferenceCheck("coinr_asem/B_n_fracmax.csv", "fraction of the best", 1e-10, FractionOfMaximum)
        {
            Note = "more is better: COINr's x/max. Less is better: COINr takes x/min after flipping the sign, which rises with x; ours is its reciprocal min/x, and the check inverts it; columns with negative figures (or a 0 where less is better) are left out",
        };
        yield return new ReferenceCheck("coinr_asem/D_normalised_withNA.csv", "min-max 0…100 with missing figures", 1e-10, () =>
        {
            ReferenceTable denominated = Reference.Csv("coinr_asem/A_dset_Denominated.csv");
            return AsemColumns.Deviation("D_normalised_withNA.csv", c => Scores(Normalization.MinMax(), denominated.Numbers(c), denominated.Text("uCode"), AsemColumns.Directions[c]));
        });
    }

    private static ReferenceCheck OfTreated(string file, string method, Func<string, Normalization> normalization) => new("coinr_asem/" + file, method, 1e-10, () =>
        AsemColumns.Deviation(file, c => Scores(normalization(c), AsemColumns.Treated.Numbers(c), AsemColumns.Treated.Text("uCode"), AsemColumns.Directions[c])));

    private static double FractionOfMaximum()
    {
        double[] Compute(string code)
        {
            double[] x = AsemColumns.Treated.Numbers(code);
            if (AsemColumns.Directions[code] == Direction.HigherIsBetter) return Scores(Normalization.FractionOfBest(), x, [], Direction.HigherIsBetter);
            return Array.ConvertAll(Scores(Normalization.FractionOfBest(), x, [], Direction.LowerIsBetter), s => 1 / s);
        }
        return AsemColumns.Deviation("B_n_fracmax.csv", Compute, AsemColumns.Indicators.Where(IsRatioScale));

        // a negative figure, or a smallest of 0 where less is better, has no such fraction: COINr's numbers mean nothing there
        static bool IsRatioScale(string code) => AsemColumns.Treated.Numbers(code).Min() is double least && (AsemColumns.Directions[code] == Direction.LowerIsBetter ? least > 0 : least >= 0);
    }

    private static IEnumerable<ReferenceCheck> TaiChecks()
    {
        string[] names = Reference.Csv("tai/calc_minmax.csv").Header[1..];
        yield return new("tai/calc_minmax.csv", "min-max 0…1", 1e-10, () => Worst(names.Select(n => (Reference.Csv("tai/calc_minmax.csv").Numbers(n), Scores(Normalization.MinMax(0, 1), Tai(n), [], default)))));
        yield return new("tai/calc_goalpost_scores.csv", "goalposts 0…1, capped", 1e-10, () =>
        {
            ReferenceTable posts = Reference.Csv("tai/undp_goalposts.csv"), e = Reference.Csv("tai/calc_goalpost_scores.csv");
            return Worst(names.Select((n, i) => (e.Numbers(n), Scores(new GoalpostNormalization { Worst = posts.Numbers("lower")[i], Best = posts.Numbers("upper")[i], High = 1 }, Tai(n), [], default))));
        });
        (string Column, Normalization Method, double Scale)[] schooling =
        [
            ("z_sample", Normalization.ZScore(), 1), ("z_pop", Normalization.ZScore(denominator: VarianceDenominator.Population), 1), ("mm", Normalization.MinMax(0, 1), 1),
            ("rm", Normalization.Reference(), 1), ("rb", Normalization.Reference(ReferencePoint.Best), 1), ("rw", Normalization.Reference(ReferencePoint.Worst), 1),
            ("dm", Normalization.Reference(ReferencePoint.Mean, ReferenceForm.RelativeDifference), 1), ("dw", Normalization.Reference(ReferencePoint.Worst, ReferenceForm.RelativeDifference), 1),
            ("prc", new RankNormalization { Score = RankScore.Percentile }, 100), ("prcmax", new RankNormalization { Score = RankScore.Percentile, Ties = TieRule.Largest }, 100),
        ];
        yield return new("tai/calc_schooling_norms.csv", "z-score, min-max, distance to a reference, percentile", 1e-10, () =>
            Worst(schooling.Select(s => (Reference.Csv("tai/calc_schooling_norms.csv").Numbers(s.Column), Array.ConvertAll(Scores(s.Method, Tai("Schooling"), [], default), v => v * s.Scale)))));
        (string Column, Normalization Method, double Scale, double Half)[] printed =
        [
            ("Rank_highIsTop", Normalization.Rank(), 1, 0), ("ZScore", Normalization.ZScore(), 1, 0.005), ("MinMax", Normalization.MinMax(0, 1), 1, 0.005),
            ("DistRefRatio_mean", Normalization.Reference(), 1, 0.005), ("DistRefRatio_best", Normalization.Reference(ReferencePoint.Best), 1, 0.005),
            ("DistRefRatio_worst", Normalization.Reference(ReferencePoint.Worst), 1, 0.005), ("DistRefDiff_mean", Normalization.Reference(ReferencePoint.Mean, ReferenceForm.RelativeDifference), 1, 0.005),
            ("DistRefDiff_worst", Normalization.Reference(ReferencePoint.Worst, ReferenceForm.RelativeDifference), 1, 0.005), ("AboveBelowMean_p20pct", Normalization.AboveBelowMean(), 1, 0),
            ("PercentilePct", new RankNormalization { Score = RankScore.Percentile }, 100, 0.05), ("CategoricalScale", Normalization.Category(), 1, 0),
        ];
        yield return new("tai/hb_table15_schooling_normalisations.csv", "all normalisations of the Handbook's table 15", 1, () => printed.Max(p =>
        {
            double[] e = Reference.Csv("tai/hb_table15_schooling_normalisations.csv").Numbers(p.Column), a = Scores(p.Method, Tai("Schooling"), [], default);
            return e.Zip(a, (x, y) => Math.Abs(x - y * p.Scale) / (p.Half + 1e-9)).Max();
        }))
        { Note = "printed; the deviation is in halves of the last printed digit, and at most 1" };
    }

    private static double[] Tai(string name) => Reference.Csv("tai/tai23_raw.csv").Numbers(name);

    private static double Worst(IEnumerable<(double[] Expected, double[] Actual)> pairs) => pairs.Max(p => p.Expected.Zip(p.Actual, Near.Deviation).Max());

    private static double[] Scores(Normalization normalization, double[] values, string[] areas, Direction direction)
    {
        FittedNormalization fitted = areas.Length == 0 ? normalization.Fit(values, direction) : normalization.Fit(values, areas, direction);
        var scores = new double[values.Length];
        fitted.Apply(values, scores);
        return scores;
    }
}
