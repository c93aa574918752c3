using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Grey relation of series to a reference series (灰色关联): ξ = (Δmin + ρΔmax)/(Δ + ρΔmax), Δ the absolute difference. Source: Deng (1982).</summary>
public sealed record GreyRelation
{
    private GreyRelation(Matrix coefficients, IReadOnlyList<double> degrees, double smallest, double largest) =>
        (Coefficients, Degrees, SmallestDifference, LargestDifference) = (coefficients, degrees, smallest, largest);

    /// <summary>The relational coefficients (关联系数): a row a point, a column a series; NaN where a figure is missing.</summary>
    public Matrix Coefficients { get; }

    /// <summary>The relational degree of each series (关联度), 1 for one that equals the reference; NaN for a series without figures.</summary>
    public IReadOnlyList<double> Degrees { get; }

    /// <summary>The smallest difference over all series (两级最小差).</summary>
    public double SmallestDifference { get; }

    /// <summary>The largest difference over all series (两级最大差).</summary>
    public double LargestDifference { get; }

    /// <summary>The relation of series to a reference.</summary>
    /// <param name="reference">The reference series (参考序列), one figure a point.</param>
    /// <param name="series">The compared series (比较序列): a row a point, a column a series, all on one scale; NaN is left out.</param>
    /// <param name="weights">The weight of each point; empty for equal ones.</param>
    /// <param name="rho">The resolution ρ (分辨系数), in (0, 1]; 0.5 by default.</param>
    /// <param name="extremes">Over what the extremes are taken; over all series by default.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a weight is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">ρ does not lie in (0, 1].</exception>
    public static GreyRelation Of(ReadOnlySpan<double> reference, Matrix series, ReadOnlySpan<double> weights = default, double rho = 0.5, GreyExtremes extremes = GreyExtremes.Global)
    {
        ArgumentNullException.ThrowIfNull(series);
        CheckResolution(rho);
        if (reference.Length != series.Rows) throw new ArgumentException("The reference has one figure for each row of the series.", nameof(reference));
        if (!weights.IsEmpty && weights.Length != series.Rows) throw new ArgumentException("One weight for each row is needed.", nameof(weights));
        WeightCheck.NotNegative(weights);

        var differences = new double[series.Columns][];
        double smallest = double.PositiveInfinity, largest = 0;
        for (int k = 0; k < differences.Length; k++)
        {
            ReadOnlySpan<double> x = series.Column(k);
            differences[k] = new double[x.Length];
            for (int i = 0; i < x.Length; i++)
            {
                double d = differences[k][i] = Math.Abs(reference[i] - x[i]);
                if (double.IsNaN(d)) continue;
                smallest = Math.Min(smallest, d);
                largest = Math.Max(largest, d);
            }
        }
        var degrees = new double[differences.Length];
        for (int k = 0; k < degrees.Length; k++)
        {
            (double low, double high) = extremes == GreyExtremes.Global ? (smallest, largest) : Extremes(differences[k]);
            double sum = 0, weight = 0;
            for (int i = 0; i < differences[k].Length; i++)
            {
                if (double.IsNaN(differences[k][i])) continue;
                double w = weights.IsEmpty ? 1 : weights[i];
                differences[k][i] = Coefficient(differences[k][i], low, high, rho);
                sum += w * differences[k][i];
                weight += w;
            }
            degrees[k] = sum / weight;
        }
        return new GreyRelation(Matrix.FromMemory([.. differences.Select(d => (ReadOnlyMemory<double>)d)]), Array.AsReadOnly(degrees), smallest, largest);
    }

    internal static void CheckResolution(double rho)
    {
        if (!(rho > 0 && rho <= 1)) throw new ArgumentOutOfRangeException(nameof(rho), rho, "The resolution lies in (0, 1].");
    }

    /// <summary>ξ; 1 where nothing differs from the reference at all, as the axioms of the relation ask.</summary>
    internal static double Coefficient(double difference, double smallest, double largest, double rho) =>
        largest == 0 && difference == 0 ? 1 : (smallest + rho * largest) / (difference + rho * largest);

    internal static (double Smallest, double Largest) Extremes(ReadOnlySpan<double> differences)
    {
        double smallest = double.PositiveInfinity, largest = 0;
        foreach (double d in differences)
        {
            if (double.IsNaN(d)) continue;
            smallest = Math.Min(smallest, d);
            largest = Math.Max(largest, d);
        }
        return (smallest, largest);
    }

    /// <summary>Such as <c>grey relational degrees: 0.6667 0.6667 0.5556</c>.</summary>
    public override string ToString() => "grey relational degrees: " + string.Join(' ', Degrees.Select(d => d.ToString("0.0000", CultureInfo.InvariantCulture)));
}
