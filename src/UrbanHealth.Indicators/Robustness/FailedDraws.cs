using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Draws that failed for one reason (失败的抽样及原因).</summary>
/// <param name="Reason">Why.</param>
/// <param name="Count">How many.</param>
/// <param name="FirstDraw">The number of the first of them, from 0.</param>
/// <param name="Alternatives">The alternatives that the first of them had, by choice; empty when no choice varies.</param>
public sealed record FailedDraws(BilingualText Reason, int Count, int FirstDraw, IReadOnlyDictionary<string, string> Alternatives)
{
    /// <summary>Such as <c>12 draws, the first number 3: a geometric mean of a negative score (normalization ZScore)</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Count} {(Count == 1 ? "draw" : "draws")}, the first number {FirstDraw}: {Reason.English}")
        + (Alternatives.Count == 0 ? "" : $" ({string.Join(", ", Alternatives.Select(a => $"{a.Key} {a.Value}"))})");
}
