using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>A plan fitted from blocks of areas has the bits of one fitted on the whole panel.</summary>
public class FittingInBlocks
{
    private const int Areas = 2300;
    private static readonly Panel Whole = ManyAreas.Panel(Areas);
    private static readonly string Expected = ManyAreas.Plan.Fit(Whole).ToJson();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    [InlineData(Areas)]
    public void Any_size_of_block_gives_the_model_of_the_whole(int areasPerBlock) =>
        Assert.Equal(Expected, ManyAreas.Plan.Fit(Whole.Blocks(areasPerBlock)).ToJson());

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Any_number_of_threads_gives_the_model_of_the_whole(int threads)
    {
        Panel[] blocks = [.. Whole.Blocks(100)];
        PartialFit fit = ManyAreas.Plan.StartFit();
        do
        {
            string start = fit.ToJson();
            var parts = new PartialFit[threads];
            Parallel.For(0, threads, t =>
            {
                parts[t] = PartialFit.Parse(start);
                for (int b = t; b < blocks.Length; b += threads) parts[t].Add(blocks[b]);
            });
            foreach (PartialFit part in parts) fit.Merge(part);
        } while (fit.NextPass());
        Assert.Equal(Expected, fit.Finish().ToJson());
    }

    [Fact]
    public void The_order_of_the_areas_does_not_show() =>
        Assert.Equal(Expected, ManyAreas.Plan.Fit([.. Whole.Blocks(313).Reverse()]).ToJson());

    [Fact]
    public void Parts_split_anywhere_merge_to_the_whole_whatever_way_they_went_through_JSON()
    {
        Gen.Select(Gen.Int[3, 40], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Int[0, 1000]).Sample((areas, one, two, seed) =>
        {
            Panel panel = ManyAreas.Panel(areas, 0.05, seed);
            int a = (int)(areas * Math.Min(one, two)), b = (int)(areas * Math.Max(one, two));
            Panel[] parts = [panel.Block(0, a), panel.Block(a, b - a), panel.Block(b, areas - b)];
            string? whole = Try(() => ManyAreas.Plan.Fit(panel).ToJson());
            return whole == Try(() =>
            {
                PartialFit fit = ManyAreas.Plan.StartFit();
                do
                {
                    PartialFit[] read = [.. parts.Select(p => PartialFit.Parse(PartialFit.Parse(fit.ToJson()).Add(p).ToJson()))];
                    fit = PartialFit.Parse(fit.ToJson()).Merge(read[2]).Merge(read[0]).Merge(read[1]);
                } while (fit.NextPass());
                return PartialFit.Parse(fit.ToJson()).Finish().ToJson();
            });
        }, iter: 25, threads: 1);

        static string? Try(Func<string> fit)
        {
            try { return fit(); }
            catch (InvalidDocumentException) { return null; } // too few areas for some weights, in both
        }
    }

    [Fact]
    public void Mergeable_normalisations_and_weights_give_the_model_of_the_whole()
    {
        Normalization[] normalizations =
        [
            Normalization.ZScore(), Normalization.Proportion(), Normalization.Proportion(CostForm.Complement), Normalization.Vector(CostForm.Reciprocal), Normalization.FractionOfBest(),
            Normalization.Reference(ReferencePoint.Best, ReferenceForm.RelativeDifference), Normalization.AboveBelowMean(), Normalization.Logistic(),
            Normalization.MinMax().After(new LogTransform()), Normalization.Bands(new BandPoint(0, 0), new BandPoint(100, 1)),
        ];
        Weighting[] weightings =
        [
            Weighting.Equal(), new StandardDeviationWeighting(), new StandardDeviationCorrelationWeighting(), new FactorWeighting(), new EntropyWeighting { Zeros = EntropyZeros.Shift },
            new CriticWeighting { Missing = MissingPairs.CompleteRows }, new PcaWeighting { Rule = PcaWeights.FirstComponentSquared },
        ];
        Panel panel = ManyAreas.Panel(200);
        foreach (Normalization normalization in normalizations) Same(new EvaluationPlan(ManyAreas.Framework) { Normalization = normalization });
        foreach (Weighting weighting in weightings) Same(new EvaluationPlan(ManyAreas.Framework) { Weighting = weighting });
        foreach (Aggregation aggregation in (Aggregation[])[Aggregation.Topsis(), Aggregation.GreyRelation(), Aggregation.AdjustedMazziottaPareto(), Aggregation.Minimum()])
            Same(new EvaluationPlan(ManyAreas.Framework) { Aggregation = aggregation, Grading = Grading.EqualIntervals() });
        Same(new EvaluationPlan(ManyAreas.Framework) { Imputation = Imputation.CarryForward() });

        void Same(EvaluationPlan plan) => Assert.Equal(plan.Fit(panel).ToJson(), plan.Fit(panel.Blocks(33)).ToJson());
    }

    [Fact]
    public void What_needs_a_whole_column_is_refused_by_name_or_kept_by_choice()
    {
        EvaluationPlan plan = new(ManyAreas.Framework)
        {
            NormalizationOf = new Dictionary<string, Normalization> { ["d0i0"] = Normalization.Rank(), ["d0i1"] = Normalization.RobustZ() },
            TreatmentOf = new Dictionary<string, Treatment> { ["d1i1"] = Treatment.Stepwise(Treatment.Winsorize(), Treatment.Log()) },
            Grading = Grading.Quantiles(),
        };
        ValidationReport report = Assert.Throws<InvalidDocumentException>(() => plan.StartFit()).Report;
        Assert.All(report, i => Assert.Equal("plan.not-in-blocks", i.Code));
        Assert.Equal(["d0i0", "d0i1", "d1i1", "all", "D0", "D1", "D2"], report.Select(i => i.Place.Indicator));
        Panel panel = ManyAreas.Panel(300);
        Assert.Equal(plan.Fit(panel).ToJson(), plan.Fit(panel.Blocks(70), wholeColumns: WholeColumnRule.Keep).ToJson());
    }

    [Fact]
    public void What_compares_all_areas_is_refused_by_name_even_so()
    {
        EvaluationPlan plan = new(ManyAreas.Framework)
        {
            Imputation = Imputation.Mean(),
            NormalizationOf = new Dictionary<string, Normalization> { ["d0i0"] = Normalization.DistanceToArea("a000001") },
            WeightingOf = new Dictionary<string, Weighting> { ["D0"] = new MerecWeighting(), ["D1"] = new CriticWeighting { Correlation = CorrelationMethod.Spearman }, ["D2"] = Weighting.Combine(Weighting.Equal(), new CorrelationBalanceWeighting()) },
            AggregationOf = new Dictionary<string, Aggregation> { ["all"] = Aggregation.Copeland() },
        };
        ValidationReport report = Assert.Throws<InvalidDocumentException>(() => plan.StartFit(wholeColumns: WholeColumnRule.Keep)).Report;
        Assert.Equal(["$.imputation", "$.normalization d0i0", "$.aggregation all", "$.weighting D0", "$.weighting D1", "$.weighting D2"], report.Select(i => $"{i.Place.Path} {i.Place.Indicator}".TrimEnd()));
    }

    [Fact]
    public void A_plan_whose_weights_are_given_takes_one_pass_and_one_that_learns_them_more()
    {
        Panel panel = ManyAreas.Panel(20, 0);
        Assert.Equal(1, Passes(new EvaluationPlan(ManyAreas.Framework)));
        Assert.Equal(3, Passes(new EvaluationPlan(ManyAreas.Framework) { Weighting = new StandardDeviationWeighting() })); // figures, dimensions, the whole
        Assert.Equal(5, Passes(new EvaluationPlan(ManyAreas.Framework) { Weighting = Weighting.Entropy() })); // entropy looks twice

        int Passes(EvaluationPlan plan)
        {
            PartialFit fit = plan.StartFit();
            int passes = 0;
            do passes++;
            while (fit.Add(panel).NextPass());
            return passes;
        }
    }

    [Fact]
    public void What_the_whole_cannot_be_fitted_on_the_blocks_cannot_either()
    {
        Panel easy = Small.Panel([1, 1, 1], [2, 5, 3], [7, 8, 9]);
        EvaluationPlan plan = new(Small.Framework);
        string[] whole = Codes(() => plan.Fit(easy)), blocks = Codes(() => plan.Fit(easy.Blocks(1)));
        Assert.Equal(["plan.unfittable-indicator a"], whole);
        Assert.Equal(whole, blocks);
        EvaluationPlan lax = plan with { Unfittable = UnfittableRule.LeaveOut };
        Assert.Equal(lax.Fit(easy).ToJson(), lax.Fit(easy.Blocks(2)).ToJson());

        static string[] Codes(Func<EvaluationModel> fit) => [.. Assert.Throws<InvalidDocumentException>(fit).Report.Select(i => $"{i.Code} {i.Place.Indicator}")];
    }

    [Fact]
    public void Scores_that_an_aggregation_is_not_defined_for_are_an_error_of_the_node()
    {
        EvaluationPlan plan = new(Small.Framework)
        {
            Normalization = Normalization.ZScore(),
            WeightingOf = new Dictionary<string, Weighting> { ["all"] = new StandardDeviationWeighting() },
            AggregationOf = new Dictionary<string, Aggregation> { ["A"] = Aggregation.Geometric() },
        };
        InvalidDocumentException whole = Assert.Throws<InvalidDocumentException>(() => plan.Fit(Small.Easy));
        InvalidDocumentException blocks = Assert.Throws<InvalidDocumentException>(() => plan.Fit(Small.Easy.Blocks(1)));
        Assert.Contains(whole.Report, i => i is { Code: "plan.unfittable-node", Place.Indicator: "A" });
        Assert.Single(blocks.Report, i => i is { Code: "plan.unfittable-node", Place.Indicator: "A" });
    }

    [Fact]
    public void The_baseline_chooses_the_years_to_learn_from()
    {
        EvaluationPlan plan = ManyAreas.Plan;
        Panel panel = ManyAreas.Panel(90);
        Assert.Equal(plan.Fit(panel, YearRange.Of(2023)).ToJson(), plan.Fit(panel.Blocks(20), YearRange.Of(2023)).ToJson());
        Assert.Throws<ArgumentException>(() => plan.Fit(panel.Blocks(20), YearRange.Of(1999)));
    }

    [Fact]
    public void Parts_of_different_passes_plans_or_baselines_do_not_merge()
    {
        Panel panel = ManyAreas.Panel(30);
        PartialFit first = ManyAreas.Plan.StartFit().Add(panel), second = ManyAreas.Plan.StartFit().Add(panel);
        second.NextPass();
        Assert.Throws<ArgumentException>(() => first.Merge(second));
        Assert.Throws<ArgumentException>(() => first.Merge(first));
        Assert.Throws<ArgumentException>(() => first.Merge(ManyAreas.Plan.StartFit(YearRange.Of(2022))));
        Assert.Throws<ArgumentException>(() => first.Merge((ManyAreas.Plan with { FullScore = 10 }).StartFit()));
        Assert.Throws<InvalidOperationException>(() => first.Finish());
    }

    [Fact]
    public void A_text_that_is_no_partial_fit_is_reported()
    {
        string json = ManyAreas.Plan.StartFit().Add(ManyAreas.Panel(5)).ToJson();
        Assert.Throws<InvalidDocumentException>(() => PartialFit.Parse("{}"));
        Assert.Throws<InvalidDocumentException>(() => PartialFit.Parse(json.Replace("\"statistics\": [", "\"statistics\": [\n\"x\",", StringComparison.Ordinal)));
        Assert.Throws<InvalidDocumentException>(() => PartialFit.Parse(json.Replace("partialFit/1", "partialFit/0", StringComparison.Ordinal)));
    }

    [Fact]
    public void Progress_counts_areas_and_cancellation_stops_between_blocks()
    {
        Panel panel = ManyAreas.Panel(50);
        var seen = new List<long>();
        using var source = new CancellationTokenSource();
        new EvaluationPlan(ManyAreas.Framework).Fit(panel.Blocks(20), progress: new Listener(seen.Add));
        Assert.Equal([20, 40, 50], seen);
        Assert.Throws<OperationCanceledException>(() => ManyAreas.Plan.Fit(panel.Blocks(20), progress: new Listener(_ => source.Cancel()), cancellation: source.Token));
    }
}
