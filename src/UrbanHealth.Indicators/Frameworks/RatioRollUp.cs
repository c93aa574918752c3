namespace UrbanHealth.Indicators;

/// <summary>分子分母汇总: scale × Σ numerator / Σ denominator, both quantities of the framework.</summary>
public sealed record RatioRollUp : RollUp
{
    /// <summary>The code of the quantity above the line.</summary>
    public required string Numerator { get; init; }

    /// <summary>The code of the quantity below the line.</summary>
    public required string Denominator { get; init; }

    /// <summary>What the quotient is multiplied by; 1 by default, 100 for a percentage.</summary>
    public double Scale { get; init; } = 1;
}
