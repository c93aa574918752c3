using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>A membership degree stretched onto a range (隶属度映射).</summary>
public sealed record FittedMembership : FittedNormalization
{
    /// <summary>The membership function.</summary>
    public required MembershipFunction Function { get; init; }

    /// <summary>The score of degree 0.</summary>
    public required double Low { get; init; }

    /// <summary>The score of degree 1.</summary>
    public required double High { get; init; }

    /// <inheritdoc/>
    public override double Apply(double value) => Low + (High - Low) * Function.Degree(value);

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese
        ? string.Create(CultureInfo.InvariantCulture, $"隶属度 {Function}，{Low:R}~{High:R} 分")
        : string.Create(CultureInfo.InvariantCulture, $"the membership {Function}, {Low:R} to {High:R}");
}
