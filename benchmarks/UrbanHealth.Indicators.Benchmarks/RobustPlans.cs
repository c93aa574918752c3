using System.Diagnostics;
using System.Globalization;

namespace UrbanHealth.Indicators.Benchmarks;

/// <summary>A plan whose weights and methods vary, through plan, model and result, with the ranks of every draw kept.</summary>
/// <remarks>The figures are generated from a fixed seed and are nobody's.</remarks>
internal static class RobustPlans
{
    public static int Run()
    {
        foreach ((int areas, int indicators, int draws) in ((int, int, int)[])[(51, 49, 1_002), (300, 82, 10_000)])
        {
            (EvaluationPlan plan, Panel panel) = Case(areas, indicators, 8);
            string size = string.Create(CultureInfo.InvariantCulture, $"{areas} areas x {indicators} indicators, {draws} draws");
            PlanVariation weights = plan.Vary(v => v.Weights(WeightVariation.Around(0.2))), methods = Methods(weights);
            Time($"{size}, weights vary", () => weights.Run(panel, draws).Draws);
            Time($"{size}, weights and methods vary (9 combinations)", () => methods.Run(panel, draws).Draws);
            Time($"{size}, figures off by 5 % too", () => methods.MeasurementError(MeasurementError.Stated().Otherwise(0.05)).Run(panel, draws / 10).Draws, draws / 10);
        }
        (EvaluationPlan small, Panel figures) = Case(51, 49, 8);
        PlanVariation all = small.Vary(v => v.Weights(WeightVariation.Around(0.2)).Normalization(Normalization.MinMax(10, 100)).Aggregation(Aggregation.Geometric()));
        Time("51 areas x 49 indicators, Sobol' indices of 3 inputs from 1,000 evaluations", () => Sensitivity.Of(all, figures, analysis: new SobolAnalysis { Points = 200 }).Points);
        Time("51 areas x 49 indicators, each indicator left out", () => LeaveOut.Indicators(small, figures).Count);
        return 0;
    }

    private static void Time(string what, Func<int> work, int? draws = null)
    {
        work();
        var clock = Stopwatch.StartNew();
        int counted = work();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds,8:0.000} s  {what}{(draws is null ? "" : $" ({draws} draws)")}: {counted} counted"));
    }

    /// <summary>Three normalisations and three aggregations: nine combinations.</summary>
    public static PlanVariation Methods(PlanVariation variation) =>
        variation.Normalization(Normalization.MinMax(10, 100), Normalization.ZScore(50, 10)).Aggregation(Aggregation.Geometric(), Aggregation.Harmonic());

    /// <summary>A plan of equal weights in so many dimensions and a panel of one year.</summary>
    public static (EvaluationPlan Plan, Panel Panel) Case(int areas, int indicators, int dimensions, double missing = 0)
    {
        var random = new Random(1);
        var framework = new IndicatorFramework(new Dimension
        {
            Code = "all",
            Name = "综合",
            Dimensions = [.. Enumerable.Range(0, dimensions).Select(d => new Dimension
            {
                Code = $"D{d}",
                Name = $"维度{d}",
                Indicators = [.. Enumerable.Range(0, indicators).Where(i => i % dimensions == d).Select(i => new Indicator { Code = $"I{i}", Name = $"指标{i}" })],
            })],
        });
        PanelBuilder builder = Panel.Builder(framework, Enumerable.Range(0, areas).Select(a => (Area)$"x{a}"), [2023]);
        foreach (Indicator i in framework.Indicators) builder = builder.Set(i.Code, 2023, [.. Enumerable.Range(0, areas).Select(_ => missing > 0 && random.NextDouble() < missing ? double.NaN : 50 + 50 * random.NextDouble())]);
        return (new EvaluationPlan(framework) { Normalization = Normalization.MinMax(1, 100), CoverageThreshold = 0 }, builder.Build().Panel);
    }
}
