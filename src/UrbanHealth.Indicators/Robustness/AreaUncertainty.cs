using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>How sure the rank and the score of one area in one year are (单个对象的不确定性): a view of the result.</summary>
public sealed class AreaUncertainty
{
    private readonly RankUncertainty result;
    private readonly int area;
    private readonly int year;

    internal AreaUncertainty(RankUncertainty result, int area, int year) => (this.result, this.area, this.year) = (result, area, year);

    /// <summary>The area.</summary>
    public Area Area => result.Areas[area];

    /// <summary>The year.</summary>
    public int Year => result.Years[year];

    /// <summary>The score by the plan itself; NaN when it has none.</summary>
    public double Score => result.OwnScore(area, year);

    /// <summary>The rank by the plan itself; null without a score.</summary>
    public double? Rank => result.OwnRank(area, year);

    /// <summary>The draws that gave the area a rank.</summary>
    public int Draws => result.RanksOf(area, year).Count(r => !double.IsNaN(r));

    /// <summary>The rank in every draw that counted, in their order; NaN is unranked.</summary>
    public double[] Ranks() => result.RanksOf(area, year);

    /// <summary>The score in every draw that counted, in their order; NaN is none.</summary>
    public double[] Scores() => result.ScoresOf(area, year);

    /// <summary>The mean of the ranks (平均排名); NaN when it was never ranked.</summary>
    public double MeanRank => Mean(Ranks());

    /// <summary>The mean of the scores; NaN when it was never scored.</summary>
    public double MeanScore => Mean(Scores());

    /// <summary>The mean distance from the rank by the plan itself (平均排名变动); NaN when either is missing.</summary>
    public double MeanRankShift => Rank is { } own ? Mean([.. Ranks().Select(r => Math.Abs(r - own))]) : double.NaN;

    /// <summary>The median rank and the middle 90 % (排名区间); null when it was never ranked.</summary>
    public UncertaintyInterval? RankInterval => RankWithin(0.9);

    /// <summary>The median score and the middle 90 % (得分区间); null when it was never scored.</summary>
    public UncertaintyInterval? ScoreInterval => ScoreWithin(0.9);

    /// <summary>The median rank and the middle <paramref name="share"/> of draws; null when it was never ranked.</summary>
    public UncertaintyInterval? RankWithin(double share) => Interval(Ranks(), share);

    /// <summary>The median score and the middle <paramref name="share"/> of draws; null when it was never scored.</summary>
    public UncertaintyInterval? ScoreWithin(double share) => Interval(Scores(), share);

    /// <summary>The share of draws in which it is first (居首概率).</summary>
    public double First => WithinFirst(1);

    /// <summary>The share of draws in which its rank is at most <paramref name="places"/>.</summary>
    public double WithinFirst(int places)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(places, 1);
        return (double)Ranks().Count(r => r <= places) / result.Draws;
    }

    /// <summary>The share of draws in which it has a rank (排名可接受度).</summary>
    public double Acceptability(double rank) => (double)Ranks().Count(r => r == rank) / result.Draws;

    /// <summary>The share of draws in which it scores more than another area (两两胜率); draws in which either has no score or both are equal count for neither.</summary>
    /// <exception cref="KeyNotFoundException">There is no such area.</exception>
    public double WinsOver(string other)
    {
        double[] own = Scores(), others = result.ScoresOf(result.RowOf(other), year);
        int wins = 0;
        for (int d = 0; d < own.Length; d++) if (own[d] > others[d]) wins++;
        return (double)wins / result.Draws;
    }

    /// <summary>The mean of the weights that put it first (中心权重), by the code of each dimension and indicator among its siblings; null when none did or weights do not vary.</summary>
    public IReadOnlyDictionary<string, double>? CentralWeights => result.CentralWeightsOf(area, year);

    private UncertaintyInterval? Interval(double[] values, double share)
    {
        if (!(share is > 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies above 0 and is at most 1.");
        if (Array.TrueForAll(values, double.IsNaN)) return null;
        double[] ends = Descriptive.Quantiles(values, [(1 - share) / 2, 0.5, (1 + share) / 2], result.Quantiles);
        return new(ends[0], ends[1], ends[2], share);
    }

    private static double Mean(double[] values)
    {
        double[] x = Array.FindAll(values, v => !double.IsNaN(v));
        return x.Length == 0 ? double.NaN : Descriptive.Mean(x);
    }

    /// <summary>Such as <c>莱山区 2023: rank 3, 90 % between 2 and 5, first with probability 0.04</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Area} {Year}: rank {Rank?.ToString("0.#", CultureInfo.InvariantCulture) ?? "—"}, {(RankInterval is { } i ? string.Create(CultureInfo.InvariantCulture, $"90 % between {i.Low:0.#} and {i.High:0.#}") : "never ranked")}, first with probability {First:0.00}");
}
