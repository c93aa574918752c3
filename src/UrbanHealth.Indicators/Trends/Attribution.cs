using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Why a composite moved between two years, or differs between two areas (变动归因): parts that sum to the change.</summary>
/// <remarks>
/// Node by node down the tree. For arithmetic, geometric, harmonic and power means in closed form: with M = f⁻¹(Σ eᵢf(xᵢ)) the change of Σ eᵢf(xᵢ) is
/// split as ½(e⁰+e¹)Δf + ½(f⁰+f¹)Δe, and each Δ carried through f and f⁻¹ by its divided difference, which for the geometric mean is LMDI-I (Ang 2005) and for the arithmetic the
/// Shapley value. Where that does not hold (zeros, raised scores, medians, minima) by the Shapley value over the children that moved; with more than
/// ten of them the mean over one order and its reverse. A dimension that stood still while its indicators moved against each other passes their parts on too, at what a small
/// movement of it would have been worth. Whatever the parts do not explain is a <see cref="ChangeCause.Rule"/>, so the sum always holds.
/// </remarks>
public sealed record Attribution
{
    internal Attribution() { }

    /// <summary>The composite at the start; NaN when there is none.</summary>
    public required double From { get; init; }

    /// <summary>The composite at the end; NaN when there is none.</summary>
    public required double To { get; init; }

    /// <summary>The end less the start.</summary>
    public double Change => To - From;

    /// <summary>The parts that are not zero, in the order of the tree; empty when <see cref="Reason"/> says why.</summary>
    public IReadOnlyList<AttributionPart> Parts { get; init; } = [];

    /// <summary>Why there is no split; null when there is one.</summary>
    public BilingualText? Reason { get; init; }

    /// <summary>All that lies with an indicator or dimension.</summary>
    public double Of(string code) => Sum(p => p.Code == code);

    /// <summary>All that is due to one cause.</summary>
    public double Of(ChangeCause cause) => Sum(p => p.Cause == cause);

    /// <summary>The parts with the largest first, whichever way they go.</summary>
    public IReadOnlyList<AttributionPart> Largest(int count) => [.. Parts.OrderByDescending(p => Math.Abs(p.Value)).Take(count)];

    /// <summary>Splits the difference of two evaluations: of an area in two years, or of two areas; by one model or by two of one framework.</summary>
    /// <exception cref="ArgumentException">The frameworks differ.</exception>
    public static Attribution Between(AreaEvaluation from, AreaEvaluation to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return Attributing.Between(from, to);
    }

    private double Sum(Func<AttributionPart, bool> which)
    {
        double sum = 0, lost = 0;
        foreach (AttributionPart p in Parts) if (which(p)) Sums.Add(ref sum, ref lost, p.Value);
        return sum + lost;
    }

    /// <summary>The change and its ten largest parts, a line each, and what the others come to.</summary>
    public override string ToString() => Reason is { } reason ? reason.English
        : string.Create(CultureInfo.InvariantCulture, $"{From:0.00} → {To:0.00} ({Change:+0.00;-0.00;0.00})\n{string.Join('\n', Largest(10))}{Others()}");

    private string Others()
    {
        if (Parts.Count <= 10) return "";
        double rest = Change - Largest(10).Sum(p => p.Value);
        return string.Create(CultureInfo.InvariantCulture, $"\n{Parts.Count - 10} more, together {rest:+0.####;-0.####;0}");
    }
}
