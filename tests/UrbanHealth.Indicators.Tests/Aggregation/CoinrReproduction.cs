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
        yield return new("coinr_asem/A_dset_Aggregated.csv", "arithmetic mean", 1e-10, () =>
            new CoinrIndex("A_dset_Normalised.csv").Aggregate(_ => Indicators.Aggregation.Arithmetic()).DeviationFrom("A_dset_Aggregated.csv")) { Note = note };
        yield return new("coinr_asem/A_agg_amean_PCAweights.csv", "arithmetic mean", 1e-10, () =>
            new CoinrIndex("A_dset_Normalised.csv").Aggregate(_ => Indicators.Aggregation.Arithmetic(), CoinrIndex.Weights("A_pca_weightset_level1.csv")).DeviationFrom("A_agg_amean_PCAweights.csv")) { Note = "weights of principal components, some negative" };
        yield return new("coinr_asem/D_amean_NAskip.csv", "arithmetic mean", 1e-10, () =>
            new CoinrIndex("D_normalised_withNA.csv").Aggregate(_ => Indicators.Aggregation.Arithmetic()).DeviationFrom("D_amean_NAskip.csv")) { Note = "missing children left out" };
        yield return new("coinr_asem/D_amean_datthresh_0.9.csv", "arithmetic mean", 1e-10, () =>
            new CoinrIndex("D_normalised_withNA.csv").Aggregate(_ => Indicators.Aggregation.Arithmetic(), null, _ => 0.9).DeviationFrom("D_amean_datthresh_0.9.csv")) { Note = "coverage of 0.9 asked for" };
        yield return new("coinr_asem/D_amean_datthresh_0.75_0.5_0.5.csv", "arithmetic mean", 1e-10, () =>
            new CoinrIndex("D_normalised_withNA.csv").Aggregate(_ => Indicators.Aggregation.Arithmetic(), null, level => level == 1 ? 0.75 : 0.5).DeviationFrom("D_amean_datthresh_0.75_0.5_0.5.csv")) { Note = "coverage of 0.75, 0.5, 0.5 asked for" };
    }

    private static ReferenceCheck Of(string file, string method, Func<int, Indicators.Aggregation> at, string? weights = null) =>
        new($"coinr_asem/{file}", method, 1e-10, () => new CoinrIndex("C_normalised_1_100.csv").Aggregate(at, weights is null ? null : CoinrIndex.Weights(weights)).DeviationFrom(file));
}
