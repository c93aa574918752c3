using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>An estimate for the population with its sampling error (带抽样误差的估计值).</summary>
public sealed record SurveyEstimate
{
    /// <summary>The category it is for; empty for the whole population.</summary>
    public string Domain { get; init; } = "";

    /// <summary>The estimate; NaN when nobody in the domain answered.</summary>
    public required double Value { get; init; }

    /// <summary>The standard error (标准误); NaN when it is not defined.</summary>
    public required double StandardError { get; init; }

    /// <summary>The variance of the estimate relative to a simple random sample of as many (设计效应); NaN when it was not computed or is not defined.</summary>
    public double DesignEffect { get; init; } = double.NaN;

    /// <summary>The respondents behind it: those in the domain with a value.</summary>
    public required int Respondents { get; init; }

    /// <summary>The summed weights of these respondents.</summary>
    public double Population { get; init; } = double.NaN;

    /// <summary>Primary units less strata (自由度), counted where the domain has respondents.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>The variance: the squared standard error.</summary>
    public double Variance => StandardError * StandardError;

    /// <summary>The error relative to the estimate (变异系数).</summary>
    public double CoefficientOfVariation => StandardError / Math.Abs(Value);

    /// <summary>An interval for the truth; NaN where the estimate or its error is.</summary>
    /// <param name="level">The probability that it covers the truth.</param>
    /// <param name="method">Wilson, logit and Korn-Graubard are for shares (values from 0 to 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    /// <exception cref="InvalidOperationException">A method for shares on a value that is none.</exception>
    public ConfidenceInterval Interval(double level = 0.95, IntervalMethod method = IntervalMethod.Normal)
    {
        if (!(level > 0 && level < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A level lies between 0 and 1.");
        if (double.IsNaN(Value) || double.IsNaN(StandardError)) return new ConfidenceInterval(double.NaN, double.NaN, level);
        switch (method)
        {
            case IntervalMethod.Normal or IntervalMethod.StudentT:
                double half = StandardError == 0 ? 0 : Quantile(level, method) * StandardError;
                return new ConfidenceInterval(Value - half, Value + half, level);
            case IntervalMethod.Logit:
                ThrowIfNotAShare();
                if (Value is <= 0 or >= 1) return new ConfidenceInterval(double.NaN, double.NaN, level);
                double logit = ElementaryFunctions.Log(Value / (1 - Value)), reach = Quantile(level, IntervalMethod.StudentT) * StandardError / (Value * (1 - Value));
                return new ConfidenceInterval(1 / (1 + ElementaryFunctions.Exp(reach - logit)), 1 / (1 + ElementaryFunctions.Exp(-reach - logit)), level);
            case IntervalMethod.Wilson:
                ThrowIfNotAShare();
                double n = EffectiveSampleSize;
                return ProportionInterval.Wilson(Value * n, n, level);
            case IntervalMethod.KornGraubard:
                ThrowIfNotAShare();
                double t = Quantile(level, IntervalMethod.StudentT), tn = ProportionInterval.StudentT(level, Respondents - 1);
                double m = Math.Min(Respondents, EffectiveSampleSize * (tn / t) * (tn / t));
                return ProportionInterval.ClopperPearson(Value * m, m, level);
            default: throw new ArgumentOutOfRangeException(nameof(method), method, "An unknown method.");
        }
    }

    /// <summary>The size of a simple random sample with the same error for a share, p(1 − p)/se² (有效样本量); the number of respondents at 0 and 1, where the error says nothing.</summary>
    public double EffectiveSampleSize => Value is > 0 and < 1 && StandardError > 0 ? Value * (1 - Value) / Variance : Respondents;

    private double Quantile(double level, IntervalMethod method) => method == IntervalMethod.Normal ? ProportionInterval.Normal(level) : ProportionInterval.StudentT(level, DegreesOfFreedom);

    private void ThrowIfNotAShare()
    {
        if (Value is < 0 or > 1) throw new InvalidOperationException("This interval is for shares, which lie between 0 and 1.");
    }

    /// <summary>Such as <c>662.3 ± 9.409 (n 200)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Domain.Length == 0 ? "" : Domain + " ")}{Value:G5} ± {StandardError:G4} (n {Respondents})");
}
