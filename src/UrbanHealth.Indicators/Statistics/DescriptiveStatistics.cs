using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>The usual statistics of one column at once (描述统计表); those that are not defined are NaN.</summary>
public sealed record DescriptiveStatistics
{
    private DescriptiveStatistics() { }

    /// <summary>How complete the column is.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>The figures that are present.</summary>
    public int Count => Coverage.Total - Coverage.Missing;

    /// <summary>How many different figures there are.</summary>
    public required int Distinct { get; init; }

    /// <summary>How often the most frequent figure comes.</summary>
    public required int MostFrequent { get; init; }

    /// <summary>The smallest figure.</summary>
    public required double Minimum { get; init; }

    /// <summary>The largest figure.</summary>
    public required double Maximum { get; init; }

    /// <summary>The mean.</summary>
    public required double Mean { get; init; }

    /// <summary>The median.</summary>
    public required double Median { get; init; }

    /// <summary>The quantile at 0.25 (R7).</summary>
    public required double LowerQuartile { get; init; }

    /// <summary>The quantile at 0.75 (R7).</summary>
    public required double UpperQuartile { get; init; }

    /// <summary>The standard deviation of the sample; NaN below two figures.</summary>
    public required double StandardDeviation { get; init; }

    /// <summary>The skewness; NaN for a constant or too few figures.</summary>
    public required double Skewness { get; init; }

    /// <summary>The excess kurtosis; NaN for a constant or too few figures.</summary>
    public required double Kurtosis { get; init; }

    /// <summary>The statistics of figures; NaN is missing.</summary>
    /// <param name="values">The figures.</param>
    /// <param name="moments">Which skewness and kurtosis; corrected by default.</param>
    /// <exception cref="ArgumentException">A figure is infinite.</exception>
    public static DescriptiveStatistics Of(ReadOnlySpan<double> values, MomentDefinition moments = MomentDefinition.Corrected)
    {
        double[] x = Descriptive.Present(values, 0);
        Array.Sort(x);
        int n = x.Length, distinct = 0, most = 0;
        for (int i = 0, run = 0; i < n; i++)
        {
            run = i > 0 && x[i] == x[i - 1] ? run + 1 : 1;
            if (run == 1) distinct++;
            most = Math.Max(most, run);
        }
        bool varies = distinct > 1;
        var quartiles = new double[3];
        if (n > 0) QuantileReader.ReadPlaced(x, [0.25, 0.5, 0.75], QuantileDefinition.R7, quartiles);
        double Quartile(int k) => n == 0 ? double.NaN : quartiles[k];
        return new DescriptiveStatistics
        {
            Coverage = Coverage.Of(values),
            Distinct = distinct,
            MostFrequent = most,
            Minimum = n == 0 ? double.NaN : x[0],
            Maximum = n == 0 ? double.NaN : x[^1],
            Mean = n == 0 ? double.NaN : Descriptive.Mean(values),
            Median = Quartile(1),
            LowerQuartile = Quartile(0),
            UpperQuartile = Quartile(2),
            StandardDeviation = n < 2 ? double.NaN : Descriptive.StandardDeviation(values),
            Skewness = varies && n >= (moments == MomentDefinition.Corrected ? 3 : 2) ? Descriptive.Skewness(values, moments) : double.NaN,
            Kurtosis = varies && n >= (moments == MomentDefinition.Corrected ? 4 : 2) ? Descriptive.Kurtosis(values, moments) : double.NaN,
        };
    }

    /// <summary>The statistics on one line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Coverage}; {Minimum:0.####} … {Median:0.####} … {Maximum:0.####}, mean {Mean:0.####}, sd {StandardDeviation:0.####}, skewness {Skewness:0.##}, kurtosis {Kurtosis:0.##}");
}
