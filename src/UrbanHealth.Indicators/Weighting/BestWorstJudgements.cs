using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Comparisons of the best with all and of all with the worst (最优最劣比较): 2n − 3 judgements instead of n(n − 1)/2.</summary>
/// <remarks>Immutable, compared by value; checked when made.</remarks>
public sealed record BestWorstJudgements
{
    /// <summary>The judgements of one expert.</summary>
    /// <param name="best">The place of the most important, from 0.</param>
    /// <param name="worst">The place of the least important, from 0.</param>
    /// <param name="bestToOthers">How many times as important the best is as each, 1 for itself.</param>
    /// <param name="othersToWorst">How many times as important each is as the worst, 1 for itself.</param>
    /// <exception cref="ArgumentException">The judgements contradict each other; the message lists every place.</exception>
    public BestWorstJudgements(int best, int worst, IReadOnlyList<double> bestToOthers, IReadOnlyList<double> othersToWorst)
    {
        ArgumentNullException.ThrowIfNull(bestToOthers);
        ArgumentNullException.ThrowIfNull(othersToWorst);
        int n = bestToOthers.Count;
        if (n < 2 || othersToWorst.Count != n) throw new ArgumentException("There are two lists of one length, of two things or more.", nameof(othersToWorst));
        if (best < 0 || best >= n) throw new ArgumentOutOfRangeException(nameof(best));
        if (worst < 0 || worst >= n || worst == best) throw new ArgumentOutOfRangeException(nameof(worst), "The worst is one of the things, and not the best.");
        (Best, Worst, BestToOthers, OthersToWorst) = (best, worst, [.. bestToOthers], [.. othersToWorst]);
        string[] found = [.. Contradictions()];
        if (found.Length > 0) throw new ArgumentException(string.Join(' ', found), nameof(bestToOthers));
    }

    /// <summary>The place of the most important (最优指标).</summary>
    public int Best { get; }

    /// <summary>The place of the least important (最劣指标).</summary>
    public int Worst { get; }

    /// <summary>a_Bj: how many times as important the best is as each.</summary>
    public IReadOnlyList<double> BestToOthers { get; }

    /// <summary>a_jW: how many times as important each is as the worst.</summary>
    public IReadOnlyList<double> OthersToWorst { get; }

    /// <summary>a_BW: how many times as important the best is as the worst.</summary>
    internal double BestToWorst => BestToOthers[Worst];

    private IEnumerable<string> Contradictions()
    {
        if (BestToOthers[Best] != 1) yield return $"The best over itself is 1, not {Text(BestToOthers[Best])}.";
        if (OthersToWorst[Worst] != 1) yield return $"The worst over itself is 1, not {Text(OthersToWorst[Worst])}.";
        if (BestToOthers[Worst] != OthersToWorst[Best]) yield return $"The best over the worst is {Text(BestToOthers[Worst])} in one list and {Text(OthersToWorst[Best])} in the other.";
        for (int j = 0; j < BestToOthers.Count; j++)
        {
            string name = FormattableString.Invariant($"thing {j + 1}");
            if (!(BestToOthers[j] >= 1 && double.IsFinite(BestToOthers[j]))) yield return $"The best over {name} is {Text(BestToOthers[j])}, which is below 1.";
            else if (BestToOthers[j] > BestToOthers[Worst]) yield return $"The best over {name} is {Text(BestToOthers[j])}, more than over the worst.";
            if (!(OthersToWorst[j] >= 1 && double.IsFinite(OthersToWorst[j]))) yield return $"{name} over the worst is {Text(OthersToWorst[j])}, which is below 1.";
            else if (OthersToWorst[j] > OthersToWorst[Best]) yield return $"{name} over the worst is {Text(OthersToWorst[j])}, more than the best.";
        }
    }

    private static string Text(double x) => x.ToString("0.####", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public bool Equals(BestWorstJudgements? other) => other is not null && Best == other.Best && Worst == other.Worst && BestToOthers.SequenceEqual(other.BestToOthers) && OthersToWorst.SequenceEqual(other.OthersToWorst);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Best, Worst, BestToOthers.Count, BestToWorst);
}
