using System.Globalization;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>A panel evaluated in blocks of areas has the bits of one evaluated whole, in constant memory.</summary>
public class EvaluatingInBlocks
{
    private const int Areas = 2300;
    private static readonly Panel Whole = ManyAreas.Panel(Areas);
    private static readonly EvaluationModel Model = ManyAreas.Plan.Fit(Whole);
    private static readonly EvaluationResult Expected = Model.Evaluate(Whole);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1000, 2)]
    [InlineData(1000, 7)]
    [InlineData(Areas, 7)]
    public void Any_block_and_any_number_of_threads_gives_the_scores_and_ranks_of_the_whole(int areasPerBlock, int threads)
    {
        var ranks = new RankCollector(Model, "all", "D2", "d0i1");
        int at = 0;
        foreach (EvaluationResult block in Model.Evaluate(Whole.Blocks(areasPerBlock), threads))
        {
            ranks.Add(block);
            foreach (int year in Whole.Years)
                foreach (Dimension node in Model.Framework.Dimensions)
                    Same(Expected.Scores(node.Code, year).Slice(at, block.Areas.Count), block.Scores(node.Code, year));
            at += block.Areas.Count;
        }
        Assert.Equal(Areas, at);
        Assert.Equal(Whole.Areas.Select(a => a.Code), ranks.Areas);
        foreach (int year in Whole.Years)
        {
            foreach (string code in new[] { "all", "D2", "d0i1" })
            {
                Same(Expected.Scores(code, year), ranks.Scores(year, code));
                Assert.Equal(Expected.Ranks(code, year).ToArray(), ranks.Ranks(year, code).ToArray());
            }
            Assert.Equal(Expected.GroupRanks("all", year).ToArray(), ranks.GroupRanks(year).ToArray());
        }
    }

    [Fact]
    public void Results_are_made_when_they_are_asked_for()
    {
        int made = 0;
        IEnumerable<EvaluationResult> results = Model.Evaluate(Whole.Blocks(100).Select(b =>
        {
            made++;
            return b;
        }));
        Assert.Equal(0, made);
        Assert.Equal(100, results.First().Areas.Count);
        Assert.Equal(1, made);
    }

    [Fact]
    public void The_memory_of_an_evaluation_beyond_its_results_does_not_grow_with_the_areas()
    {
        Panel small = ManyAreas.Panel(4096), large = ManyAreas.Panel(32768);
        EvaluationModel model = ManyAreas.Plan.Fit(large); // on all of it, for an area beyond the baseline may be undefined, and an exception is memory
        model.Evaluate(small, 1);
        model.Evaluate(large, 1);
        long few = Beyond(small), many = Beyond(large);
        // 28,672 areas more: a single byte an area would show; a collection in between moves the count by up to an allocation context of 8 KB
        Assert.InRange(many - few, -16384, 16384);
        Assert.InRange(Beyond(large) - many, -16384, 16384);

        long Beyond(Panel panel)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            EvaluationResult result = model.Evaluate(panel, 1);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            return allocated - (long)result.Years.Count * result.Framework.Dimensions.Count * result.Areas.Count * sizeof(double);
        }
    }

    [Fact]
    public void Bottom_lines_that_are_met_cost_no_memory_an_area()
    {
        var framework = new IndicatorFramework(new Dimension { Code = "all", Name = "综合", Indicators = [new Indicator { Code = "a", Name = "甲", Kind = IndicatorKind.BottomLine, Standards = [Standard.Parse("≥1")] }] });
        Panel small = Small.Panel(framework, 2023, [.. Enumerable.Range(0, 3000).Select(i => 1.0 + i)]), large = Small.Panel(framework, 2023, [.. Enumerable.Range(0, 40000).Select(i => 1.0 + i)]);
        EvaluationModel model = new EvaluationPlan(framework).Fit(large);
        Beyond(small);
        Beyond(large);
        long few = Beyond(small), many = Beyond(large);
        Assert.InRange(many - few, -16384, 16384);
        Assert.Equal(["a"], model.Evaluate(Small.Panel(framework, 2023, [0.5]))["x1", 2023].UnmetBottomLines.Select(j => j.Indicator.Code));

        long Beyond(Panel panel)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            model.Evaluate(panel, 1);
            return GC.GetAllocatedBytesForCurrentThread() - before - panel.Areas.Count * sizeof(double);
        }
    }

    [Fact]
    public void What_is_kept_of_a_fit_in_blocks_does_not_grow_with_the_areas()
    {
        Panel block = ManyAreas.Panel(128);
        PartialFit fit = ManyAreas.Plan.StartFit().Add(block);
        int length = fit.ToJson().Length;
        for (int b = 1; b < 20; b++) fit.Add(block);
        Assert.InRange(fit.ToJson().Length, length, length * 1.05);
        long before = GC.GetAllocatedBytesForCurrentThread();
        fit.Add(block);
        long once = GC.GetAllocatedBytesForCurrentThread() - before;
        for (int b = 0; b < 20; b++) fit.Add(block);
        before = GC.GetAllocatedBytesForCurrentThread();
        fit.Add(block);
        Assert.Equal(once, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_block_of_results_is_written_so_that_its_bits_come_back()
    {
        var text = new StringWriter();
        bool first = true;
        foreach (EvaluationResult block in Model.Evaluate(Whole.Blocks(500)))
        {
            block.WriteCsv(text, header: first);
            first = false;
        }
        string[] lines = text.ToString().TrimEnd('\n').Split('\n');
        Assert.Equal("area,year,all,D0,D1,D2", lines[0]);
        Assert.Equal(1 + 2 * Areas, lines.Length);
        var composites = lines.Skip(1).Select(l => l.Split(',')).ToDictionary(f => (f[0], int.Parse(f[1], CultureInfo.InvariantCulture)), f => f[2]);
        for (int a = 0; a < Areas; a++)
            foreach (int year in Whole.Years)
            {
                string written = composites[(Whole.Areas[a].Code, year)];
                double score = Expected.Scores("all", year).Span[a];
                if (double.IsNaN(score)) Assert.Equal("", written);
                else Assert.Equal(BitConverter.DoubleToInt64Bits(score), BitConverter.DoubleToInt64Bits(double.Parse(written, CultureInfo.InvariantCulture)));
            }
        var more = new StringWriter();
        Model.Evaluate(Whole.Block(0, 1)).WriteCsv(more, header: true, indicators: true);
        Assert.StartsWith("area,year,all,D0,D1,D2,d0i0,d0i1", more.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Methods_that_compare_areas_are_not_taken_block_by_block()
    {
        EvaluationModel relative = (new EvaluationPlan(Small.Framework) with { Aggregation = Aggregation.Borda() }).Fit(Small.Easy);
        Assert.Contains("all", Assert.Throws<InvalidOperationException>(() => relative.Evaluate([Small.Easy])).Message, StringComparison.Ordinal);
        EvaluationModel imputing = (new EvaluationPlan(Small.Framework) with { Imputation = Imputation.NearestNeighbours() }).Fit(Small.Easy);
        Assert.Throws<InvalidOperationException>(() => imputing.Evaluate([Small.Easy]));
    }

    [Fact]
    public void An_area_without_a_year_is_unranked_in_it()
    {
        EvaluationModel model = new EvaluationPlan(Small.Framework).Fit(Small.Easy);
        var ranks = new RankCollector(model);
        ranks.Add(model.Evaluate(Small.Panel([5], [5], [50], 2023))).Add(model.Evaluate(Small.Panel([8], [5], [50], 2024)));
        Assert.Equal([1, double.NaN], ranks.Ranks(2023).ToArray());
        Assert.Equal([double.NaN, 1], ranks.Ranks(2024).ToArray());
        Assert.Equal([2023, 2024], ranks.Years);
        Assert.Throws<KeyNotFoundException>(() => ranks.Ranks(2022));
        Assert.Throws<KeyNotFoundException>(() => ranks.Ranks(2023, "A"));
    }

    private static void Same(ReadOnlyMemory<double> expected, ReadOnlyMemory<double> actual) =>
        Assert.Equal(expected.ToArray().Select(BitConverter.DoubleToInt64Bits), actual.ToArray().Select(BitConverter.DoubleToInt64Bits));
}
