using System.Text.Json;
using UrbanHealth.Indicators.Tests.Numerics;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Robustness;

/// <summary>Which uncertain input moves the result: Sobol' indices and Morris screening.</summary>
public class SensitivityTests : IReferenceChecks
{
    private static readonly Lazy<IReadOnlyList<SensitivityIndex>> Plain = new(() => new SobolAnalysis { Points = 8192, Sample = SampleKind.Sobol, Resamples = 0 }.Run(3, Ishigami));

    [ReferenceFact]
    public void Ishigami_estimates_are_those_of_the_same_sample_and_estimators()
    {
        JsonElement checks = SobolSequenceTests.Checks("mcda/sobol_ishigami/expected.json");
        Near.Check(checks, "estimate_S1_Saltelli2010_N8192_unscrambled_Sobol_6d", [.. Plain.Value.Select(s => s.First)]);
        Near.Check(checks, "estimate_ST_Jansen_N8192", [.. Plain.Value.Select(s => s.Total)]);
    }

    [ReferenceFact]
    public void Analytic_indices_of_the_Ishigami_function_lie_within_the_intervals()
    {
        JsonElement checks = SobolSequenceTests.Checks("mcda/sobol_ishigami/expected.json");
        Within(checks, new SobolAnalysis { Points = 2048, Resamples = 200, Confidence = 0.99 }.Run(3, Ishigami));
    }

    [ReferenceFact]
    public void Analytic_indices_of_the_G_function_lie_within_the_intervals()
    {
        double[] a = [.. Near.Flatten(Reference.Json("mcda/sobol_g/input.json").GetProperty("a"))];
        // one seed: twelve intervals of 99 % miss once in eight samples
        Within(SobolSequenceTests.Checks("mcda/sobol_g/expected.json"), new SobolAnalysis { Points = 4096, Resamples = 100, Confidence = 0.99, Seed = 6 }.Run(6, x => x.Select((u, i) => (Math.Abs(4 * u - 2) + a[i]) / (1 + a[i])).Aggregate(1.0, (p, q) => p * q)));
    }

    [ReferenceFact]
    public void Another_librarys_design_gives_its_indices()
    {
        (double[] a, double[] b, double[][] mixed, double[] first, double[] total) = Coin();
        IReadOnlyList<SensitivityIndex> indices = new SobolAnalysis { Denominator = VarianceDenominator.Sample, Resamples = 0 }.Indices(a, b, mixed);
        Near.Relative(first, [.. indices.Select(s => s.First)], 1e-12);
        Near.Relative(total, [.. indices.Select(s => s.Total)], 1e-12);
    }

    [Fact]
    public void An_input_that_does_nothing_has_index_zero_and_an_additive_model_no_interactions()
    {
        IReadOnlyList<SensitivityIndex> indices = new SobolAnalysis { Points = 4096, Resamples = 0 }.Run(3, x => 3 * x[0] + x[2]);
        Near.Absolute(0.9, indices[0].First, 0.01); // 9 : 1
        Near.Absolute(0.9, indices[0].Total, 0.01);
        Assert.Equal((0, 0), (indices[1].First, indices[1].Total));
    }

    [Fact]
    public void An_output_that_does_not_vary_or_is_not_finite_has_no_indices()
    {
        Assert.Throws<ArgumentException>(() => new SobolAnalysis { Points = 8 }.Run(2, _ => 5));
        Assert.Throws<ArgumentException>(() => new SobolAnalysis { Points = 8 }.Run(2, x => x[0] > 0.5 ? double.NaN : 1));
        Assert.Throws<InvalidOperationException>(() => new SobolAnalysis { Points = 8, Confidence = 95 }.Run(2, x => x[0]));
    }

    [Fact]
    public void Twenty_inputs_of_an_additive_function_have_the_shares_of_their_squared_slopes()
    {
        // Σ j·xⱼ: the variance of j·xⱼ is j²/12, and Σ j² of 1 … 20 is 2,870
        IReadOnlyList<SensitivityIndex> indices = new SobolAnalysis { Points = 4096, Resamples = 0 }.Run(20, x => x.Select((u, i) => (i + 1) * u).Sum());
        for (int j = 0; j < 20; j++)
        {
            Near.Absolute((j + 1) * (j + 1) / 2870.0, indices[j].First, 0.004);
            Near.Absolute((j + 1) * (j + 1) / 2870.0, indices[j].Total, 0.004);
        }
    }

    [Fact]
    public void Beyond_256_inputs_the_sample_is_random_and_a_plain_sequence_is_refused()
    {
        var few = new SobolAnalysis { Points = 2, Resamples = 0 };
        double First(IReadOnlyList<double> x) => x[0];
        Assert.NotEqual((few with { Sample = SampleKind.Random }).Run(256, First)[0], few.Run(256, First)[0]);
        Assert.Equal((few with { Sample = SampleKind.Random }).Run(257, First)[0], few.Run(257, First)[0]);
        Assert.NotEmpty((few with { Sample = SampleKind.Sobol }).Run(256, First));
        Assert.Equal("inputs", Assert.Throws<ArgumentException>(() => (few with { Sample = SampleKind.Sobol }).Run(257, First)).ParamName);
    }

    [Fact]
    public void Elementary_effects_of_a_straight_line_are_its_slopes()
    {
        IReadOnlyList<ElementaryEffects> effects = new MorrisScreening { Trajectories = 6 }.Run(3, x => 5 * x[0] - 2 * x[1] + 7);
        Near.Relative([5, -2, 0], [.. effects.Select(e => e.Mean)], 1e-12);
        Near.Relative([5, 2, 0], [.. effects.Select(e => e.MeanSize)], 1e-12);
        Near.Relative([0, 0, 0], [.. effects.Select(e => e.Deviation)], 1e-12);
        Assert.All(effects, e => Assert.Equal(6, e.Count));
    }

    [Fact]
    public void Opposite_effects_cancel_in_the_mean_but_not_in_the_mean_size()
    {
        // |x − ½| rises on one side and falls on the other: on a grid of four levels every step of 2/3 crosses from 0 to 2/3 or 1/3 to 1
        IReadOnlyList<ElementaryEffects> effects = new MorrisScreening { Trajectories = 400 }.Run(1, x => Math.Abs(x[0] - 0.5));
        Near.Absolute(0.5, effects[0].MeanSize, 1e-12); // (1/2 − 1/6)/(2/3)
        Near.Absolute(0, effects[0].Mean, 0.1);
        Assert.True(effects[0].Deviation > 0.45);
    }

    IEnumerable<ReferenceCheck> IReferenceChecks.Checks()
    {
        yield return new("mcda/sobol_ishigami", "Sobol' indices", 1e-9, () =>
        {
            JsonElement checks = SobolSequenceTests.Checks("mcda/sobol_ishigami/expected.json");
            return Near.Flatten(checks.GetProperty("estimate_S1_Saltelli2010_N8192_unscrambled_Sobol_6d").GetProperty("value")).Zip(Plain.Value, (e, s) => Near.Deviation(e, s.First))
                .Concat(Near.Flatten(checks.GetProperty("estimate_ST_Jansen_N8192").GetProperty("value")).Zip(Plain.Value, (e, s) => Near.Deviation(e, s.Total))).Max();
        });
        yield return new("mcda/sobol_g", "Sobol' indices", 0.05, () =>
        {
            double[] a = [.. Near.Flatten(Reference.Json("mcda/sobol_g/input.json").GetProperty("a"))];
            JsonElement checks = SobolSequenceTests.Checks("mcda/sobol_g/expected.json");
            IReadOnlyList<SensitivityIndex> indices = new SobolAnalysis { Points = 4096, Resamples = 0, Seed = 6 }.Run(6, x => x.Select((u, i) => (Math.Abs(4 * u - 2) + a[i]) / (1 + a[i])).Aggregate(1.0, (p, q) => p * q));
            return Near.Flatten(checks.GetProperty("S1").GetProperty("value")).Zip(indices, (e, s) => Near.Deviation(e, s.First))
                .Concat(Near.Flatten(checks.GetProperty("ST").GetProperty("value")).Zip(indices, (e, s) => Near.Deviation(e, s.Total))).Max();
        })
        { Note = "the analytic indices against estimates from 4,096 points; that they lie within the intervals is tested" };
        yield return new("coinr_asem/G_SA_ishigami_indices.csv", "Sobol' indices", 1e-12, () =>
        {
            (double[] a, double[] b, double[][] mixed, double[] first, double[] total) = Coin();
            IReadOnlyList<SensitivityIndex> indices = new SobolAnalysis { Denominator = VarianceDenominator.Sample, Resamples = 0 }.Indices(a, b, mixed);
            return first.Zip(indices, (e, s) => Near.Deviation(e, s.First)).Concat(total.Zip(indices, (e, s) => Near.Deviation(e, s.Total))).Max();
        });
    }

    private static double Ishigami(IReadOnlyList<double> u)
    {
        double[] x = [.. u.Select(v => -Math.PI + 2 * Math.PI * v)];
        return Math.Sin(x[0]) + 7 * Math.Pow(Math.Sin(x[1]), 2) + 0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]);
    }

    private static void Within(JsonElement checks, IReadOnlyList<SensitivityIndex> indices)
    {
        double[] first = [.. Near.Flatten(checks.GetProperty("S1").GetProperty("value"))], total = [.. Near.Flatten(checks.GetProperty("ST").GetProperty("value"))];
        for (int j = 0; j < first.Length; j++)
        {
            Assert.InRange(first[j], indices[j].FirstLow, indices[j].FirstHigh);
            Assert.InRange(total[j], indices[j].TotalLow, indices[j].TotalHigh);
        }
    }

    private static (double[] A, double[] B, double[][] Mixed, double[] First, double[] Total) Coin()
    {
        double[] y = Reference.Csv("coinr_asem/G_SA_ishigami_design_y.csv").Numbers("y");
        int n = y.Length / 5;
        ReferenceTable expected = Reference.Csv("coinr_asem/G_SA_ishigami_indices.csv");
        return (y[..n], y[n..(2 * n)], [y[(2 * n)..(3 * n)], y[(3 * n)..(4 * n)], y[(4 * n)..]], expected.Numbers("Si"), expected.Numbers("STi"));
    }
}
