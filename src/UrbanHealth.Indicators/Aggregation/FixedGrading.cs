using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Fixed bands of scores (固定分数段分级); nothing is learned.</summary>
public sealed record FixedGrading : Grading
{
    private readonly IReadOnlyList<double> cuts = [];

    /// <summary>The scores that earn each grade but the last, best first: one fewer than the words, descending.</summary>
    /// <exception cref="ArgumentException">A cut is no number, or they do not descend.</exception>
    public required IReadOnlyList<double> Cuts
    {
        get => cuts;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Cuts));
            double[] copy = [.. value];
            for (int i = 0; i < copy.Length; i++)
                if (double.IsNaN(copy[i]) || i > 0 && copy[i] >= copy[i - 1]) throw new ArgumentException("The cuts are numbers, best first, each below the one before.", nameof(Cuts));
            cuts = Figures.Of(copy);
        }
    }

    /// <summary>Which grade a score on a cut belongs to; the better one by default.</summary>
    public IntervalClosure Closure { get; init; } = IntervalClosure.LowerIncluded;

    internal override LearnedFrom LearnedFrom => LearnedFrom.Nothing;

    /// <inheritdoc/>
    public override FittedGrading Fit(ReadOnlySpan<double> scores) => new(Scale, [.. Cuts.Reverse()], Closure);
}
