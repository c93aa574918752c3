using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>What one choice does to the ranks, all others as planned (单项选择的影响).</summary>
public sealed record ChoiceEffect
{
    internal ChoiceEffect() { }

    /// <summary>The choice: its name, <c>weights</c> or <c>measurement error</c>.</summary>
    public required string Choice { get; init; }

    /// <summary>The alternative; <c>drawn</c> for weights and errors.</summary>
    public required string Alternative { get; init; }

    /// <summary>The areas, in the panel's order.</summary>
    public required IReadOnlyList<Area> Areas { get; init; }

    /// <summary>For each area, how many ranks it moves (the mean distance over draws for weights and errors); NaN where it has no rank with or without the alternative.</summary>
    public required IReadOnlyList<double> RankShifts { get; init; }

    /// <summary>How many draws it rests on: 1 for an alternative, 0 when it failed.</summary>
    public required int Draws { get; init; }

    /// <summary>Why the alternative, or some of the draws, failed; null when none did.</summary>
    public BilingualText? Failure { get; init; }

    /// <summary>The mean over the areas; NaN when no area has both ranks.</summary>
    public double MeanRankShift => RankShifts.Where(s => !double.IsNaN(s)).DefaultIfEmpty(double.NaN).Average();

    /// <summary>The area that moves most, the first in the panel's order among equals; null when none has both ranks.</summary>
    public Area? MostMoved
    {
        get
        {
            int most = -1;
            for (int a = 0; a < RankShifts.Count; a++)
                if (!double.IsNaN(RankShifts[a]) && (most < 0 || RankShifts[a] > RankShifts[most])) most = a;
            return most < 0 ? null : Areas[most];
        }
    }

    /// <summary>How many ranks an area moves, by code or name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such area.</exception>
    public double this[string area]
    {
        get
        {
            for (int a = 0; a < Areas.Count; a++) if (Areas[a].Code == area || Areas[a].Name == area) return RankShifts[a];
            throw new KeyNotFoundException($"There is no area {area}.");
        }
    }

    /// <summary>Such as <c>normalization ZScore: ranks move 1.20 on average, 莱山区 most by 3</c>.</summary>
    public override string ToString() => Draws == 0
        ? $"{Choice} {Alternative}: failed: {Failure?.English}"
        : string.Create(CultureInfo.InvariantCulture, $"{Choice} {Alternative}: ranks move {MeanRankShift:0.00} on average, {MostMoved} most by {(MostMoved is { } m ? this[m.Code] : double.NaN):0.##}");
}
