using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators.Benchmarks;

/// <summary>The same scores as one would first write them: objects and LINQ.</summary>
internal sealed class LinqScoring
{
    private sealed record Cell(int Dimension, double? Value, double Worst, double Best, double Weight);

    private sealed record Place(List<Cell> Cells);

    private readonly List<Place> places;
    private readonly ScoringNode top;

    public LinqScoring(ScoringCase of)
    {
        top = of.Program.Nodes[^1];
        places = [.. Enumerable.Range(0, of.Areas).Select(i => new Place(
            [.. of.Program.Nodes.SkipLast(1).SelectMany((node, d) => node.Children.Select((j, c) =>
                new Cell(d, double.IsNaN(of.Columns[j].Span[i]) ? null : of.Columns[j].Span[i], of.Worst[j], of.Best[j], node.Weights[c])))]))];
    }

    public List<double> Score() => [.. places.Select(p => Mean(
        p.Cells.GroupBy(c => c.Dimension).OrderBy(g => g.Key).Select((g, d) => (
            Mean(g.Select(c => (c.Value is { } x ? Math.Clamp((x - c.Worst) / (c.Best - c.Worst) * 100, 0, 100) : (double?)null, c.Weight))), top.Weights[d]))) ?? double.NaN)];

    private static double? Mean(IEnumerable<(double? Score, double Weight)> children)
    {
        var all = children.ToList();
        var present = all.Where(c => c.Score is not null).ToList();
        if (present.Count == 0 || (double)present.Count / all.Count < 0.5) return null;
        return present.Sum(c => c.Score!.Value * c.Weight) * (all.Sum(c => c.Weight) / present.Sum(c => c.Weight));
    }
}
