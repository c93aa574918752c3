using System.Collections.Concurrent;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Draws a variation: which alternatives, which weights, which errors, and the composites they give.</summary>
internal sealed class VariationRun
{
    private const int Block = 64; // draws a thread takes at a time

    private const long ChoiceSeed = 0x5C8F_D21A_63B7_940E, ErrorSeed = 0x2F7E_918C_04DB_A365; // keep their numbers apart from those of the weights

    public static readonly BilingualText NoWeights = new("约束下抽不到权重", "no weights satisfied the constraints");

    private readonly Panel panel;
    private readonly YearRange? baseline;
    private readonly int[] years;
    private readonly Philox weightNumbers;
    private readonly Philox choiceNumbers;
    private readonly Philox errorNumbers;
    private readonly ConcurrentDictionary<string, Lazy<VariedPlan>> combinations = new(StringComparer.Ordinal); // by the alternatives, one a character
    private readonly SobolSequence? sequence; // of the choices; null where they are random
    private readonly long seed;

    public VariationRun(PlanVariation variation, Panel panel, YearRange? baseline, int? year, long seed)
    {
        (Variation, this.panel, this.baseline, this.seed) = (variation, panel, baseline, seed);
        years = year is { } one ? [panel.HasYear(one) ? panel.IndexOfYear(one) : throw new ArgumentException($"The panel has no year {one}.", nameof(year))] : [.. Enumerable.Range(0, panel.Years.Count)];
        weightNumbers = new Philox(seed);
        choiceNumbers = new Philox(seed ^ ChoiceSeed);
        errorNumbers = new Philox(seed ^ ErrorSeed);
        foreach (PlanChoice choice in variation.Choices)
            foreach (PlanAlternative a in choice.Alternatives)
                if (a.Panel is { } other && !(other.Areas.Select(x => x.Code).SequenceEqual(panel.Areas.Select(x => x.Code)) && other.Years.SequenceEqual(panel.Years)))
                    throw new ArgumentException($"The figures of {a.Label} are not of the same areas and years in the same order.", nameof(panel));
        variation.Error?.Check(panel);
        if (variation.Sample != SampleKind.Random && variation.Choices.Count > 0)
            sequence = variation.Choices.Count <= SobolSequence.MostDimensions
                ? new SobolSequence(variation.Choices.Count, variation.Sample == SampleKind.ScrambledSobol ? seed ^ ChoiceSeed : null)
                : throw new ArgumentException($"A Sobol' sequence serves at most {SobolSequence.MostDimensions} choices.", nameof(variation));
        VariedPlan own = Unvaried = new VariedPlan(variation, variation.Plan, panel, baseline, years);
        if (own.Model is null) variation.Plan.Fit(panel, baseline); // throws what was found
        combinations[new string('\0', variation.Choices.Count)] = new Lazy<VariedPlan>(() => own);
        (WeightCount, VariesWeights) = (own.Weights!.Count, own.Weights.Vary);
        Own = Composites();
        own.Score(Own);
    }

    public PlanVariation Variation { get; }

    /// <summary>The plan itself.</summary>
    public VariedPlan Unvaried { get; }

    /// <summary>The composites of the plan itself, by year.</summary>
    public double[][] Own { get; }

    public int WeightCount { get; }

    public bool VariesWeights { get; }

    public IReadOnlyList<int> YearPlaces => years;

    public double[][] Composites() => Array.ConvertAll(years, _ => new double[panel.Areas.Count]);

    /// <summary>The alternatives of a draw, one a choice.</summary>
    public void Choose(long draw, Span<int> alternatives)
    {
        Span<double> numbers = alternatives.Length <= 64 ? stackalloc double[alternatives.Length] : new double[alternatives.Length];
        sequence?.Point(draw, numbers);
        for (int c = 0; c < alternatives.Length; c++) alternatives[c] = Alternative(c, sequence is null ? choiceNumbers.Uniform(draw, c) : numbers[c]);
    }

    /// <summary>The alternative of a choice at a number in 0…1.</summary>
    public int Alternative(int choice, double number)
    {
        int count = Variation.Choices[choice].Alternatives.Count;
        return Math.Min(count - 1, (int)(number * count));
    }

    /// <summary>The composites of some alternatives; null when all went well, else why the draw has failed.</summary>
    /// <param name="alternatives">One a choice; 0 is the plan's own.</param>
    /// <param name="weightDraw">The number of the weights; null for the fitted ones.</param>
    /// <param name="errorDraw">The number of the errors; null for none.</param>
    /// <param name="weights">Takes the weights that were drawn.</param>
    /// <param name="composites">Takes the composites by year.</param>
    public BilingualText? Score(ReadOnlySpan<int> alternatives, long? weightDraw, long? errorDraw, Span<double> weights, double[][] composites)
    {
        VariedPlan plan = Combination(alternatives);
        if (plan.Failure is { } failure) return failure;
        bool weighted = weightDraw is not null && VariesWeights;
        if (weighted && !plan.Weights!.Draw(weightNumbers, weightDraw!.Value, weights)) return NoWeights;
        if (errorDraw is { } e && Variation.Error is { } error)
        {
            if (plan.DrawErrors(errorNumbers, e, out BilingualText? impossible) is not { } drawn) return impossible;
            if (plan.Score(drawn, weighted ? weights : default, error.RefitsYardstick, composites) is { } unfittable) return unfittable;
        }
        else if (weighted) plan.Score(weights, composites);
        else plan.Score(composites);
        return Undefined(plan, composites);
    }

    /// <summary>Eight sets of weights of a combination, as <see cref="TreeWeights.DrawEight"/> gives them.</summary>
    public uint DrawEight(VariedPlan plan, ReadOnlySpan<long> draws, Span<double> weights) => plan.Weights!.DrawEight(weightNumbers, draws, weights);

    /// <summary>The weights of a draw that has not failed.</summary>
    public void DrawWeights(int draw, Span<double> weights) => Combination(Alternatives(draw)).Weights!.Draw(weightNumbers, draw, weights);

    public RankUncertainty Run(int draws, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        int blocks = (draws - 1) / Block + 1, done = 0;
        var records = new DrawRecords(draws, years.Length, panel.Areas.Count);
        Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, () => new VariationWorker(this, records), (b, _, worker) =>
        {
            for (int d = b * Block; d < Math.Min(draws, (b + 1) * Block); d++)
            {
                cancellation.ThrowIfCancellationRequested();
                worker.Take(d);
            }
            progress?.Report((double)Interlocked.Increment(ref done) / blocks);
            return worker;
        }, worker => worker.Finish());
        return new RankUncertainty(this, seed, draws, Explain(records.Failures, Alternatives), records.Scores, records.Ranks, records.Compact());
    }

    private int[] Alternatives(int draw)
    {
        var alternatives = new int[Variation.Choices.Count];
        Choose(draw, alternatives);
        return alternatives;
    }

    /// <summary>The labels of alternatives, by choice.</summary>
    private Dictionary<string, string> Labels(ReadOnlySpan<int> alternatives)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int c = 0; c < alternatives.Length; c++) labels[Variation.Choices[c].Name] = Variation.Choices[c].Alternatives[alternatives[c]].Label;
        return labels;
    }

    /// <summary>The failures by reason, the most frequent first.</summary>
    /// <param name="failures">By number; null where one has not failed.</param>
    /// <param name="alternatives">Those of a number.</param>
    public List<FailedDraws> Explain(BilingualText?[] failures, Func<int, int[]> alternatives) =>
        Explain(Enumerable.Range(0, failures.Length).Where(d => failures[d] is not null).Select(d => (failures[d]!.Value, d, alternatives(d))));

    /// <summary>The failures by reason, the most frequent first.</summary>
    public List<FailedDraws> Explain(IEnumerable<(BilingualText Reason, int Number, int[] Alternatives)> failures) =>
        [.. failures.GroupBy(f => f.Reason).Select(g => new FailedDraws(g.Key, g.Count(), g.First().Number, Labels(g.First().Alternatives))).OrderByDescending(f => f.Count).ThenBy(f => f.FirstDraw)];

    public VariedPlan Combination(ReadOnlySpan<int> alternatives)
    {
        Span<char> characters = alternatives.Length <= 64 ? stackalloc char[alternatives.Length] : new char[alternatives.Length];
        for (int c = 0; c < alternatives.Length; c++) characters[c] = (char)alternatives[c];
        string key = new(characters);
        if (combinations.TryGetValue(key, out Lazy<VariedPlan>? known)) return known.Value;
        int[] own = alternatives.ToArray();
        return combinations.GetOrAdd(key, _ => new Lazy<VariedPlan>(() =>
        {
            EvaluationPlan plan = Variation.Plan;
            Panel figures = panel;
            for (int c = 0; c < own.Length; c++)
            {
                PlanAlternative alternative = Variation.Choices[c].Alternatives[own[c]];
                if (alternative.Plan is { } change) plan = change(plan);
                figures = alternative.Panel ?? figures;
            }
            return new VariedPlan(Variation, plan, figures, baseline, years, VariesWeights ? Unvaried.Model!.Tree : null);
        })).Value;
    }

    /// <summary>Why an area that the plan itself scores has no score here; null when every such area has one, or may have none.</summary>
    public BilingualText? Undefined(VariedPlan plan, double[][] composites)
    {
        if (Variation.Undefined != UndefinedScoreRule.FailDraw) return null;
        for (int y = 0; y < years.Length; y++)
        {
            if (!Missing.Any(composites[y])) continue; // most draws have a score for every area
            for (int a = 0; a < composites[y].Length; a++)
            {
                if (!double.IsNaN(composites[y][a]) || double.IsNaN(Own[y][a])) continue;
                string area = panel.Areas[a].Code;
                int year = panel.Years[years[y]];
                ValidationIssue? issue = plan.Result.Report.FirstOrDefault(i => i.Place.Area == area && i.Place.Year == year);
                return issue is null
                    ? new($"{area} {year} 年没有得分", $"{area} has no score in {year}")
                    : new($"{area} {year} 年：{issue.Message.Chinese}", $"{area} {year}: {issue.Message.English}");
            }
        }
        return null;
    }
}
