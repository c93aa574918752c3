using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>A design whose errors come from computing the estimate again on replicates of the sample (重复抽样设计).</summary>
/// <remarks>
/// Made by <see cref="SurveyDesign.Replicated"/>. Replicates leave out or draw primary units and are calibrated again as the sample was.
/// The variance is about the estimate of the whole sample. Weights are made when they are needed and never held for all replicates;
/// the same seed gives the same bits for any number of threads.
/// </remarks>
public sealed class SurveyReplicates
{
    private readonly SurveyDesign design;
    private readonly long seed;
    private readonly int[] units;      // the units of each stratum, one after another
    private readonly int[] startOf;    // where each stratum begins in them
    private readonly int[] placeOf;    // the place of each unit in them
    private readonly int[] leftOut;    // jackknife: the unit each replicate leaves out

    internal SurveyReplicates(SurveyDesign design, ReplicationMethod method, int count, long seed)
    {
        (this.design, Method, this.seed) = (design, method, seed);
        SampleStages stages = design.Stages;
        startOf = new int[stages.Strata + 1];
        for (int h = 0; h < stages.Strata; h++)
        {
            startOf[h + 1] = startOf[h] + stages.UnitsOf(h);
            if (stages.UnitsOf(h) == 1 && stages.PopulationOf(h) > 1 && design.Lonely != LonelyStratum.Certainty)
                throw new InvalidOperationException("A stratum with a single primary unit has no replicates unless the rule is LonelyStratum.Certainty.");
        }
        units = new int[stages.PrimaryUnits];
        placeOf = new int[stages.PrimaryUnits];
        var next = (int[])startOf.Clone();
        for (int u = 0; u < stages.PrimaryUnits; u++)
        {
            placeOf[u] = next[stages.StratumOfUnit(u)]++;
            units[placeOf[u]] = u;
        }
        leftOut = method == ReplicationMethod.Jackknife ? [.. units.Where(u => stages.UnitsOf(stages.StratumOfUnit(u)) > 1)] : [];
        Count = method == ReplicationMethod.Jackknife ? leftOut.Length : count;
    }

    /// <summary>How the replicates are made.</summary>
    public ReplicationMethod Method { get; }

    /// <summary>The number of replicates.</summary>
    public int Count { get; }

    /// <summary>The estimate of any statistic, with its error over the replicates.</summary>
    /// <param name="statistic">Computes the figure from weights; called once a replicate, from several threads.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidOperationException">A replicate cannot be calibrated, because a cell of a margin is left empty.</exception>
    public SurveyEstimate Estimate(WeightedStatistic statistic, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(statistic);
        double value = statistic(design.Weights);
        var squares = new double[Count];
        ParallelJobs.For(Count, () => new double[design.Count], (r, weights) =>
        {
            Fill(r, weights);
            double deviation = statistic(weights) - value;
            squares[r] = Scale(r) * deviation * deviation;
        }, cancellation);
        return new SurveyEstimate { Value = value, StandardError = Math.Sqrt(Sums.Of(squares)), Respondents = design.Count, Population = design.Population, DegreesOfFreedom = design.DegreesOfFreedom };
    }

    /// <summary>The mean of a column; NaN leaves its respondent out.</summary>
    /// <exception cref="ArgumentException">The number of values differs from that of respondents.</exception>
    public SurveyEstimate Mean(ReadOnlyMemory<double> values)
    {
        if (values.Length != design.Count) throw new ArgumentException("There must be one value a respondent.", nameof(values));
        return Estimate(weights => Ratio(weights, values.Span)) with { Respondents = Known(values.Span) };
    }

    /// <summary>The mean in each category, in the order of the levels.</summary>
    /// <exception cref="ArgumentException">A length differs from the number of respondents.</exception>
    public IReadOnlyList<SurveyEstimate> Mean(ReadOnlyMemory<double> values, CategoricalColumn by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (by.Count != design.Count) throw new ArgumentException("There must be one category a respondent.", nameof(by));
        return [.. by.Levels.Select((level, d) =>
        {
            double[] inside = values.ToArray();
            for (int i = 0; i < inside.Length; i++) if (by.Codes[i] != d) inside[i] = double.NaN;
            return Mean(inside) with { Domain = level };
        })];
    }

    /// <summary>The total of a column; NaN leaves its respondent out.</summary>
    /// <exception cref="ArgumentException">The number of values differs from that of respondents.</exception>
    public SurveyEstimate Total(ReadOnlyMemory<double> values)
    {
        if (values.Length != design.Count) throw new ArgumentException("There must be one value a respondent.", nameof(values));
        return Estimate(weights => Sum(weights, values.Span)) with { Respondents = Known(values.Span) };
    }

    /// <summary>The weights of one replicate, calibrated again if the design is; <paramref name="weights"/> has a place a respondent.</summary>
    internal void Fill(int replicate, Span<double> weights)
    {
        SampleStages stages = design.Stages;
        double[] factor = Method == ReplicationMethod.Jackknife ? WithoutOne(stages, leftOut[replicate]) : Drawn(stages, replicate);
        ReadOnlySpan<double> before = design.BaseWeights;
        for (int i = 0; i < weights.Length; i++) weights[i] = before[i] * factor[stages.UnitOfRow(i)];
        foreach (CalibrationStep step in design.Steps)
        {
            var again = new Calibrator(weights.ToArray(), step.Cells, step.Targets, step.Auxiliaries, step.Options);
            if (!again.Solve()) throw new InvalidOperationException($"Replicate {replicate} does not meet the margins; merge small cells.");
            for (int i = 0; i < weights.Length; i++) weights[i] *= again.Factors[i];
        }
    }

    private double Scale(int replicate)
    {
        if (Method == ReplicationMethod.Bootstrap) return 1.0 / Count;
        int h = design.Stages.StratumOfUnit(leftOut[replicate]), n = design.Stages.UnitsOf(h);
        return (1 - Fraction(h)) * (n - 1.0) / n;
    }

    private double Fraction(int stratum) => double.IsInfinity(design.Stages.PopulationOf(stratum)) ? 0 : design.Stages.UnitsOf(stratum) / design.Stages.PopulationOf(stratum);

    private double[] WithoutOne(SampleStages stages, int unit)
    {
        var factor = new double[stages.PrimaryUnits];
        Array.Fill(factor, 1);
        int h = stages.StratumOfUnit(unit), n = stages.UnitsOf(h);
        for (int k = startOf[h]; k < startOf[h + 1]; k++) factor[units[k]] = n / (n - 1.0);
        factor[unit] = 0;
        return factor;
    }

    private double[] Drawn(SampleStages stages, int replicate)
    {
        var factor = new double[stages.PrimaryUnits];
        var random = new Philox(seed);
        int draw = 0;
        for (int h = 0; h < stages.Strata; h++)
        {
            int n = stages.UnitsOf(h);
            if (n == 1) { factor[units[startOf[h]]] = 1; continue; }
            double shrink = Math.Sqrt(1 - Fraction(h)), each = shrink * n / (n - 1.0);
            for (int k = startOf[h]; k < startOf[h + 1]; k++) factor[units[k]] = 1 - shrink;
            for (int d = 0; d < n - 1; d++) factor[units[startOf[h] + (int)(random.Uniform(replicate, draw++) * n)]] += each;
        }
        return factor;
    }

    private static double Ratio(ReadOnlySpan<double> weights, ReadOnlySpan<double> values)
    {
        double sum = 0, lost = 0, total = 0, rest = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            Sums.Add(ref sum, ref lost, weights[i] * values[i]);
            Sums.Add(ref total, ref rest, weights[i]);
        }
        return (sum + lost) / (total + rest);
    }

    private static double Sum(ReadOnlySpan<double> weights, ReadOnlySpan<double> values)
    {
        double sum = 0, lost = 0;
        for (int i = 0; i < values.Length; i++) if (!double.IsNaN(values[i])) Sums.Add(ref sum, ref lost, weights[i] * values[i]);
        return sum + lost;
    }

    private static int Known(ReadOnlySpan<double> values)
    {
        int n = 0;
        foreach (double x in values) if (!double.IsNaN(x)) n++;
        return n;
    }

    /// <summary>Such as <c>500 Bootstrap replicates of 200 respondents …</c>.</summary>
    public override string ToString() => $"{Count} {Method} replicates of {design}";
}
