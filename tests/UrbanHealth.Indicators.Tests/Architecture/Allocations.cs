using System.Globalization;
using System.Text;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Architecture;

/// <summary>What is allocated, which repeats exactly where times do not: results grow with the data, and nothing else does.</summary>
public class Allocations
{
    private static readonly IndicatorFramework Framework = new(new Dimension
    {
        Code = "all",
        Name = "综合",
        Dimensions = [.. Enumerable.Range(0, 4).Select(d => new Dimension { Code = $"D{d}", Name = $"维度{d}", Indicators = [.. Enumerable.Range(0, 5).Select(i => new Indicator { Code = $"d{d}i{i}", Name = $"指标{d}{i}" })] })],
    });

    public static TheoryData<string> Rules => new("arithmetic", "geometric", "harmonic", "powerMean");

    [Theory]
    [MemberData(nameof(Rules))]
    public void Evaluating_allocates_the_scores_and_a_constant(string rule)
    {
        Indicators.Aggregation aggregation = rule switch { "geometric" => Indicators.Aggregation.Geometric(), "harmonic" => Indicators.Aggregation.Harmonic(), "powerMean" => Indicators.Aggregation.PowerMean(2), _ => Indicators.Aggregation.Arithmetic() };
        Panel few = Panel(1_000), many = Panel(9_000);
        EvaluationModel model = new EvaluationPlan(Framework) { Normalization = Normalization.MinMax(1, 100), Aggregation = aggregation }.Fit(few);
        long small = Least(() => model.Evaluate(few, threads: 1)), large = Least(() => model.Evaluate(many, threads: 1));
        long scores = 8L * 5 * 2; // a double for each of five nodes in two years
        // working memory is a tile of 4,096 areas, which 1,000 do not fill
        long tile = rule == "arithmetic" ? 0 : 2L * 8 * 20 * (4_096 - 1_000);
        Assert.Equal(scores * 8_000 + tile, large - small);
        Assert.InRange(small - scores * 1_000, 0, 24_000 + (rule == "arithmetic" ? 0 : 2L * 8 * 20 * 1_000));
    }

    [Fact]
    public void A_draw_of_weights_allocates_its_scores_and_ranks_and_its_number()
    {
        Matrix scores = Matrix.FromRows([.. Enumerable.Range(0, 40).Select(a => Enumerable.Range(0, 8).Select(i => Figure(a, i, 1)).ToArray())]);
        long Of(int draws) => Least(() => new AcceptabilityAnalysis { Draws = draws, Threads = 1 }.Run(scores, WeightDistribution.Around([1, 2, 3, 4, 1, 2, 3, 4], 100)));
        Assert.Equal(8_000 * (40 * 8 + 40 * 4 + 4 + 1), Of(10_000) - Of(2_000));
    }

    [Fact]
    public void A_row_of_a_table_costs_what_is_kept_of_it()
    {
        static byte[] Table(int areas)
        {
            var text = new StringBuilder("area,year,indicator,value\n");
            for (int a = 0; a < areas; a++)
                foreach (Indicator i in Framework.Indicators) text.Append(CultureInfo.InvariantCulture, $"a{a:0000},2023,{i.Code},{Figure(a, a % 7, 3):0.00}\n");
            return Encoding.UTF8.GetBytes(text.ToString());
        }

        byte[] few = Table(50), many = Table(250);
        long Of(byte[] table) => Least(() => Indicators.Panel.ReadCsv(new MemoryStream(table), Framework));
        double row = (Of(many) - Of(few)) / (200.0 * 20);
        Assert.True(row is > 100 and < 320, $"{row} bytes a row");
    }

    [Fact]
    public void Exact_moments_of_a_longer_column_allocate_no_more()
    {
        double[] column = [.. Enumerable.Range(0, 100_000).Select(i => Figure(i, 1, 2))];
        Assert.Equal(Least(() => Descriptive.Variance(column.AsSpan(0, 1_000))), Least(() => Descriptive.Variance(column)), 64.0);
    }

    private static Panel Panel(int areas)
    {
        PanelBuilder builder = Indicators.Panel.Builder(Framework, Enumerable.Range(0, areas).Select(a => new Area { Code = string.Create(CultureInfo.InvariantCulture, $"a{a}") }), [2022, 2023]);
        for (int year = 2022; year <= 2023; year++)
            for (int i = 0; i < Framework.Indicators.Count; i++)
                builder.SetMemory(Framework.Indicators[i].Code, year, Enumerable.Range(0, areas).Select(a => a % 17 == i ? double.NaN : Figure(a, i, year)).ToArray());
        return builder.Build().Panel;
    }

    private static double Figure(int area, int indicator, int year) => 1 + (area * 7919 + indicator * 104_729 + year * 31) % 9973 / 100.0;

    /// <summary>Bytes of a run on this thread; the least of several, since the first also compile and fill caches.</summary>
    private static long Least(Action work)
    {
        long least = long.MaxValue;
        for (int k = 0; k < 4; k++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}
