namespace UrbanHealth.Indicators;

/// <summary>How weights are calibrated (校准选项).</summary>
public sealed record CalibrationOptions
{
    /// <summary>The default options.</summary>
    public static CalibrationOptions Default { get; } = new();

    /// <summary>The distance; raking by default.</summary>
    public CalibrationDistance Distance { get; init; } = CalibrationDistance.Raking;

    /// <summary>The smallest factor a weight may be multiplied with (截断下限); unbounded by default.</summary>
    public double LowerBound { get; init; } = double.NegativeInfinity;

    /// <summary>The largest factor a weight may be multiplied with (截断上限); unbounded by default.</summary>
    public double UpperBound { get; init; } = double.PositiveInfinity;

    /// <summary>The largest deviation from a margin, relative to it, that counts as met; 1e-11 by default.</summary>
    public double Tolerance { get; init; } = 1e-11;

    /// <summary>The most iterations; 500 by default.</summary>
    public int MaximumIterations { get; init; } = 500;

    /// <summary>How far the totals of two margins may differ, relative to them, before they contradict each other; 1e-9 by default.</summary>
    public double MarginAgreement { get; init; } = 1e-9;

    /// <summary>What is done with respondents who lack an attribute of a margin; an error by default. For a <see cref="SatisfactionSurvey"/>; columns of a <see cref="SurveyDesign"/> must be complete.</summary>
    public MissingAttribute Missing { get; init; }

    /// <summary>The regression behind the error of calibrated estimates.</summary>
    public CalibrationResidual Residual { get; init; }

    internal void ThrowIfUnusable()
    {
        if (!(Tolerance > 0)) throw new ArgumentOutOfRangeException(nameof(Tolerance), Tolerance, "The tolerance must be positive.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaximumIterations);
        if (!(LowerBound < 1) || !(UpperBound > 1)) throw new ArgumentException("The bounds of the factors must lie on both sides of 1.");
        if (Distance == CalibrationDistance.Logit && (!double.IsFinite(LowerBound) || !double.IsFinite(UpperBound) || LowerBound < 0))
            throw new ArgumentException("The logit distance needs two finite bounds that are not negative.");
    }
}
