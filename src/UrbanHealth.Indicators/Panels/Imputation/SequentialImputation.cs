namespace UrbanHealth.Indicators;

/// <summary>One method after the other, each on what those before left missing (依次插补).</summary>
public sealed record SequentialImputation : Imputation
{
    /// <summary>The methods, in their order; each may have its own <see cref="Imputation.Only"/>.</summary>
    public required IReadOnlyList<Imputation> Steps { get; init; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">It names indicators itself, which its steps do.</exception>
    public override Panel Apply(Panel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        if (Only is not null) throw new InvalidOperationException("The indicators are named by the steps.");
        foreach (Imputation step in Steps) panel = step.Apply(panel);
        return panel;
    }

    /// <summary>Each step frozen on the baseline as the steps before it left it.</summary>
    public override Imputation Fit(Panel baseline, YearRange years)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        var fitted = new List<Imputation>();
        foreach (Imputation step in Steps)
        {
            fitted.Add(step.Fit(baseline, years));
            baseline = fitted[^1].Apply(baseline);
        }
        return this with { Steps = fitted };
    }

    /// <inheritdoc/>
    public override bool IsRelative => Steps.Any(s => s.IsRelative);

    private protected override void Fill(Panel panel, int[] columns, PanelDraft draft) => throw new InvalidOperationException("The steps fill.");

    /// <summary>True when the steps are equal, in their order.</summary>
    public bool Equals(SequentialImputation? other) => other is not null && Only == other.Only && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc/>
    public override int GetHashCode() => Steps.Aggregate(17, HashCode.Combine);
}
