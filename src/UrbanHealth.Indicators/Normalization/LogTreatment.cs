namespace UrbanHealth.Indicators;

/// <summary>A logarithm as a treatment (对数处理): the shift is learned, so later figures below the fitted smallest may be undefined.</summary>
public sealed record LogTreatment : Treatment
{
    /// <summary>Which logarithm; shifted by the range by default.</summary>
    public LogVariant Variant { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Nothing is present; the figures are constant (shifted by the range, GII) or not all positive (plain); the largest is not above 1 (GII).</exception>
    public override FittedTreatment Fit(ReadOnlySpan<double> values)
    {
        double[] x = Descriptive.Sorted(values);
        double minimum = x[0], maximum = x[^1], range = maximum - minimum;
        if (Variant == LogVariant.Plain && minimum <= 0) throw new ArgumentException("A figure is not positive and has no logarithm: choose a shifted variant.", nameof(values));
        if (Variant is not (LogVariant.Plain or LogVariant.ShiftedByOne) && range == 0) throw new ArgumentException("All figures are equal: there is no range to shift by.", nameof(values));
        bool left = Variant is LogVariant.ShiftedBySkew or LogVariant.GlobalInnovationIndex && x.Length >= 3 && Descriptive.Skewness(x) < 0;
        Transform transform = Variant switch
        {
            LogVariant.Plain => new LogTransform(),
            LogVariant.ShiftedByOne => new LogTransform { Shift = 1 - minimum },
            LogVariant.GlobalInnovationIndex => Gii(left ? -maximum : minimum, range, maximum, nameof(values)),
            _ => new LogTransform { Shift = 0.01 * range - (left ? -maximum : minimum) },
        };
        return new FittedTransform { Transform = left ? new ReflectedTransform { Of = transform } : transform };
    }

    /// <summary>ln(f·(x − m) + 1), with f = (max − 1)/range.</summary>
    private static LogTransform Gii(double minimum, double range, double maximum, string argument)
    {
        if (maximum <= 1) throw new ArgumentException("The formula of the Global Innovation Index rises only where the largest figure is above 1: use another variant.", argument);
        double factor = (maximum - 1) / range;
        return new LogTransform { Factor = factor, Shift = 1 - factor * minimum };
    }
}
