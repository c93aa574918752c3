using System.Globalization;
using System.Text;

namespace UrbanHealth.Indicators;

/// <summary>TOPSIS in full (TOPSIS 结果), one number an area.</summary>
/// <param name="Closeness">d⁻/(d⁺ + d⁻), 1 is best (相对贴近度).</param>
/// <param name="DistanceToBest">d⁺ (到正理想解的距离).</param>
/// <param name="DistanceToWorst">d⁻ (到负理想解的距离).</param>
/// <param name="Frozen">The norms and ideals, to evaluate later areas with.</param>
public sealed record TopsisResult(IReadOnlyList<double> Closeness, IReadOnlyList<double> DistanceToBest, IReadOnlyList<double> DistanceToWorst, FittedTopsis Frozen)
{
    /// <summary>The rank of each area; 1 is best.</summary>
    public IReadOnlyList<double> Ranks => Ranking.Of([.. Closeness]);

    /// <summary>A table, a line an area in the order given.</summary>
    public override string ToString()
    {
        IReadOnlyList<double> ranks = Ranks;
        var text = new StringBuilder("area      d+        d-  closeness  rank");
        for (int i = 0; i < Closeness.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"\n{i,4}  {DistanceToBest[i],8:0.0000}  {DistanceToWorst[i],8:0.0000}  {Closeness[i],9:0.0000}  {ranks[i],4}");
        return text.ToString();
    }
}
