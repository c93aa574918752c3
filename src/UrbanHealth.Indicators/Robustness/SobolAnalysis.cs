using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Variance-based sensitivity (Sobol' 敏感度分析): which uncertain input moves the result.</summary>
/// <remarks>
/// Two samples A and B, and for each input A with that input's column from B. First order: mean of f(B)·(f(ABᵢ) − f(A)) over the
/// variance (Saltelli et al. 2010, table 2 b); total: half the mean of (f(A) − f(ABᵢ))² over the variance (Jansen 1999). The variance is
/// that of f(A) and f(B) pooled, over 2N or 2N − 1 by name. The intervals are percentile bootstraps over the N base points.
/// </remarks>
public sealed record SobolAnalysis
{
    /// <summary>The base points N; N·(inputs + 2) evaluations are made. A power of two keeps a Sobol' sequence balanced; 4,096 by default.</summary>
    public int Points { get; init; } = 4096;

    /// <summary>The seed of the sample and of the bootstrap; 1 by default.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Where the sample comes from; a scrambled Sobol' sequence by default, of up to 256 inputs (two dimensions each), random beyond.</summary>
    public SampleKind Sample { get; init; } = SampleKind.ScrambledSobol;

    /// <summary>The resamples of the bootstrap; 1,000 by default, 0 for no intervals (NaN).</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>The share of resamples within an interval; 0.95 by default.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>What the variance is divided by; the population's 2N by default.</summary>
    public VarianceDenominator Denominator { get; init; } = VarianceDenominator.Population;

    /// <summary>The most inputs a Sobol' sequence can serve here.</summary>
    public const int MostSobolInputs = SobolSequence.MostDimensions / 2;

    /// <summary>The indices of each input.</summary>
    /// <param name="inputs">How many inputs vary.</param>
    /// <param name="function">The output at inputs in 0…1 each, which it turns into its own ranges by inverse distribution functions. Called in the order of the points.</param>
    /// <param name="progress">Is told the share done.</param>
    /// <param name="cancellation">Stops the analysis.</param>
    /// <exception cref="ArgumentException">The output does not vary, or is not finite.</exception>
    public IReadOnlyList<SensitivityIndex> Run(int inputs, Func<IReadOnlyList<double>, double> function, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        (double[] a, double[] b, double[][] mixed) = Outputs(inputs, point => function([.. point]), progress, cancellation);
        return Indices(a, b, mixed);
    }

    /// <summary>The outputs of any kind at the points of A, of B, and of A with each input from B.</summary>
    internal (T[] A, T[] B, T[][] Mixed) Outputs<T>(int inputs, Func<double[], T> function, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Points, 2);
        var a = new T[Points];
        var b = new T[Points];
        var mixed = new T[inputs][];
        for (int j = 0; j < inputs; j++) mixed[j] = new T[Points];
        double[] point = new double[2 * inputs], own = new double[inputs];
        Action<long, double[]> sample = Sampler(inputs);
        for (int i = 0; i < Points; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            sample(i, point);
            Array.Copy(point, inputs, own, 0, inputs);
            b[i] = function(own);
            Array.Copy(point, own, inputs);
            a[i] = function(own);
            for (int j = 0; j < inputs; j++)
            {
                own[j] = point[inputs + j];
                mixed[j][i] = function(own);
                own[j] = point[j];
            }
            progress?.Report((i + 1.0) / Points);
        }
        return (a, b, mixed);
    }

    /// <summary>The indices from outputs already at hand.</summary>
    /// <param name="a">The outputs at the points of A.</param>
    /// <param name="b">The outputs at the points of B.</param>
    /// <param name="mixed">For each input, the outputs at A with that input from B.</param>
    /// <exception cref="ArgumentException">The lengths differ, the output does not vary, or is not finite.</exception>
    /// <exception cref="InvalidOperationException">The confidence is no share.</exception>
    public IReadOnlyList<SensitivityIndex> Indices(IReadOnlyList<double> a, IReadOnlyList<double> b, IReadOnlyList<IReadOnlyList<double>> mixed)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(mixed);
        if (!(Confidence is >= 0 and <= 1)) throw new InvalidOperationException("Confidence must lie in 0…1.");
        double[] fa = [.. a], fb = [.. b];
        double[][] fm = [.. mixed.Select(m => m.ToArray())];
        if (fa.Length < 2 || fb.Length != fa.Length || Array.Exists(fm, m => m.Length != fa.Length)) throw new ArgumentException("All outputs have one length, of at least 2.", nameof(mixed));
        if (!fa.Concat(fb).Concat(fm.SelectMany(m => m)).All(double.IsFinite)) throw new ArgumentException("An output is not finite.", nameof(mixed));
        if (!(PooledVariance(fa, fb) > 0)) throw new ArgumentException("The output does not vary.", nameof(a));
        (double[] first, double[] total) = Estimate(fa, fb, fm, null);
        double[][] firsts = new double[fm.Length][], totals = new double[fm.Length][];
        for (int j = 0; j < fm.Length; j++) (firsts[j], totals[j]) = (new double[Resamples], new double[Resamples]);
        var random = new Philox(~Seed); // apart from the sample's numbers
        var rows = new int[fa.Length];
        for (int r = 0; r < Resamples; r++)
        {
            for (int i = 0; i < rows.Length; i++) rows[i] = (int)(random.Uniform(r, i) * rows.Length);
            (double[] f, double[] t) = Estimate(fa, fb, fm, rows);
            for (int j = 0; j < fm.Length; j++) (firsts[j][r], totals[j][r]) = (f[j], t[j]);
        }
        return [.. first.Select((f, j) =>
        {
            double[] alone = Ends(firsts[j]), all = Ends(totals[j]);
            return new SensitivityIndex(f, alone[0], alone[1], total[j], all[0], all[1]);
        })];
    }

    private (double[] First, double[] Total) Estimate(double[] a, double[] b, double[][] mixed, int[]? rows)
    {
        int n = a.Length;
        double[] ra = Rows(a, rows), rb = Rows(b, rows);
        double variance = PooledVariance(ra, rb);
        double[] first = new double[mixed.Length], total = new double[mixed.Length];
        for (int j = 0; j < mixed.Length; j++)
        {
            double[] m = Rows(mixed[j], rows);
            double alone = 0, lostAlone = 0, all = 0, lostAll = 0;
            for (int i = 0; i < n; i++)
            {
                Sums.Add(ref alone, ref lostAlone, rb[i] * (m[i] - ra[i]));
                Sums.Add(ref all, ref lostAll, (ra[i] - m[i]) * (ra[i] - m[i]));
            }
            first[j] = (alone + lostAlone) / n / variance;
            total[j] = (all + lostAll) / (2.0 * n) / variance;
        }
        return (first, total);
    }

    private double PooledVariance(double[] a, double[] b)
    {
        double sum = 0, lost = 0;
        foreach (double x in a) Sums.Add(ref sum, ref lost, x);
        foreach (double x in b) Sums.Add(ref sum, ref lost, x);
        double mean = (sum + lost) / (2.0 * a.Length), squares = 0, rest = 0;
        foreach (double x in a) Sums.Add(ref squares, ref rest, (x - mean) * (x - mean));
        foreach (double x in b) Sums.Add(ref squares, ref rest, (x - mean) * (x - mean));
        return (squares + rest) / (Denominator == VarianceDenominator.Sample ? 2.0 * a.Length - 1 : 2.0 * a.Length);
    }

    private double[] Ends(double[] resampled) =>
        resampled.Length == 0 ? [double.NaN, double.NaN] : Descriptive.Quantiles(resampled, [(1 - Confidence) / 2, (1 + Confidence) / 2]);

    private static double[] Rows(double[] values, int[]? rows) => rows is null ? values : Array.ConvertAll(rows, r => values[r]);

    private Action<long, double[]> Sampler(int inputs)
    {
        if (Sample != SampleKind.Random && inputs <= MostSobolInputs)
        {
            var sequence = new SobolSequence(2 * inputs, Sample == SampleKind.ScrambledSobol ? Seed : null);
            return (i, point) => sequence.Point(i, point);
        }
        if (Sample == SampleKind.Sobol) throw new ArgumentException($"A Sobol' sequence serves at most {MostSobolInputs} inputs here.", nameof(inputs));
        var random = new Philox(Seed);
        return (i, point) =>
        {
            for (int j = 0; j < point.Length; j++) point[j] = random.Uniform(i, j);
        };
    }
}
