using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The weighted power mean (加权幂平均): (Σ wᵢxᵢᵖ / W)^(1/p). Source: Hardy, Littlewood &amp; Pólya (1934), 2.2; COINr, <c>a_genmean</c>.</summary>
/// <remarks>
/// p = 1 is the arithmetic, 0 the geometric, −1 the harmonic mean; the lower p, the less a good score makes up for a bad one.
/// A zero makes the composite zero where p ≤ 0 and is an ordinary score where p &gt; 0, unless <see cref="PositiveMeanAggregation.Zeros"/> says otherwise. Computed relative to the largest score, so that no power overflows, and with p near 0 to full precision.
/// A contribution is the composite times wᵢxᵢᵖ / Σ wⱼxⱼᵖ (Euler).
/// </remarks>
public sealed record PowerMeanAggregation : PositiveMeanAggregation
{
    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese ? string.Create(CultureInfo.InvariantCulture, $"加权幂平均(p = {exponent})") : string.Create(CultureInfo.InvariantCulture, $"power mean (p = {exponent})");

    private const double NearZero = 0.1; // nearer 0 the powers are all near 1, and their difference from 1 is what counts

    private readonly double exponent = 1;

    /// <summary>The exponent p; 1 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number.</exception>
    public double Exponent
    {
        get => exponent;
        init => exponent = double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Exponent), value, "The exponent is a finite number; the limits are the minimum and the maximum.");
    }

    private protected override bool ZeroDominates => exponent <= 0;

    private protected override bool HasKernel => exponent == 0 || Math.Abs(exponent) >= NearZero;

    private protected override TileAggregation OverTile() => !HasKernel ? base.OverTile() : exponent == 0 ? OverTile(TileMeans.Of<TileMeans.GeometricMean>)
        : OverTile((scores, weights, scale, limit, composites, odd) => PowerMeans.Of(scores, weights, exponent, scale, limit, composites, odd));

    private protected override double MeanOfPositive(ReadOnlySpan<double> scores, in RowScores row)
    {
        double pivot = Pivot(scores, row), sum = 0;
        if (exponent == 0)
        {
            for (int i = 0; i < scores.Length; i++)
                if (row.Weights[i] != 0) sum += row.Weights[i] * ElementaryFunctions.Log(scores[i]);
            return ElementaryFunctions.Exp(sum / row.PresentWeight);
        }
        if (Math.Abs(exponent) >= NearZero)
        {
            for (int i = 0; i < scores.Length; i++)
                if (row.Weights[i] != 0) sum += row.Weights[i] * ElementaryFunctions.Pow(scores[i] / pivot, exponent);
            return pivot * ElementaryFunctions.Pow(sum / row.PresentWeight, 1 / exponent);
        }
        for (int i = 0; i < scores.Length; i++)
            if (row.Weights[i] != 0) sum += row.Weights[i] * ExpMinusOne(exponent * ElementaryFunctions.Log(scores[i] / pivot));
        return pivot * ElementaryFunctions.Exp(LogOnePlus(sum / row.PresentWeight) / exponent);
    }

    private protected override void Fractions(ReadOnlySpan<double> scores, in RowScores row, Span<double> fractions)
    {
        double pivot = Pivot(scores, row), sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            fractions[i] = row.Weights[i] == 0 ? 0 : row.Weights[i] * ElementaryFunctions.Pow(scores[i] / pivot, exponent);
            sum += fractions[i];
        }
        for (int i = 0; i < scores.Length; i++) fractions[i] /= sum;
    }

    /// <summary>The score whose power is the largest.</summary>
    private double Pivot(ReadOnlySpan<double> scores, in RowScores row)
    {
        double pivot = double.NaN;
        for (int i = 0; i < scores.Length; i++)
            if (row.Weights[i] != 0 && (double.IsNaN(pivot) || (exponent > 0 ? scores[i] > pivot : scores[i] < pivot))) pivot = scores[i];
        return pivot;
    }

    /// <summary>eˣ − 1 without cancellation (Kahan).</summary>
    private static double ExpMinusOne(double x)
    {
        double u = ElementaryFunctions.Exp(x);
        return u == 1 ? x : u - 1 == -1 ? -1 : (u - 1) * x / ElementaryFunctions.Log(u);
    }

    /// <summary>ln(1 + x) without cancellation (Kahan).</summary>
    private static double LogOnePlus(double x)
    {
        double u = 1 + x;
        return u == 1 ? x : ElementaryFunctions.Log(u) * x / (u - 1);
    }
}
