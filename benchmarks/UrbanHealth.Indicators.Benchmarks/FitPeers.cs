using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators.Benchmarks;

/// <summary>What fitting needs, beside numpy: exact moments, and ranks.</summary>
internal static class FitPeers
{
    public static void Run(Numpy? numpy)
    {
        foreach (int areas in (int[])[300, 3_000, 600_000])
        {
            var of = new ScoringCase(areas, 0.05, indicators: areas > 100_000 ? 8 : 82);
            string name = string.Create(CultureInfo.InvariantCulture, $"{areas}x{of.Columns.Length}-missing5%");
            double moments = Best.Of(() => { foreach (ReadOnlyMemory<double> c in of.Columns) _ = ExactMoments.Of(c.Span).Variance(1); }) / of.Cells;
            double ranks = Best.Of(() => { foreach (ReadOnlyMemory<double> c in of.Columns) _ = Ranking.Of(c.Span); }) / of.Cells;
            if (numpy is null) continue;
            Peers.Line($"moments-numpy-{name}", moments, numpy.Ask(string.Create(CultureInfo.InvariantCulture, $"moments {areas} {of.Columns.Length}")).NanosecondsPerCell);
            Peers.Line($"ranks-numpy-{name}", ranks, numpy.Ask(string.Create(CultureInfo.InvariantCulture, $"ranks {areas} {of.Columns.Length}")).NanosecondsPerCell);
        }
    }
}
