using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Bands of standard deviations around the mean (标准差分级): the cuts are mean + multiple · deviation of the fitted scores.</summary>
/// <remarks>Without <see cref="Multiples"/> the cuts are one deviation apart and symmetric about the mean: −1, 0, 1 for four words, −1.5, −0.5, 0.5, 1.5 for five.</remarks>
public sealed record StandardDeviationGrading : Grading
{
    private readonly IReadOnlyList<double> multiples = [];

    /// <summary>The multiples, ascending, one fewer than the words; empty for the symmetric ones.</summary>
    /// <exception cref="ArgumentException">A multiple is no number, or they do not ascend.</exception>
    public IReadOnlyList<double> Multiples
    {
        get => multiples;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Multiples));
            double[] copy = [.. value];
            for (int i = 0; i < copy.Length; i++)
                if (!double.IsFinite(copy[i]) || i > 0 && copy[i] <= copy[i - 1]) throw new ArgumentException("The multiples are numbers, each above the one before.", nameof(Multiples));
            multiples = Figures.Of(copy);
        }
    }

    /// <summary>What the squared deviations are divided by; of the sample by default.</summary>
    public VarianceDenominator Denominator { get; init; } = VarianceDenominator.Sample;

    /// <summary>Which grade a score on a cut belongs to; the better one by default.</summary>
    public IntervalClosure Closure { get; init; } = IntervalClosure.LowerIncluded;

    /// <inheritdoc/>
    public override FittedGrading Fit(ReadOnlySpan<double> scores) => Fit(ExactMoments.Of(scores));

    internal override LearnedFrom LearnedFrom => LearnedFrom.Moments;

    internal override FittedGrading Fit(ExactMoments scores)
    {
        scores = Present(scores);
        if (scores.Minimum == scores.Maximum) throw new ArgumentException("Standard deviations need at least two different scores.", nameof(scores));
        if (Multiples.Count > 0 && Multiples.Count != Scale.Count - 1) throw new InvalidOperationException("There is one multiple fewer than words.");
        double mean = scores.Mean, deviation = Math.Sqrt(scores.Variance(Denominator == VarianceDenominator.Sample ? 1 : 0));
        var cuts = new double[Scale.Count - 1];
        for (int i = 0; i < cuts.Length; i++)
            cuts[i] = mean + deviation * (Multiples.Count > 0 ? Multiples[i] : i - (cuts.Length - 1) / 2.0);
        return new FittedGrading(Scale, cuts, Closure);
    }
}
