using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The grey model GM(1,1) of a short series (灰色预测模型), with its tests.</summary>
/// <remarks>
/// x⁽¹⁾ is the running sum, z(k) = λx⁽¹⁾(k−1) + (1 − λ)x⁽¹⁾(k) its background value, and x⁽⁰⁾(k) + a·z(k) = b by least squares;
/// x̂⁽¹⁾(k+1) = (x⁽⁰⁾(1) − b/a)e^(−ak) + b/a. Source: Deng (1982). Good for four to ten positive values that grow or fall at about one
/// rate; nothing for series that turn. Whether the series is fit for it is what the tests say; <see cref="Forecast.Grey"/> refuses by them.
/// </remarks>
public sealed class GreyModel
{
    private readonly double[] values;

    private GreyModel(double[] values, double a, double b)
    {
        this.values = values;
        (A, B) = (a, b);
        Fitted = [.. Enumerable.Range(0, values.Length).Select(Predict)];
        Residuals = [.. values.Zip(Fitted, (x, f) => x - f)];
        RelativeErrors = [.. values.Zip(Residuals, (x, e) => Math.Abs(e) / x)];
        ClassRatios = [.. Enumerable.Range(1, values.Length - 1).Select(k => values[k - 1] / values[k])];
        double s = (1 - 0.5 * a) / (1 + 0.5 * a);
        ClassRatioDeviations = [.. ClassRatios.Select(r => 1 - s * r)];
    }

    /// <summary>a, the development coefficient (发展系数): negative for growth.</summary>
    public double A { get; }

    /// <summary>b, the grey input (灰作用量).</summary>
    public double B { get; }

    /// <summary>The fitted values.</summary>
    public IReadOnlyList<double> Fitted { get; }

    /// <summary>Observed less fitted; the first is 0 up to rounding.</summary>
    public IReadOnlyList<double> Residuals { get; }

    /// <summary>|residual| over the observed value.</summary>
    public IReadOnlyList<double> RelativeErrors { get; }

    /// <summary>x(k−1)/x(k) for k from the second on (级比).</summary>
    public IReadOnlyList<double> ClassRatios { get; }

    /// <summary>1 − (1 − a/2)/(1 + a/2) · class ratio (级比偏差).</summary>
    public IReadOnlyList<double> ClassRatioDeviations { get; }

    /// <summary>The interval the class ratios must lie in: e^(−2/(n+1)) to e^(2/(n+1)).</summary>
    public (double Lower, double Upper) ClassRatioBounds => (ElementaryFunctions.Exp(-2.0 / (values.Length + 1)), ElementaryFunctions.Exp(2.0 / (values.Length + 1)));

    /// <summary>True when every class ratio lies strictly inside its bounds (级比检验).</summary>
    public bool PassesClassRatioTest => ClassRatios.All(r => r > ClassRatioBounds.Lower && r < ClassRatioBounds.Upper);

    /// <summary>S₁, the population standard deviation of the series.</summary>
    public double SeriesDeviation => Spread(values);

    /// <summary>S₂, the population standard deviation of the residuals.</summary>
    public double ResidualDeviation => Spread(Residuals);

    /// <summary>P, the small-error probability (小误差概率): the share of points with |e − ē| &lt; 0.6745·S₁.</summary>
    public double SmallErrorProbability
    {
        get
        {
            double mean = Residuals.Average(), bound = 0.6745 * SeriesDeviation;
            return (double)Residuals.Count(e => Math.Abs(e - mean) < bound) / values.Length;
        }
    }

    /// <summary>The mean relative error from the second value on; the first is fitted by construction.</summary>
    public double MeanRelativeError => RelativeErrors.Skip(1).Average();

    /// <summary>The absolute grey relational degree of the series and its fit (灰色绝对关联度): (1 + |s₀| + |s₁|)/(1 + |s₀| + |s₁| + |s₁ − s₀|). Source: Liu (1991).</summary>
    public double AbsoluteRelationalDegree
    {
        get
        {
            double s0 = Math.Abs(Area(values)), s1 = Math.Abs(Area(Fitted)), d = Math.Abs(Area(values) - Area(Fitted));
            return (1 + s0 + s1) / (1 + s0 + s1 + d);
        }
    }

    /// <summary>The accuracy by <see cref="PosteriorRatio.AllPoints"/> and P.</summary>
    public GreyAccuracy Accuracy
    {
        get
        {
            double c = PosteriorVarianceRatio(), p = SmallErrorProbability;
            return c <= 0.35 && p >= 0.95 ? GreyAccuracy.Good : c <= 0.5 && p >= 0.8 ? GreyAccuracy.Qualified : c <= 0.65 && p >= 0.7 ? GreyAccuracy.BarelyQualified : GreyAccuracy.Unqualified;
        }
    }

    /// <summary>C, the posterior-variance ratio (后验差比值): small is good; NaN for a constant series.</summary>
    public double PosteriorVarianceRatio(PosteriorRatio definition = PosteriorRatio.AllPoints)
    {
        double s1 = SeriesDeviation;
        if (s1 == 0) return double.NaN;
        return definition switch
        {
            PosteriorRatio.ResidualsFromSecond => Spread([.. Residuals.Skip(1)]) / s1,
            PosteriorRatio.AbsoluteResiduals => Spread([.. Residuals.Select(Math.Abs)]) / s1,
            PosteriorRatio.Variances => ResidualDeviation * ResidualDeviation / (s1 * s1),
            _ => ResidualDeviation / s1,
        };
    }

    /// <summary>The value the model gives for a place in the series; 0 is the first, n the first after the last.</summary>
    public double Predict(int place)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(place);
        if (place == 0) return values[0];
        if (A == 0) return B;
        // (x₁ − b/a)(e^(−ak) − e^(−a(k−1))) = (b/a − x₁)(1 − e^(−a))·e^(−a(k−1)) · … written so that small a keeps its digits
        return (B - A * values[0]) * Expm1Over(A) * ElementaryFunctions.Exp(-A * (place - 1));
    }

    /// <summary>The model of an equally spaced series.</summary>
    /// <param name="values">At least four positive values; none missing.</param>
    /// <param name="background">λ, the weight of the earlier sum in the background value; 0.5 by default (紧邻均值).</param>
    /// <exception cref="ArgumentException">Fewer than four values, or one that is missing, zero or negative.</exception>
    public static GreyModel Of(ReadOnlySpan<double> values, double background = 0.5)
    {
        if (values.Length < 4) throw new ArgumentException("A grey model needs at least four values.", nameof(values));
        if (!(background is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(background));
        foreach (double v in values) if (!(v > 0) || double.IsInfinity(v)) throw new ArgumentException("A value is missing, zero, negative or infinite.", nameof(values));
        int n = values.Length - 1;
        var z = new double[n];
        double running = values[0];
        for (int k = 0; k < n; k++)
        {
            double next = running + values[k + 1];
            z[k] = background * running + (1 - background) * next;
            running = next;
        }
        LinearTrend line = LinearTrend.Fit(z, values[1..]);
        return new GreyModel(values.ToArray(), -line.Slope, line.Intercept);
    }

    private static double Expm1Over(double a) => Math.Abs(a) < 1e-5 ? 1 - a / 2 + a * a / 6 : (1 - ElementaryFunctions.Exp(-a)) / a;

    private static double Area(IReadOnlyList<double> x)
    {
        double sum = 0;
        for (int k = 1; k < x.Count; k++) sum += (x[k] - x[0]) * (k == x.Count - 1 ? 0.5 : 1);
        return sum;
    }

    private static double Spread(IReadOnlyList<double> x)
    {
        double mean = x.Average(), sum = 0;
        foreach (double v in x) sum += (v - mean) * (v - mean);
        return Math.Sqrt(sum / x.Count);
    }

    /// <summary>Such as <c>GM(1,1) a = -0.1856, b = 90.57, C = 0.011, P = 1, good</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"GM(1,1) a = {A:G4}, b = {B:G4}, C = {PosteriorVarianceRatio():0.000}, P = {SmallErrorProbability:0.##}, class ratios {(PassesClassRatioTest ? "pass" : "fail")}, {Accuracy}");
}
