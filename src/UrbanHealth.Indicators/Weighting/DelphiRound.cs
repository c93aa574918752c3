using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>One round of expert ratings (德尔菲一轮).</summary>
public sealed record DelphiRound
{
    /// <summary>Each indicator's statistics, in their order.</summary>
    public required IReadOnlyList<DelphiItem> Items { get; init; }

    /// <summary>How far the experts agree on the order; over the experts who rated every indicator.</summary>
    public required KendallConcordance Concordance { get; init; }

    /// <summary>The mean coefficient of variation of the indicators (sample).</summary>
    public double MeanVariation => Items.Average(i => i.Variation);

    /// <summary>Such as <c>20 indicators, mean CV 0.41, W 0.5397 (χ² 30.76, df 19, p 0.0429)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Items.Count} indicators, mean CV {MeanVariation:0.##}, {Concordance}");
}
