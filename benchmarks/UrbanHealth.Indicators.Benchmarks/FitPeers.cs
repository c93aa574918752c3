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
            Peers.Line(numpy, "moments", name, () => Best.Of(() => { foreach (ReadOnlyMemory<double> c in of.Columns) _ = ExactMoments.Of(c.Span).Variance(1); }) / of.Cells, string.Create(CultureInfo.InvariantCulture, $"moments {areas} {of.Columns.Length}"));
            Peers.Line(numpy, "ranks", name, () => Best.Of(() => { foreach (ReadOnlyMemory<double> c in of.Columns) _ = Ranking.Of(c.Span); }) / of.Cells, string.Create(CultureInfo.InvariantCulture, $"ranks {areas} {of.Columns.Length}"));
        }
        foreach (int areas in (int[])[300, 3_000])
            foreach (double missing in (double[])[0, 0.05])
            {
                // rows without any gap are what principal components are taken of: with 82 columns few are left at 5 %
                Weights(numpy, "entropy", Weighting.Entropy(), areas, 82, missing);
                Weights(numpy, "critic", Weighting.Critic(), areas, 82, missing);
                Weights(numpy, "pca", new PcaWeighting(), areas, missing > 0 ? 12 : 82, missing);
            }
    }

    private static void Weights(Numpy? numpy, string name, Weighting weighting, int areas, int indicators, double missing)
    {
        var of = new ScoringCase(areas, missing, indicators);
        var siblings = new Siblings(Matrix.FromMemory(of.Columns));
        string size = string.Create(CultureInfo.InvariantCulture, $"{areas}x{indicators}-missing{missing * 100:0}%");
        Peers.Line(numpy, name, size, () => Best.Of(() => weighting.Weigh(siblings)) / of.Cells, string.Create(CultureInfo.InvariantCulture, $"{name} {areas} {indicators} {missing}"));
    }
}
