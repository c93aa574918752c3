using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>COINr's aggregations of the ASEM index.</summary>
public class CoinrReproduction : IReferenceChecks
{
    IEnumerable<ReferenceCheck> IReferenceChecks.Checks()
    {
        const string note = "all four levels, equal weights";
        yield return Of("C_a_amean.csv", "arithmetic mean", _ => Indicators.Aggregation.Arithmetic()) with { Note = note };
        yield return Of("C_a_gmean.csv", "geometric mean", _ => Indicators.Aggregation.Geometric()) with { Note = note };
        yield return Of("C_a_hmean.csv", "harmonic mean", _ => Indicators.Aggregation.Harmonic()) with { Note = note };
        yield return Of("C_a_genmean_p-1.csv", "power mean, p = -1", _ => Indicators.Aggregation.PowerMean(-1)) with { Note = note };
        yield return Of("C_a_genmean_p0.5.csv", "power mean, p = 0.5", _ => Indicators.Aggregation.PowerMean(0.5)) with { Note = note };
        yield return Of("C_a_genmean_p2.csv", "power mean, p = 2", _ => Indicators.Aggregation.PowerMean(2)) with { Note = note };
        yield return Of("C_mixed_amean_gmean_gmean.csv", "arithmetic, then geometric means", level => level == 1 ? Indicators.Aggregation.Arithmetic() : Indicators.Aggregation.Geometric());
        yield return Of("C_a_amean_unequal.csv", "arithmetic mean", _ => Indicators.Aggregation.Arithmetic(), "C_weights_unequal.csv") with { Note = "unequal weights" };
        yield return Of("C_a_gmean_unequal.csv", "geometric mean", _ => Indicators.Aggregation.Geometric(), "C_weights_unequal.csv") with { Note = "unequal weights" };
        yield return new("coinr_asem/C_outrank_matrix_8pillars_equalw.csv", "outranking matrix", 1e-10, () =>
        {
            OutrankingMatrix m = Pillars();
            ReferenceTable table = Reference.Csv("coinr_asem/C_outrank_matrix_8pillars_equalw.csv");
            return table.Rows.Select((r, i) => Enumerable.Range(0, m.Size).Max(k => Near.Deviation(Reference.Number(r[k + 1]), m[i, k]))).Max();
        });
        yield return new("coinr_asem/C_copeland_8pillars_equalw.csv", "Copeland rule", 0, () =>
        {
            ReferenceTable table = Reference.Csv("coinr_asem/C_copeland_8pillars_equalw.csv");
            OutrankingMatrix m = Pillars();
            return Math.Max(Tai.Deviation(table.Numbers("copeland"), m.CopelandScores()), Near.Deviation(table.Numbers("nDominant")[0], m.DominantPairs));
        });
        yield return new("coinr_asem/C_mixed_amean_amean_copeland.csv", "arithmetic means, Copeland rule at the top", 1e-10, () =>
        {
            CoinrIndex index = new CoinrIndex("C_normalised_1_100.csv").Aggregate(level => level == 3 ? Indicators.Aggregation.Copeland() : Indicators.Aggregation.Arithmetic());
            return index.DeviationFrom("C_mixed_amean_amean_copeland.csv");
        });
        yield return new("coinr_asem/C_mixed_copeland_amean_amean.csv", "Copeland rule, then arithmetic means", 1e-10, () =>
        {
            CoinrIndex index = new CoinrIndex("C_normalised_1_100.csv").Aggregate(level => level == 1 ? Indicators.Aggregation.Copeland() : Indicators.Aggregation.Arithmetic());
            return index.DeviationFrom("C_mixed_copeland_amean_amean.csv");
        });
        yield return new("coinr_asem/H_compare_amean_vs_gmean_ranks.csv", "ranks by arithmetic and geometric means", 0, () =>
        {
            ReferenceTable table = Reference.Csv("coinr_asem/H_compare_amean_vs_gmean_ranks.csv");
            double[] a = Ranking.Of(new CoinrIndex("A_dset_Normalised.csv").Aggregate(_ => Indicators.Aggregation.Arithmetic())["Index"]);
            double[] g = Ranking.Of(new CoinrIndex("C_normalised_1_100.csv").Aggregate(_ => Indicators.Aggregation.Geometric())["Index"]);
            return Math.Max(Tai.Deviation(table.Numbers("coin.1"), a), Tai.Deviation(table.Numbers("coin.2"), g));
        });
        yield return new("coinr_asem/A_dset_Aggregated.csv", "arithmetic mean", 1e-10, () =>
            new CoinrIndex("A_dset_Normalised.csv").Aggregate(_ => Indicators.Aggregation.Arithmetic()).DeviationFrom("A_dset_Aggregated.csv"))
        { Note = note };
        yield return new("coinr_asem/A_agg_amean_PCAweights.csv", "arithmetic mean", 1e-10, () =>
            new CoinrIndex("A_dset_Normalised.csv").Aggregate(_ => Indicators.Aggregation.Arithmetic(), CoinrIndex.Weights("A_pca_weightset_level1.csv")).DeviationFrom("A_agg_amean_PCAweights.csv"))
        { Note = "weights of principal components, some negative" };
        yield return new("coinr_asem/D_amean_NAskip.csv", "arithmetic mean", 1e-10, () =>
            new CoinrIndex("D_normalised_withNA.csv").Aggregate(_ => Indicators.Aggregation.Arithmetic()).DeviationFrom("D_amean_NAskip.csv"))
        { Note = "missing children left out" };
        yield return new("coinr_asem/D_amean_datthresh_0.9.csv", "arithmetic mean", 1e-10, () =>
            new CoinrIndex("D_normalised_withNA.csv").Aggregate(_ => Indicators.Aggregation.Arithmetic(), null, _ => 0.9).DeviationFrom("D_amean_datthresh_0.9.csv"))
        { Note = "coverage of 0.9 asked for" };
        yield return new("coinr_asem/D_amean_datthresh_0.75_0.5_0.5.csv", "arithmetic mean", 1e-10, () =>
            new CoinrIndex("D_normalised_withNA.csv").Aggregate(_ => Indicators.Aggregation.Arithmetic(), null, level => level == 1 ? 0.75 : 0.5).DeviationFrom("D_amean_datthresh_0.75_0.5_0.5.csv"))
        { Note = "coverage of 0.75, 0.5, 0.5 asked for" };
    }

    private static OutrankingMatrix Pillars()
    {
        CoinrIndex index = new CoinrIndex("C_normalised_1_100.csv").Aggregate(_ => Indicators.Aggregation.Arithmetic());
        return OutrankingMatrix.Of(index.Of([.. index.ChildrenOf("Conn"), .. index.ChildrenOf("Sust")]), [.. Enumerable.Repeat(0.125, 8)]);
    }

    private static ReferenceCheck Of(string file, string method, Func<int, Indicators.Aggregation> at, string? weights = null) =>
        new($"coinr_asem/{file}", method, 1e-10, () => new CoinrIndex("C_normalised_1_100.csv").Aggregate(at, weights is null ? null : CoinrIndex.Weights(weights)).DeviationFrom(file));
}
