using System.Collections.Concurrent;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators.Tests.Surveys;

/// <summary>Over 2,000 samples from a generated population, a 95 % interval covers the known truth in 93 to 97 of 100: each estimator, each way of drawing.</summary>
public class CoverageSpecification
{
    private const int Samples = 2000;

    [Fact]
    public void Simple_random_samples() => Hold((population, random, covers) =>
    {
        int[] rows = random.Draw(population.Size, 200);
        SurveyDesign design = SurveyDesign.SimpleRandom(200, population.Size);
        double[] y = population.Of(population.Y, rows), x = population.Of(population.X, rows), rare = population.Of(population.Rare, rows);
        covers("mean", design.Mean(y).Interval(), population.MeanOf(population.Y));
        covers("mean, t", design.Mean(y).Interval(0.95, IntervalMethod.StudentT), population.MeanOf(population.Y));
        covers("total", design.Total(y).Interval(), population.MeanOf(population.Y) * population.Size);
        covers("ratio", design.Ratio(y, x).Interval(), population.MeanOf(population.Y) / population.MeanOf(population.X));
        covers("variance", design.Variance(y).Interval(), population.VarianceOfY);
        covers("median, Woodruff", design.QuantileInterval(y, 0.5), population.MedianOfY);
        covers("share, Wilson", design.Mean(rare).Interval(0.95, IntervalMethod.Wilson), population.MeanOf(population.Rare));
        covers("share, logit", design.Mean(rare).Interval(0.95, IntervalMethod.Logit), population.MeanOf(population.Rare));
        covers("share, Korn-Graubard", design.Mean(rare).Interval(0.95, IntervalMethod.KornGraubard), population.MeanOf(population.Rare));
        CategoricalColumn age = population.Of(population.Age, ["young", "middle", "old"], rows);
        covers("domain mean", design.Mean(y, age)[1].Interval(), population.MeanWhere(i => population.Age[i] == 1));
        covers("difference", design.Difference(y, age, "old", "young").Interval(), population.MeanWhere(i => population.Age[i] == 2) - population.MeanWhere(i => population.Age[i] == 0));
    });

    [Fact]
    public void Calibrated_samples() => Hold((population, random, covers) =>
    {
        int[] rows = random.Draw(population.Size, 200);
        SurveyDesign design = SurveyDesign.SimpleRandom(200, population.Size);
        double[] y = population.Of(population.Y, rows), x = population.Of(population.X, rows);
        double truth = population.MeanOf(population.Y);
        (CategoricalColumn, PopulationMargin) age = (population.Of(population.Age, ["young", "middle", "old"], rows), population.AgeMargin), sex = (population.Of(population.Sex, ["f", "m"], rows), population.SexMargin);
        SurveyDesign raked = design.Raked([age, sex]).Design;
        covers("post-stratified", design.PostStratified(age.Item1, age.Item2).Design.Mean(y).Interval(), truth);
        covers("raked", raked.Mean(y).Interval(), truth);
        covers("raked domain", raked.Mean(y, sex.Item1)[1].Interval(), population.MeanWhere(i => population.Sex[i] == 1));
        AuxiliaryTotal total = new("x", x, population.MeanOf(population.X) * population.Size);
        foreach (CalibrationDistance distance in Enum.GetValues<CalibrationDistance>())
            covers($"calibrated, {distance}", design.Calibrated([sex], [total], new CalibrationOptions { Distance = distance, LowerBound = 0.2, UpperBound = 5 }).Design.Mean(y).Interval(), truth);
    });

    [Fact]
    public void Stratified_clustered_and_two_stage_samples() => Hold((population, random, covers) =>
    {
        double truth = population.MeanOf(population.Y);
        const int Strata = 5, Each = 40, InStratum = 800;
        int[] stratified = [.. Enumerable.Range(0, Strata).SelectMany(h => random.Draw(InStratum, Each).Select(i => h * InStratum + i))];
        SurveyDesign strata = SurveyDesign.Of(Filled(200, 20), new SampleColumns { Strata = CategoricalColumn.Of(stratified.Select(i => $"s{i / InStratum}")), PopulationUnits = Filled(200, InStratum) });
        covers("stratified", strata.Mean(population.Of(population.Y, stratified)).Interval(), truth);

        int[] drawn = random.Draw(400, 50), clustered = [.. drawn.SelectMany(c => Enumerable.Range(c * 10, 10))];
        SurveyDesign clusters = SurveyDesign.Of(Filled(500, 8), new SampleColumns { Clusters = CategoricalColumn.Of(clustered.Select(i => $"c{i / 10}")), PopulationUnits = Filled(500, 400) });
        covers("clustered, t", clusters.Mean(population.Of(population.Y, clustered)).Interval(0.95, IntervalMethod.StudentT), truth);

        int[] inner = [.. drawn.SelectMany(c => random.Draw(10, 4).Select(i => c * 10 + i))];
        SurveyDesign two = SurveyDesign.Of(Filled(200, 20), new SampleColumns { Clusters = CategoricalColumn.Of(inner.Select(i => $"c{i / 10}")), PopulationUnits = Filled(200, 400), SecondStageUnits = Filled(200, 10) });
        covers("two stages, t", two.Mean(population.Of(population.Y, inner)).Interval(0.95, IntervalMethod.StudentT), truth);
    });

    [Fact]
    public void Replicated_samples() => Hold((population, random, covers) =>
    {
        int[] rows = random.Draw(population.Size, 80);
        SurveyDesign design = SurveyDesign.SimpleRandom(80, population.Size);
        double[] y = population.Of(population.Y, rows);
        CategoricalColumn age = population.Of(population.Age, ["young", "middle", "old"], rows);
        covers("jackknife, post-stratified", design.PostStratified(age, population.AgeMargin).Design.Replicated(ReplicationMethod.Jackknife).Mean(y).Interval(0.95, IntervalMethod.StudentT), population.MeanOf(population.Y));
        covers("bootstrap", design.Replicated(ReplicationMethod.Bootstrap, 100, rows[0]).Mean(y).Interval(0.95, IntervalMethod.StudentT), population.MeanOf(population.Y));
    });

    [Fact]
    public void A_skewed_online_sample_raked_to_the_population_covers_and_as_it_comes_it_does_not()
    {
        ConcurrentDictionary<string, int> counts = Count((population, random, covers) =>
        {
            int[] rows = population.Online(random);
            SurveyDesign design = SurveyDesign.Of(Filled(rows.Length, 1), reference: DesignEffectReference.WithReplacement);
            double[] y = population.Of(population.Y, rows);
            SurveyDesign raked = design.Raked([(population.Of(population.Age, ["young", "middle", "old"], rows), population.AgeMargin), (population.Of(population.Sex, ["f", "m"], rows), population.SexMargin)]).Design;
            covers("as it comes", design.Mean(y).Interval(), population.MeanOf(population.Y));
            covers("raked", raked.Mean(y).Interval(), population.MeanOf(population.Y));
        });
        Assert.InRange(counts["raked"], 0.93 * Samples, 0.97 * Samples);
        Assert.True(counts.GetValueOrDefault("as it comes") < 0.1 * Samples, $"{counts.GetValueOrDefault("as it comes")}");
    }

    [Fact]
    public void Poisson_counts()
    {
        int garwood = 0, byar = 0;
        for (int s = 0; s < Samples; s++) // 60 expected: arrivals of exponential gaps
        {
            var random = new Philox(5);
            int count = -1;
            double time = 0;
            for (int k = 0; time < 60; k++, count++) time -= Math.Log(random.Uniform(s, k));
            if (PoissonInterval.Garwood(count).Contains(60)) garwood++;
            if (PoissonInterval.Byar(count).Contains(60)) byar++;
        }
        Assert.InRange(garwood, 0.93 * Samples, 0.97 * Samples);
        Assert.InRange(byar, 0.93 * Samples, 0.97 * Samples);
    }

    private static void Hold(Action<GeneratedPopulation, Drawing, Action<string, ConfidenceInterval, double>> sample)
    {
        ConcurrentDictionary<string, int> counts = Count(sample);
        string[] outside = [.. counts.Where(c => c.Value < 0.93 * Samples || c.Value > 0.97 * Samples).Select(c => $"{c.Key}: {100.0 * c.Value / Samples:F2} %")];
        Assert.NotEmpty(counts);
        Assert.True(outside.Length == 0, string.Join('\n', outside));
    }

    private static ConcurrentDictionary<string, int> Count(Action<GeneratedPopulation, Drawing, Action<string, ConfidenceInterval, double>> sample)
    {
        var population = new GeneratedPopulation();
        var counts = new ConcurrentDictionary<string, int>();
        Parallel.For(0, Samples, s => sample(population, new Drawing(s), (what, interval, truth) => counts.AddOrUpdate(what, interval.Contains(truth) ? 1 : 0, (_, n) => n + (interval.Contains(truth) ? 1 : 0))));
        return counts;
    }

    private static double[] Filled(int n, double value)
    {
        var a = new double[n];
        Array.Fill(a, value);
        return a;
    }
}
