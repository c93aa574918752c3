using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Whether areas that start low grow faster (绝对 β 收敛): the regression of yearly log growth on the log of the start.</summary>
/// <param name="Regression">ln(y₁/y₀)/T on ln y₀: a negative slope is convergence.</param>
/// <param name="Years">T, the years between.</param>
/// <param name="LeftOut">How many areas had no value at one end, or one that is not positive.</param>
/// <remarks>Source: Barro &amp; Sala-i-Martin (1992). Conditional convergence, with further variables, is not what this is.</remarks>
public sealed record BetaConvergence(LinearTrend Regression, double Years, int LeftOut)
{
    /// <summary>The slope; negative is convergence.</summary>
    public double Beta => Regression.Slope;

    /// <summary>The speed of convergence a year, −ln(1 + βT)/T; NaN when 1 + βT is not positive.</summary>
    public double Speed => 1 + Beta * Years > 0 ? -ElementaryFunctions.Log(1 + Beta * Years) / Years : double.NaN;

    /// <summary>The years until half of a gap has closed, ln 2 over the speed; NaN unless it converges.</summary>
    public double HalfLife => Speed > 0 ? ElementaryFunctions.Log(2) / Speed : double.NaN;

    /// <summary>Regresses growth on the start.</summary>
    /// <param name="start">The values at the start, one an area; NaN is missing.</param>
    /// <param name="end">The values at the end, in the same order.</param>
    /// <param name="years">The years between; above 0.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static BetaConvergence Of(ReadOnlySpan<double> start, ReadOnlySpan<double> end, double years)
    {
        if (start.Length != end.Length) throw new ArgumentException("The start and the end differ in length.", nameof(end));
        if (!(years > 0) || double.IsInfinity(years)) throw new ArgumentOutOfRangeException(nameof(years));
        var x = new double[start.Length];
        var y = new double[start.Length];
        int n = 0;
        for (int i = 0; i < start.Length; i++)
        {
            if (!(start[i] > 0 && end[i] > 0) || double.IsInfinity(start[i]) || double.IsInfinity(end[i])) continue;
            x[n] = ElementaryFunctions.Log(start[i]);
            y[n++] = ElementaryFunctions.Log(end[i] / start[i]) / years;
        }
        return new BetaConvergence(LinearTrend.Fit(x.AsSpan(0, n), y.AsSpan(0, n)), years, start.Length - n);
    }

    /// <summary>Such as <c>β = -0.0231 (± 0.004), speed 2.4 % a year, half-life 28.6 years</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"β = {Beta:G3} (± {Regression.SlopeError:G2}), speed {Speed * 100:0.0} % a year, half-life {HalfLife:0.0} years{(LeftOut > 0 ? $", {LeftOut} area(s) left out" : "")}");
}
