using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>How far one judgement departs from the weights (判断的不一致贡献).</summary>
/// <param name="Row">The first thing compared, from 0.</param>
/// <param name="Column">The second thing compared, from 0; above <paramref name="Row"/>.</param>
/// <param name="Judgement">The judgement a_ij.</param>
/// <param name="Implied">What the weights imply: w_i / w_j.</param>
/// <param name="Indirect">What the other judgements say of the pair: the geometric mean of a_ik·a_kj over the things k compared with both; NaN when there is none. A reviewer's first proposal for a revision.</param>
/// <param name="Share">Its share of the consistency index, 0…1: e + 1/e − 2 over the sum, e = a_ij·w_j/w_i; the shares of all judgements sum to 1 (Saaty, 2003).</param>
public sealed record InconsistentJudgement(int Row, int Column, double Judgement, double Implied, double Indirect, double Share)
{
    /// <summary>Such as <c>(1, 4): 5, implied 2.1, by the others 1.5, 43 % of the inconsistency</c>; counted from 1.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"({Row + 1}, {Column + 1}): {Judgement:0.###}, implied {Implied:0.###}, by the others {Indirect:0.###}, {100 * Share:0} % of the inconsistency");
}
