using System.Globalization;
using System.Text;

namespace UrbanHealth.Indicators;

/// <summary>VIKOR in full (VIKOR 结果), one number an area; the smaller S, R and Q, the better.</summary>
/// <param name="S">Group utility: the weighted sum of distances to the best (群体效用值).</param>
/// <param name="R">Individual regret: the largest weighted distance (个体遗憾值).</param>
/// <param name="Q">The compromise measure (折衷值).</param>
/// <param name="Frozen">Best, worst and ranges, to evaluate later areas with.</param>
public sealed record VikorResult(IReadOnlyList<double> S, IReadOnlyList<double> R, IReadOnlyList<double> Q, FittedVikor Frozen)
{
    /// <summary>The rank of each area by Q; 1 is best.</summary>
    public IReadOnlyList<double> Ranks => Ranking.Of([.. Q.Select(q => -q)]);

    /// <summary>可接受优势: the second Q lies at least 1/(m − 1) above the first, m the areas ranked; true when there is only one.</summary>
    public bool HasAcceptableAdvantage
    {
        get
        {
            int[] order = Order();
            return order.Length < 2 || Q[order[1]] - Q[order[0]] >= Advantage(order.Length);
        }
    }

    /// <summary>可接受稳定性: the first by Q is also first by S or by R.</summary>
    public bool HasAcceptableStability
    {
        get
        {
            int[] order = Order();
            return order.Length > 0 && (S[order[0]] <= order.Min(i => S[i]) || R[order[0]] <= order.Min(i => R[i]));
        }
    }

    /// <summary>The compromise set (妥协解集), by place in the order given, best first.</summary>
    /// <remarks>The first alone when it has both advantage and stability; the first two when only stability is wanting; else all whose Q lies less than 1/(m − 1) above the first. Source: Opricovic &amp; Tzeng (2004).</remarks>
    public IReadOnlyList<int> CompromiseSet
    {
        get
        {
            int[] order = Order();
            if (order.Length == 0) return [];
            if (!HasAcceptableAdvantage) return [.. order.Where(i => Q[i] - Q[order[0]] < Advantage(order.Length))];
            return HasAcceptableStability ? [order[0]] : [.. order.Take(2)];
        }
    }

    private static double Advantage(int areas) => 1.0 / (areas - 1);

    private int[] Order() => [.. Enumerable.Range(0, Q.Count).Where(i => !double.IsNaN(Q[i])).OrderBy(i => Q[i])];

    /// <summary>A table, a line an area in the order given, and the compromise set.</summary>
    public override string ToString()
    {
        IReadOnlyList<double> ranks = Ranks;
        var text = new StringBuilder("area       S         R         Q  rank");
        for (int i = 0; i < Q.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"\n{i,4}  {S[i],8:0.0000}  {R[i],8:0.0000}  {Q[i],8:0.0000}  {ranks[i],4}");
        return text.Append(CultureInfo.InvariantCulture, $"\ncompromise set: {string.Join(", ", CompromiseSet)} (advantage {(HasAcceptableAdvantage ? "yes" : "no")}, stability {(HasAcceptableStability ? "yes" : "no")})").ToString();
    }
}
