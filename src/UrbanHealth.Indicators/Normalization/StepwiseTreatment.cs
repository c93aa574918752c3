namespace UrbanHealth.Indicators;

/// <summary>Step after step (逐步处理): a step is taken only when the column fails the test, and the last one tried stays. Source: COINr <c>Treat</c>.</summary>
public sealed record StepwiseTreatment : Treatment
{
    /// <summary>When a column needs treatment.</summary>
    public SkewKurtosisTest Test { get; init; } = new();

    /// <summary>The treatments, first to last.</summary>
    public required IReadOnlyList<Treatment> Steps { get; init; }

    /// <summary>Whether a step is applied on top of those before it; false by default: each starts from the raw figures.</summary>
    public bool Combined { get; init; }

    /// <inheritdoc/>
    public override FittedTreatment Fit(ReadOnlySpan<double> values)
    {
        double[] raw = Descriptive.Present(values, 0), current = raw;
        Array.Sort(raw); // the order of the areas must not show in the last bit of a skewness
        var taken = new List<FittedTreatment>();
        foreach (Treatment step in Steps)
        {
            if (Test.Passes(current)) break;
            if (!Combined)
            {
                taken.Clear();
                current = raw;
            }
            FittedTreatment fitted = step.Fit(current);
            var treated = new double[raw.Length];
            fitted.Apply(current, treated);
            taken.Add(fitted);
            current = treated;
        }
        return taken.Count switch
        {
            0 => new FittedCap(),
            1 => taken[0],
            _ => new FittedSequence { Steps = [.. taken] },
        };
    }
}
