using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>How many to ask (样本量).</summary>
public static class SampleSize
{
    /// <summary>Respondents for a share with a margin of error (比例的样本量), n₀ = z²p(1 − p)/e², n = n₀/(1 + (n₀ − 1)/N), times the design effect, over the response rate; rounded up. Source: Cochran (1977), eq. 4.1 and 4.2.</summary>
    /// <param name="marginOfError">Half the width of the interval, such as 0.05.</param>
    /// <param name="level">The probability that the interval covers the truth.</param>
    /// <param name="share">The share expected; 0.5 asks for the most.</param>
    /// <param name="population">The size of the population.</param>
    /// <param name="designEffect">The design effect expected.</param>
    /// <param name="responseRate">The fraction of those asked that answer.</param>
    /// <returns>How many to ask, at most the population.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static int ForShare(double marginOfError, double level = 0.95, double share = 0.5, double population = double.PositiveInfinity, double designEffect = 1, double responseRate = 1)
    {
        if (!(share is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
        return ForMean(marginOfError, Math.Sqrt(share * (1 - share)), level, population, designEffect, responseRate);
    }

    /// <summary>Respondents for a mean with a margin of error (均值的样本量), from the standard deviation expected. Source: Cochran (1977), eq. 4.7 in the form of 4.2.</summary>
    /// <inheritdoc cref="ForShare"/>
    public static int ForMean(double marginOfError, double standardDeviation, double level = 0.95, double population = double.PositiveInfinity, double designEffect = 1, double responseRate = 1)
    {
        if (!(marginOfError > 0)) throw new ArgumentOutOfRangeException(nameof(marginOfError), marginOfError, "The margin of error must be positive.");
        if (!(standardDeviation > 0)) throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, "The standard deviation must be positive.");
        if (!(level is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A level lies between 0 and 1.");
        if (!(population >= 1)) throw new ArgumentOutOfRangeException(nameof(population), population, "The population is at least 1.");
        if (!(designEffect > 0)) throw new ArgumentOutOfRangeException(nameof(designEffect), designEffect, "The design effect must be positive.");
        if (!(responseRate is > 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(responseRate), responseRate, "A response rate lies above 0 and is at most 1.");
        double z = ProportionInterval.Normal(level), n0 = ElementaryFunctions.Pow(z * standardDeviation / marginOfError, 2);
        double n = double.IsInfinity(population) ? n0 : n0 / (1 + (n0 - 1) / population);
        // a fraction of 1e-9 of a respondent is rounding
        return (int)Math.Min(population, Math.Ceiling(n * designEffect / responseRate - 1e-9));
    }

    /// <summary>Respondents in each stratum so that each alone has the margin of error (分层样本量).</summary>
    /// <param name="strata">The strata with their population.</param>
    /// <param name="marginOfError">Half the width of the interval in each stratum.</param>
    /// <param name="level">The probability that the interval covers the truth.</param>
    /// <param name="share">The share expected.</param>
    /// <param name="designEffect">The design effect expected within a stratum.</param>
    /// <param name="responseRate">The fraction of those asked that answer.</param>
    public static IReadOnlyList<(string Stratum, int Respondents)> ByStratum(PopulationMargin strata, double marginOfError, double level = 0.95, double share = 0.5, double designEffect = 1, double responseRate = 1)
    {
        ArgumentNullException.ThrowIfNull(strata);
        return [.. strata.Cells.Select(c => (c.Level, ForShare(marginOfError, level, share, c.Population, designEffect, responseRate)))];
    }
}
