using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>The Handbook's aggregations of the technology achievement index.</summary>
public class TaiReproduction : IReferenceChecks
{
    private static readonly string[] Methods = ["EW", "FA", "BAP", "AHP"];

    IEnumerable<ReferenceCheck> IReferenceChecks.Checks()
    {
        yield return Other("TOPSIS", Indicators.Aggregation.Topsis(), "topsis_vecnorm_equalw");
        yield return Other("rank-sum ratio", Indicators.Aggregation.RankSumRatio(), "rsr_avgties");
        yield return Other("MPI, population", Indicators.Aggregation.MazziottaPareto(), "MPI_pop");
        yield return Other("MPI, sample", new MazziottaParetoAggregation { Denominator = VarianceDenominator.Sample }, "MPI_sample");
        yield return Other("AMPI", Indicators.Aggregation.AdjustedMazziottaPareto(), "AMPI_minmax70_130_pop");
        // the file counts an area as beaten by itself, so that its scores do not sum to zero; COINr's do, as ours
        yield return new("tai/calc_copeland_geo.csv", "Copeland rule", 0, () => Tai.Deviation([.. Tai.Column("calc_copeland_geo.csv", "copeland23").Select(c => c + 1)], Tai.Composites(Indicators.Aggregation.Copeland(), Tai.Scores("tai23_raw.csv"), Tai.Equal))) { Note = "the file counts every area as beaten by itself; compared after adding that 1 back" };
        yield return Bod("BOD_unc", Indicators.Aggregation.BenefitOfTheDoubt(), "calc_minmax.csv", "no bounds, min-max scores");
        yield return Bod("BOD_raw", Indicators.Aggregation.BenefitOfTheDoubt(), "tai23_raw.csv", "no bounds, raw figures");
        yield return Bod("BOD_w10_15", Indicators.Aggregation.BenefitOfTheDoubt(0.10, 0.15), "calc_minmax.csv", "shares 0.10…0.15, min-max scores");
        yield return new("tai/hb_table19_BOD.csv", "benefit of the doubt", 0.01, () => Tai.Deviation(Tai.Printed("hb_table19_BOD.csv", "CI"), Tai.Composites(Indicators.Aggregation.BenefitOfTheDoubt(0.10, 0.15), Tai.Scores("calc_minmax.csv"), Tai.Equal))) { Note = "printed to two digits" };
        yield return new("tai/hb_table23_ranks_by_weighting.csv", "ranking by benefit of the doubt", 0, () => Tai.Deviation(Tai.Printed("hb_table23_ranks_by_weighting.csv", "BOD"),
            Ranking.Of([.. Tai.Composites(Indicators.Aggregation.BenefitOfTheDoubt(0.10, 0.15), Tai.Scores("calc_minmax.csv"), Tai.Equal).Select(x => Math.Round(x, 12))])))
        { Note = "column BOD, 23 of 23 ranks" };
        yield return new("tai/calc_copeland_geo.csv", "geometric mean of raw figures", 1e-10, () => Tai.Deviation(Tai.Column("calc_copeland_geo.csv", "geo_raw"), Tai.Composites(Indicators.Aggregation.Geometric(), Tai.Scores("tai23_raw.csv"), Tai.Equal)));
        yield return new("tai/calc_scores_by_method.csv", "arithmetic mean", 1e-10, () => Tai.Deviation(Tai.Column("calc_scores_by_method.csv", "EW"), Tai.Composites(Indicators.Aggregation.Arithmetic(), Tai.Scores("calc_minmax.csv"), Tai.Equal))) { Note = "column EW" };
        yield return new("tai/calc_ranks_by_method.csv", "ranking of the scores", 0, () => Methods.Max(m => Tai.Deviation(Tai.Column("calc_ranks_by_method.csv", m), Ranking.Of(Tai.Column("calc_scores_by_method.csv", m))))) { Note = "columns EW, FA, BAP, AHP" };
        yield return new("tai/hb_table36_outranking5.csv", "outranking matrix", 0, OutrankingDeviation) { Note = "from the raw figures of table 35" };
        yield return new("tai/hb_table38_ranks_by_aggregation.csv", "ranking of geometric means of raw figures", 0, () => Tai.Deviation(Tai.Printed("hb_table38_ranks_by_aggregation.csv", "GME"), Ranking.Of(Tai.Composites(Indicators.Aggregation.Geometric(), Tai.Scores("tai23_raw.csv"), Tai.Equal)))) { Note = "column GME, 23 of 23 ranks" };
        yield return new("tai/hb_table38_ranks_by_aggregation.csv", "ranking of arithmetic means", 0, () => Tai.Deviation(Tai.Printed("hb_table38_ranks_by_aggregation.csv", "LIN"), Ranking.Of(Tai.Composites(Indicators.Aggregation.Arithmetic(), Tai.Scores("calc_goalpost_scores.csv"), Tai.Equal)))) { Note = "column LIN, 23 of 23 ranks, on goalpost scores" };
        yield return new("tai/hb_table23_ranks_by_weighting.csv", "ranking of arithmetic means", 0, () => Math.Max(
            Tai.Deviation(Tai.Printed("hb_table23_ranks_by_weighting.csv", "EW"), Ranking.Of(Tai.Composites(Indicators.Aggregation.Arithmetic(), Tai.Scores("calc_goalpost_scores.csv"), Tai.Equal))),
            Tai.Deviation(Tai.Printed("hb_table23_ranks_by_weighting.csv", "BAP"), Ranking.Of(Tai.Composites(Indicators.Aggregation.Arithmetic(), Tai.Scores("calc_goalpost_scores.csv"), BudgetWeights("BAP"))))))
        { Note = "columns EW and BAP, 23 of 23 ranks each, on goalpost scores" };
    }

    IEnumerable<(string File, string Reason)> IReferenceChecks.NotCovered() =>
    [
        ("tai/hb_table38_ranks_by_aggregation.csv, column NCMC", "the Handbook's ranking is Kemeny's, which is not Copeland's; the outranking matrix it starts from is reproduced"),
    ];

    [ReferenceFact]
    public void Five_countries_outrank_each_other_as_printed() => Assert.Equal(0, OutrankingDeviation());

    private static ReferenceCheck Other(string name, Indicators.Aggregation method, string column) =>
        new("tai/calc_other_aggregations.csv", name, 1e-10, () => Tai.Deviation(Tai.Column("calc_other_aggregations.csv", column), Tai.Composites(method, Tai.Scores("tai23_raw.csv"), Tai.Equal)));

    private static ReferenceCheck Bod(string column, Indicators.Aggregation method, string scores, string note) =>
        new("tai/calc_scores_by_method.csv", $"benefit of the doubt, {column}", 1e-10, () => Tai.Deviation(Tai.Column("calc_scores_by_method.csv", column), Tai.Composites(method, Tai.Scores(scores), Tai.Equal))) { Note = note };

    private static double[] BudgetWeights(string method)
    {
        ReferenceTable table = Reference.Csv("tai/hb_table22_weights_by_method.csv");
        string[] row = table.Rows.First(r => r[0] == method);
        return [.. row.Skip(1).Select(Reference.Number)];
    }

    private static double OutrankingDeviation()
    {
        OutrankingMatrix m = OutrankingMatrix.Of(Tai.Scores("hb_table35_raw5_4dec.csv"), Tai.Equal);
        ReferenceTable printed = Reference.Csv("tai/hb_table36_outranking5.csv");
        double largest = 0;
        for (int i = 0; i < m.Size; i++)
            for (int k = 0; k < m.Size; k++)
                largest = Math.Max(largest, Math.Abs(m[i, k] - Reference.Number(printed.Rows[i][k + 1])));
        return largest;
    }
}
