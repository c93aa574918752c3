namespace UrbanHealth.Indicators;

/// <summary>Distance to a reference area (与参照地区的距离): low + (high − low)·(x − worst)/(reference − worst). Source: OECD/JRC Handbook (2008), step 5; COINr <c>n_dist2ref</c>.</summary>
public sealed record DistanceToAreaNormalization : Normalization
{
    /// <summary>The code or name of the reference area; needs the <c>Fit</c> that is given the areas.</summary>
    public required string Area { get; init; }

    /// <summary>The score of the worst fitted figure; 0 by default.</summary>
    public double Low { get; init; }

    /// <summary>The score of the reference area; 1 by default.</summary>
    public double High { get; init; } = 1;

    /// <summary>Whether scores are held within the range; false by default.</summary>
    public bool Capped { get; init; }

    internal override LearnedFrom LearnedFrom => LearnedFrom.NamedAreas;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Always: the method needs the areas' names.</exception>
    public override FittedNormalization Fit(ReadOnlySpan<double> values, Preference preference = default) =>
        throw new ArgumentException("A reference area is looked up by name: give the areas beside the values.", nameof(values));

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">As ever; the area is not there, there more than once, without a figure, or itself the worst.</exception>
    public override FittedNormalization Fit(ReadOnlySpan<double> values, IReadOnlyList<string> areas, Preference preference = default)
    {
        ArgumentNullException.ThrowIfNull(areas);
        CheckRange(Low, High);
        if (areas.Count != values.Length) throw new ArgumentException("One area for each figure is needed.", nameof(areas));
        int row = -1;
        for (int i = 0; i < areas.Count; i++)
        {
            if (areas[i] != Area) continue;
            if (row >= 0) throw new ArgumentException($"The reference area {Area} is there more than once: fit on one year.", nameof(areas));
            row = i;
        }
        if (row < 0) throw new ArgumentException($"The reference area {Area} is not among the areas.", nameof(areas));
        if (double.IsNaN(values[row])) throw new ArgumentException($"The reference area {Area} has no figure.", nameof(values));
        double reference = preference.IsDistance ? preference.Orient(values[row]) : values[row];
        (double worst, _) = Ends(Learned(values, preference), preference);
        if (reference == worst) throw new ArgumentException($"The reference area {Area} has the worst figure itself, so no distance to it can be taken.", nameof(values));
        return new FittedLinear { Worst = worst, Best = reference, Low = Low, High = High, Preference = preference, Capped = Capped };
    }
}
