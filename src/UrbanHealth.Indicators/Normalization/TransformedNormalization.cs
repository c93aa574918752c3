namespace UrbanHealth.Indicators;

/// <summary>A normalisation of transformed figures (先变换后标准化), such as min-max of logarithms.</summary>
public sealed record TransformedNormalization : Normalization
{
    /// <summary>What comes first; it rises, so the direction stays. A target or range is transformed with the figures.</summary>
    public required Transform Transform { get; init; }

    /// <summary>The normalisation of the transformed figures; given goalposts and targets are on the transformed scale.</summary>
    public required Normalization Then { get; init; }

    /// <inheritdoc/>
    public override FittedNormalization Fit(ReadOnlySpan<double> values, Preference preference = default) =>
        new FittedTransformed { Transform = Transform, Then = Then.Fit(Transformed(values), Transformed(preference)) };

    /// <inheritdoc/>
    public override FittedNormalization Fit(ReadOnlySpan<double> values, IReadOnlyList<string> areas, Preference preference = default) =>
        new FittedTransformed { Transform = Transform, Then = Then.Fit(Transformed(values), areas, Transformed(preference)) };

    internal override LearnedFrom LearnedFrom => Then.LearnedFrom;

    internal override void Learn(ReadOnlySpan<double> values, Preference preference, ColumnStatistics statistics) => Then.Learn(Transformed(values), Transformed(preference), statistics);

    internal override FittedNormalization Fit(ColumnStatistics statistics, Preference preference) => new FittedTransformed { Transform = Transform, Then = Then.Fit(statistics, Transformed(preference)) };

    private double[] Transformed(ReadOnlySpan<double> values)
    {
        var y = new double[values.Length];
        for (int i = 0; i < y.Length; i++)
        {
            try { y[i] = Transform.Apply(values[i]); }
            catch (ArgumentOutOfRangeException e) { throw new ArgumentException(e.Message, nameof(values), e); }
        }
        return y;
    }

    private Preference Transformed(Preference preference) => preference.Direction switch
    {
        Direction.TargetIsBest => Preference.Target(Transform.Apply(preference.Low)),
        Direction.RangeIsBest => Preference.Range(Transform.Apply(preference.Low), Transform.Apply(preference.High)),
        _ => preference,
    };
}
