using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>How a sample was drawn and what each respondent stands for (抽样设计): strata, clusters of one or two stages, weights, finite population.</summary>
/// <remarks>
/// Immutable and thread-safe; columns are held once and never copied again. Estimates linearise by Taylor series and sum the variance
/// over strata and stages (Särndal, Swensson &amp; Wretman 1992, ch. 4 and 5.5; as R's survey package, Lumley 2010). A value that is NaN
/// leaves its respondent out of that estimate, who is then outside the domain as any other respondent would be.
/// </remarks>
public sealed partial class SurveyDesign
{
    private readonly double[] weights;
    private readonly SampleStages stages;
    private readonly ScoreProjection[] projections;
    private readonly CalibrationStep[] steps;

    private SurveyDesign(double[] weights, SampleStages stages, ScoreProjection[] projections, CalibrationStep[] steps, LonelyStratum lonely, DesignEffectReference reference)
    {
        (this.weights, this.stages, this.projections, this.steps) = (weights, stages, projections, steps);
        (Lonely, Reference) = (lonely, reference);
    }

    /// <summary>The number of respondents.</summary>
    public int Count => weights.Length;

    /// <summary>How many of the population each respondent stands for (权重).</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>The rule for strata with one primary unit.</summary>
    public LonelyStratum Lonely { get; }

    /// <summary>The sample that design effects compare with.</summary>
    public DesignEffectReference Reference { get; }

    /// <summary>The summed weights: the estimated population.</summary>
    public double Population => Sums.Of(weights);

    /// <summary>The number of strata (层数).</summary>
    public int Strata => stages.Strata;

    /// <summary>The number of primary sampling units (初级抽样单元数).</summary>
    public int PrimaryUnits => stages.PrimaryUnits;

    /// <summary>Primary units less strata (自由度).</summary>
    public int DegreesOfFreedom => stages.PrimaryUnits - stages.Strata;

    /// <summary>Whether weights were calibrated to known totals.</summary>
    public bool IsCalibrated => steps.Length > 0;

    /// <summary>The design effect of unequal weights, n·Σw²/(Σw)² (Kish 1965, 权重设计效应).</summary>
    public double KishDesignEffect
    {
        get
        {
            double squares = 0, lost = 0, total = Population;
            foreach (double w in weights) Sums.Add(ref squares, ref lost, w * w);
            return Count * (squares + lost) / (total * total);
        }
    }

    /// <summary>The effective sample size (Σw)²/Σw² (Kish, 有效样本量).</summary>
    public double KishEffectiveSize => Count / KishDesignEffect;

    /// <summary>A simple random sample without replacement of <paramref name="respondents"/> from <paramref name="population"/> (简单随机抽样).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sample is empty or larger than the population.</exception>
    public static SurveyDesign SimpleRandom(int respondents, double population, DesignEffectReference reference = DesignEffectReference.WithoutReplacement)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(respondents);
        if (!(population >= respondents) || double.IsInfinity(population)) throw new ArgumentOutOfRangeException(nameof(population), population, "The population is at least the sample.");
        var weights = new double[respondents];
        Array.Fill(weights, population / respondents);
        return new SurveyDesign(weights, SampleStages.Of(respondents, new SampleColumns { PopulationUnits = Filled(respondents, population) }), [], [], LonelyStratum.Fail, reference);

        static double[] Filled(int n, double value) { var a = new double[n]; Array.Fill(a, value); return a; }
    }

    /// <summary>A design of weights and sample columns.</summary>
    /// <param name="weights">How many of the population each respondent stands for; the numbers are copied.</param>
    /// <param name="columns">Strata, clusters and population sizes; without them every respondent was drawn alone, with replacement.</param>
    /// <param name="lonely">The rule for strata with one primary unit.</param>
    /// <param name="reference">The sample that design effects compare with.</param>
    /// <exception cref="ArgumentException">There are no respondents, or a column differs in length.</exception>
    /// <exception cref="InvalidDocumentException">The columns do not hold together; see <see cref="Check"/>.</exception>
    public static SurveyDesign Of(ReadOnlySpan<double> weights, SampleColumns? columns = null, LonelyStratum lonely = LonelyStratum.Fail, DesignEffectReference reference = DesignEffectReference.WithoutReplacement)
    {
        columns ??= SampleColumns.None;
        ValidationReport report = Check(weights, columns);
        if (!report.IsValid) throw new InvalidDocumentException(report);
        return new SurveyDesign(weights.ToArray(), SampleStages.Of(weights.Length, columns), [], [], lonely, reference);
    }

    /// <summary>Everything that is wrong with weights and sample columns, all at once; rows count from 1 as lines.</summary>
    /// <exception cref="ArgumentException">There are no respondents, or a column differs in length.</exception>
    public static ValidationReport Check(ReadOnlySpan<double> weights, SampleColumns? columns = null)
    {
        columns ??= SampleColumns.None;
        if (weights.Length == 0) throw new ArgumentException("A sample has at least one respondent.", nameof(weights));
        columns.ThrowIfNotOfLength(weights.Length);
        return new ValidationReport(SampleValidation.Find(weights, columns));
    }

    /// <summary>The same sample with other weights, such as those a publisher delivers ready; no gain of calibration is assumed.</summary>
    /// <exception cref="ArgumentException">The number of weights differs.</exception>
    /// <exception cref="InvalidDocumentException">A weight is not a positive number.</exception>
    public SurveyDesign Reweighted(ReadOnlySpan<double> other)
    {
        if (other.Length != Count) throw new ArgumentException("There must be one weight a respondent.", nameof(other));
        var report = new ValidationReport(SampleValidation.Find(other, SampleColumns.None));
        if (!report.IsValid) throw new InvalidDocumentException(report);
        return new SurveyDesign(other.ToArray(), stages, [], [], Lonely, Reference);
    }

    /// <summary>The design with another rule for strata of one primary unit.</summary>
    public SurveyDesign With(LonelyStratum lonely) => new(weights, stages, projections, steps, lonely, Reference);

    /// <summary>The design with another sample that design effects compare with.</summary>
    public SurveyDesign With(DesignEffectReference reference) => new(weights, stages, projections, steps, Lonely, reference);

    /// <summary>Replicates of the sample, as another way to the error, also of statistics that cannot be linearised (重复抽样).</summary>
    /// <param name="method">How they are made.</param>
    /// <param name="replicates">The number of bootstrap replicates; the jackknife has one a primary unit.</param>
    /// <param name="seed">The seed of the bootstrap.</param>
    /// <remarks>Only primary units are replicated: with a second stage its own part of the variance is in theirs when the fraction of clusters drawn is small.</remarks>
    /// <exception cref="InvalidOperationException">A stratum has a single primary unit and the rule is not <see cref="LonelyStratum.Certainty"/>.</exception>
    public SurveyReplicates Replicated(ReplicationMethod method, int replicates = 500, long seed = 20260101)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 2);
        return new SurveyReplicates(this, method, replicates, seed);
    }

    internal SurveyDesign With(double[] calibrated, ScoreProjection projection, CalibrationStep step) =>
        new(calibrated, stages, [.. projections, projection], [.. steps, step], Lonely, Reference);

    internal SampleStages Stages => stages;

    /// <summary>The weights before the first calibration.</summary>
    internal ReadOnlySpan<double> BaseWeights => steps.Length == 0 ? weights : steps[0].Before;

    internal IReadOnlyList<CalibrationStep> Steps => steps;

    /// <summary>The variance of the total of scores that already carry the weights; the scores are used up.</summary>
    internal double VarianceOf(Span<double> scores)
    {
        foreach (ScoreProjection projection in projections) projection.Apply(scores);
        return stages.Variance(scores, Lonely);
    }

    /// <summary>Such as <c>200 respondents in 3 strata for a population of 6194, calibrated</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{Count} respondents{(PrimaryUnits < Count ? $" of {PrimaryUnits} clusters" : "")}{(Strata > 1 ? $" in {Strata} strata" : "")} for a population of {Population:0}{(IsCalibrated ? ", calibrated" : "")}");
}
