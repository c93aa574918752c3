using System.Globalization;
using System.Text.Json;
using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

/// <summary>How sure the ranks and scores of all areas are (排名的不确定性), from many draws of what is uncertain about a plan.</summary>
/// <remarks>Immutable and thread-safe. Draw k depends on the seed and its number alone. Shares are of the draws that counted; a share from n draws has a standard error of at most 1/(2√n).</remarks>
public sealed partial class RankUncertainty
{
    private readonly VariationRun run;
    private readonly double[][] scores; // [year][draw × area]
    private readonly float[][] ranks; // the same; an average rank is a half at most
    private readonly List<int> numbers; // of the draws that counted
    private readonly double[][] ownRanks;

    internal RankUncertainty(VariationRun run, long seed, int requested, IReadOnlyList<FailedDraws> failed, double[][] scores, float[][] ranks, List<int> numbers)
    {
        (this.run, this.scores, this.ranks, this.numbers) = (run, scores, ranks, numbers);
        (Seed, RequestedDraws, Draws, FailedDraws) = (seed, requested, numbers.Count, failed);
        Years = [.. run.YearPlaces.Select(y => run.Unvaried.Panel.Years[y])];
        ownRanks = Array.ConvertAll(run.Own, o => Ranking.Of(o, run.Variation.Plan.Ties));
    }

    /// <summary>What varied.</summary>
    public PlanVariation Variation => run.Variation;

    /// <summary>The evaluation by the plan itself.</summary>
    public EvaluationResult Unvaried => run.Unvaried.Result;

    /// <summary>The areas, in the panel's order.</summary>
    public IReadOnlyList<Area> Areas => Unvaried.Areas;

    /// <summary>The years reported, rising.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>The seed: with the same variation and panel it gives the same result, bit for bit.</summary>
    public long Seed { get; }

    /// <summary>The draws that were asked for.</summary>
    public int RequestedDraws { get; }

    /// <summary>The draws that counted: those asked for less those failed.</summary>
    public int Draws { get; }

    /// <summary>The draws that failed and why, the most frequent reason first; they count nowhere else.</summary>
    public IReadOnlyList<FailedDraws> FailedDraws { get; }

    /// <summary>How the ends of intervals are read from the draws.</summary>
    public QuantileDefinition Quantiles => Variation.Quantiles;

    /// <summary>One area in the last year reported, by code or name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such area.</exception>
    public AreaUncertainty this[string area] => new(this, RowOf(area), Years.Count - 1);

    /// <summary>One area in one year.</summary>
    /// <exception cref="KeyNotFoundException">There is no such area, or the year was not reported.</exception>
    public AreaUncertainty this[string area, int year] => new(this, RowOf(area), PlaceOf(year));

    /// <summary>All areas in one year, the best by the plan itself first.</summary>
    /// <exception cref="KeyNotFoundException">The year was not reported.</exception>
    public IReadOnlyList<AreaUncertainty> Year(int year)
    {
        int place = PlaceOf(year);
        return [.. Enumerable.Range(0, Areas.Count).Select(a => new AreaUncertainty(this, a, place)).OrderBy(a => a.Rank ?? double.PositiveInfinity)];
    }

    /// <summary>The mean over areas of how far ranks are from those of the plan itself (平均排名变动), in one draw that counted.</summary>
    /// <param name="draw">The place of the draw among those that counted, from 0.</param>
    /// <param name="year">A year reported.</param>
    public double MeanRankShift(int draw, int year)
    {
        int place = PlaceOf(year);
        if ((uint)draw >= (uint)Draws) throw new ArgumentOutOfRangeException(nameof(draw), draw, "There is no such draw.");
        return RankShift.Mean(ownRanks[place], Array.ConvertAll(ranks[place][(draw * Areas.Count)..((draw + 1) * Areas.Count)], r => (double)r));
    }

    /// <summary>The result as JSON: for every area and year the intervals, shares and the share of every rank that occurred.</summary>
    public string ToJson() => JsonSerializer.Serialize(RankUncertaintyDocument.Of(this), RankUncertaintyJson.Readable.RankUncertaintyDocument);

    internal double OwnScore(int area, int year) => run.Own[year][area];

    internal double? OwnRank(int area, int year) => double.IsNaN(ownRanks[year][area]) ? null : ownRanks[year][area];

    internal int RowOf(string area) => Unvaried.Panel.IndexOfArea(area);

    internal double[] RanksOf(int area, int year)
    {
        var column = new double[Draws];
        for (int d = 0; d < Draws; d++) column[d] = ranks[year][d * Areas.Count + area];
        return column;
    }

    internal double[] ScoresOf(int area, int year)
    {
        var column = new double[Draws];
        for (int d = 0; d < Draws; d++) column[d] = scores[year][d * Areas.Count + area];
        return column;
    }

    internal Dictionary<string, double>? CentralWeightsOf(int area, int year)
    {
        if (!run.VariesWeights) return null;
        double[] mean = new double[run.WeightCount], drawn = new double[run.WeightCount];
        int first = 0;
        for (int d = 0; d < Draws; d++)
        {
            if (ranks[year][d * Areas.Count + area] != 1) continue;
            first++;
            run.DrawWeights(numbers[d], drawn);
            for (int j = 0; j < mean.Length; j++) mean[j] += drawn[j];
        }
        if (first == 0) return null;
        var named = new Dictionary<string, double>(StringComparer.Ordinal);
        ScoreTree.Node[] nodes = run.Unvaried.Model!.Tree.Nodes;
        for (int n = nodes.Length - 1, j = 0; n >= 0; n--)
            foreach (ScoreTree.Child child in nodes[n].Children) named[child.Code] = mean[j++] / first;
        return named;
    }

    private int PlaceOf(int year)
    {
        for (int y = 0; y < Years.Count; y++) if (Years[y] == year) return y;
        throw new KeyNotFoundException(string.Create(CultureInfo.InvariantCulture, $"The year {year} was not reported."));
    }

    /// <summary>What was drawn, and a table of the last year: rank, interval, chance of being first, median score.</summary>
    public override string ToString()
    {
        var table = new TextTable("排名", "对象", "90 % 区间", "平均排名", "居首", "得分", "90 % 区间");
        foreach (AreaUncertainty a in Year(Years[^1]))
            table.Add(Text(a.Rank), a.Area.Name, Text(a.RankInterval, "0.#"), Text(a.MeanRank), a.First.ToString("0.00", CultureInfo.InvariantCulture), double.IsNaN(a.Score) ? "—" : a.Score.ToString("0.00", CultureInfo.InvariantCulture), Text(a.ScoreInterval, "0.00"));
        string failed = FailedDraws.Count == 0 ? "" : "\nfailed: " + string.Join("; ", FailedDraws);
        return string.Create(CultureInfo.InvariantCulture, $"{Unvaried.Framework.Name} {Years[^1]}: {Draws} of {RequestedDraws} draws, seed {Seed}, quantiles {Quantiles}\n{table}{failed}");
    }

    private static string Text(double? value) => value is { } v && !double.IsNaN(v) ? v.ToString("0.##", CultureInfo.InvariantCulture) : "—";

    private static string Text(UncertaintyInterval? interval, string format) => interval is { } i ? $"{i.Low.ToString(format, CultureInfo.InvariantCulture)}…{i.High.ToString(format, CultureInfo.InvariantCulture)}" : "—";
}
