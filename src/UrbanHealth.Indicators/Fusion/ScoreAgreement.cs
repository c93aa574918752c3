using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>How far measured and residents' scores order areas alike (主客观一致性).</summary>
/// <param name="Spearman">Spearman's correlation with its test.</param>
/// <param name="Kendall">Kendall's τ-b with its test.</param>
/// <param name="Concordance">Kendall's W of the two.</param>
public sealed record ScoreAgreement(CorrelationTest Spearman, CorrelationTest Kendall, KendallConcordance Concordance)
{
    /// <summary>The three on one line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Spearman {Spearman}; Kendall {Kendall}; W {Concordance.W:0.####}");
}
