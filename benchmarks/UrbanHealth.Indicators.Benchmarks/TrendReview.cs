using System.Globalization;

namespace UrbanHealth.Indicators.Benchmarks;

/// <summary>Five years of 82 indicators of 3,000 areas reviewed on one core, beside plain loops and numpy for the same statistics: <c>case ours_ns_per_series peer_ns_per_series ratio</c>.</summary>
internal static class TrendReview
{
    private const int Areas = 3_000, Indicators = 82;
    internal static readonly int[] Years = [2019, 2020, 2021, 2022, 2023];

    public static int Run(string[] args)
    {
        double missing = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 0;
        double[][][] columns = Columns(missing);
        Panel panel = Of(columns);
        FiveYearReview review = FiveYearReview.Of(panel, null, 2019..2023);
        double checkOurs = 0;
        for (int i = 0; i < Indicators; i++)
            for (int a = 0; a < Areas; a++) checkOurs += review.Trend($"x{a}", $"i{i}").SenSlope is var s && !double.IsNaN(s) ? s : 0;
        (double checkPlain, _) = PlainTrends.Review(columns, Years);
        if (Math.Abs(checkOurs - checkPlain) > 1e-9 * Math.Abs(checkOurs)) throw new InvalidOperationException($"the plain loops compute something else: {checkPlain:R} against {checkOurs:R}");

        const double series = Areas * Indicators;
        double ours = Best.Of(() => FiveYearReview.Of(panel, null, 2019..2023)), plain = Best.Of(() => PlainTrends.Review(columns, Years));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# {Areas} areas x {Indicators} indicators x {Years.Length} years, missing {missing:P0}: reviewed in {ours / 1e6:0} ms on one core"));
        Line("trends-plain", ours / series, plain / series);
        if (NumpyTrends.Run(columns) is { } numpy)
        {
            if (missing == 0 && Math.Abs(checkOurs - numpy.Check) > 1e-9 * Math.Abs(checkOurs)) throw new InvalidOperationException($"numpy computes something else: {numpy.Check:R} against {checkOurs:R}");
            if (missing == 0) Line("trends-numpy", ours / series, numpy.NanosecondsPerSeries);
        }
        else Console.WriteLine("# no numpy here");
        return 0;
    }

    internal static Panel Of(double[][][] columns) =>
        new(Framework(), [.. Enumerable.Range(0, Areas).Select(i => (Area)$"x{i}")], Years, [.. columns.Select(y => y.Select(c => (ReadOnlyMemory<double>)c).ToArray())]);

    private static void Line(string name, double ours, double peer) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {ours:0.0} {peer:0.0} {ours / peer:0.000}"));

    internal static double[][][] Columns(double missing)
    {
        var random = new Random(20231231);
        double[] level = [.. Enumerable.Range(0, Areas * Indicators).Select(_ => 20 + 60 * random.NextDouble())], drift = [.. level.Select(_ => 4 * random.NextDouble() - 2)];
        return [.. Years.Select((_, y) => Enumerable.Range(0, Indicators).Select(i => Enumerable.Range(0, Areas)
            .Select(a => random.NextDouble() < missing ? double.NaN : Math.Round(level[i * Areas + a] + y * drift[i * Areas + a] + random.NextDouble(), 1)).ToArray()).ToArray())];
    }

    private static IndicatorFramework Framework() => new(new Dimension
    {
        Code = "all",
        Name = "all",
        Indicators = [.. Enumerable.Range(0, Indicators).Select(i => new Indicator { Code = $"i{i}", Name = $"i{i}" })],
    });
}
