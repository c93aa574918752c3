namespace UrbanHealth.Indicators;

/// <summary>An unmet bottom line vetoes the score (一票否决).</summary>
public sealed record VetoRule : BottomLineRule
{
    /// <summary>What the score becomes; zero by default.</summary>
    public VetoOutcome Outcome { get; init; } = VetoOutcome.Zero;
}
