using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators.Tests.Numerics;

/// <summary>The definition of scoring, area by area, as it is written down: what the kernel is held against bit for bit.</summary>
internal static class PlainScoring
{
    public static double[][] Score(Func<double, double>[] leaves, ScoringNode[] nodes, double[][] columns)
    {
        int rows = columns[0].Length;
        double[][] all = [.. columns.Select((c, j) => c.Select(leaves[j]).ToArray()), .. nodes.Select(_ => new double[rows])];
        for (int k = 0; k < nodes.Length; k++)
            for (int i = 0; i < rows; i++)
                all[columns.Length + k][i] = Mean([.. nodes[k].Children.Select(c => all[c][i])], nodes[k].Weights, nodes[k].Coverage);
        return all;
    }

    public static Func<double, double> Line(double worst, double slope, double low, double lowest = double.NegativeInfinity, double highest = double.PositiveInfinity) =>
        x =>
        {
            double s = (x - worst) * slope + low;
            return s < lowest ? lowest : s > highest ? highest : s;
        };

    private static double Mean(double[] scores, double[] weights, double coverage)
    {
        double sum = 0, all = 0, some = 0;
        int present = 0;
        for (int c = 0; c < scores.Length; c++)
        {
            all += weights[c];
            if (double.IsNaN(scores[c])) continue;
            sum += weights[c] * scores[c];
            some += weights[c];
            present++;
        }
        if (present == 0 || (double)present / scores.Length < coverage) return double.NaN;
        return present == scores.Length ? sum : sum * (all / some);
    }
}
