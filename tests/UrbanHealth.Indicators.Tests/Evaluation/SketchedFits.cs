using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>Methods that have to see a whole column, fitted from a histogram where the user asks for it.</summary>
public class SketchedFits
{
    private const double Width = 1.0 / 4096; // half of the last of twelve binary digits

    private static readonly EvaluationPlan Plan = new(ManyAreas.Framework)
    {
        NormalizationOf = new Dictionary<string, Normalization> { ["d0i0"] = Normalization.PercentileRank(), ["d0i1"] = Normalization.RobustZ(), ["d0i3"] = Normalization.PercentileRank() },
        TreatmentOf = new Dictionary<string, Treatment> { ["d1i1"] = Treatment.Winsorize() },
        Grading = Grading.Quantiles(),
    };

    [Fact]
    public void A_figure_is_kept_to_twelve_binary_digits_and_the_ends_as_they_are() => Gen.Double[-1e9, 1e9].Array[1, 200].Sample(figures =>
    {
        double[] kept = Sketch(figures).Sorted(), exact = [.. figures.Order()];
        return kept.Length == exact.Length && kept[0] == exact[0] && kept[^1] == exact[^1] && kept.Zip(exact).All(p => Math.Abs(p.First - p.Second) <= Width * Math.Abs(p.Second));
    });

    [Fact]
    public void A_bucket_gives_its_lowest_its_highest_and_the_rounded_figure_between()
    {
        // twelve digits of a figure from 2,048 to 4,096 are the whole numbers; the middle goes away from 0
        Assert.Equal([2500.4, 2500.5, 2501, 2501, 2501.4, 2501.5], Sketch([2500.6, 2501.4, 2500.5, 2500.4, 2501.5, 2500.7]).Sorted());
        Assert.Equal([-2500.5, -2500.4], Sketch([-2500.4, -2500.5]).Sorted());
        Assert.Equal([2500.3, 2500.3, 2500.3], Sketch([2500.3, 2500.3, 2500.3]).Sorted());
    }

    [Fact]
    public void Ends_of_the_number_line_and_zeros_are_what_they_are()
    {
        Assert.Equal([double.NegativeInfinity, -5, double.MaxValue, double.PositiveInfinity], Sketch([double.PositiveInfinity, -5, double.NaN, double.MaxValue, double.NegativeInfinity]).Sorted());
        Assert.All(Sketch([-0.0, 0.0, -0.0]).Sorted(), x => Assert.False(double.IsNegative(x)));
        Assert.Empty(Sketch([double.NaN]).Sorted());
    }

    [Fact]
    public void The_text_is_of_rising_buckets() => Assert.Equal("-3:-3:1 2500.4:2500.4:2 2500.5:2501.4:3", Text(Sketch([2501.4, 2500.4, 2500.5, -3, 2500.4, 2501])));

    [Fact]
    public void Memory_grows_with_the_range_and_not_with_the_figures()
    {
        var sketch = new SketchedColumn();
        for (int block = 0; block < 100; block++) sketch.Add([.. Enumerable.Range(0, 10_000).Select(i => Math.Pow(64, (i + block / 100.0) / 10_000))]);
        Assert.InRange(sketch.Buckets, 6 * 2048, 6 * 2048 + 1); // 64 is six powers of two
        Assert.Equal(1_000_000, sketch.Sorted().Length);
    }

    [Fact]
    public void Neither_parts_nor_their_order_nor_their_text_shows() => Gen.Select(Gen.Double[-50, 50].Array[0, 60], Gen.Int[0, 60], Gen.Int[0, 60]).Sample((figures, a, b) =>
    {
        int first = Math.Min(Math.Min(a, b), figures.Length), second = Math.Min(Math.Max(a, b), figures.Length);
        var merged = new SketchedColumn();
        foreach (double[] part in new[] { figures[second..], figures[..first], figures[first..second] })
        {
            var read = new SketchedColumn();
            read.Read(new Queue<string>([Text(Sketch(part))]));
            merged.Add(read);
        }
        return Text(merged) == Text(Sketch(figures));
    });

    [Fact]
    public void A_plan_learns_the_same_from_any_blocks_and_nearly_what_it_learns_of_the_whole()
    {
        Panel panel = ManyAreas.Panel(600);
        EvaluationModel sketched = Plan.Fit(panel.Blocks(70), wholeColumns: WholeColumnRule.Sketch), exact = Plan.Fit(panel);
        Assert.Equal(sketched.ToJson(), Plan.Fit(panel.Blocks(7).Reverse(), wholeColumns: WholeColumnRule.Sketch).ToJson());
        EvaluationResult nearly = sketched.Evaluate(panel), truly = exact.Evaluate(panel);
        double furthest = 0;
        foreach (string code in new[] { "d0i0", "d0i1", "d0i3", "d1i1" })
            foreach ((double a, double b) in nearly.Scores(code, 2022).ToArray().Zip(truly.Scores(code, 2022).ToArray()))
            {
                if (double.IsNaN(b)) Assert.True(double.IsNaN(a));
                else furthest = Math.Max(furthest, Math.Abs(a - b) / Math.Max(1, Math.Abs(b)));
            }
        Assert.InRange(furthest, 1e-12, 0.01);
    }

    [Fact]
    public void Parts_with_different_rules_do_not_merge()
    {
        PartialFit kept = Plan.StartFit(wholeColumns: WholeColumnRule.Keep), sketched = Plan.StartFit(wholeColumns: WholeColumnRule.Sketch);
        Assert.Throws<ArgumentException>(() => kept.Merge(sketched));
    }

    [Fact]
    public void A_sketch_that_is_none_is_refused() => Assert.All(["1", "1:2", "1:2:x", "1:2:3:4"], text =>
        Assert.Throws<FormatException>(() => new SketchedColumn().Read(new Queue<string>([text]))));

    private static SketchedColumn Sketch(double[] figures)
    {
        var sketch = new SketchedColumn();
        sketch.Add(figures);
        return sketch;
    }

    private static string Text(SketchedColumn sketch)
    {
        var text = new List<string>();
        sketch.Write(text);
        return Assert.Single(text);
    }
}
