using System.Globalization;
using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

/// <summary>Which choice moves the ranks (方案敏感度): each alone, and Sobol' indices of all together.</summary>
/// <remarks>
/// The inputs of the indices are the choices, the weights and the errors of the figures, each driven by one number in 0…1: a choice takes the alternative that the number falls on,
/// weights and errors the draw it names. Source: Saisana, Saltelli and Tarantola (2005), whose output of interest is the mean shift of ranks.
/// A point of the design in which a draw failed is left out of the indices and counted.
/// </remarks>
public sealed class Sensitivity
{
    private const double Replicates = 1L << 30; // weights and errors to name by a number in 0…1

    private readonly SobolAnalysis analysis;
    private readonly Panel panel;
    private readonly VariedOutput[] a;
    private readonly VariedOutput[] b;
    private readonly VariedOutput[][] mixed;

    private Sensitivity(SobolAnalysis analysis, Panel panel, IReadOnlyList<string> inputs, IReadOnlyList<ChoiceEffect> effects, VariedOutput[] a, VariedOutput[] b, VariedOutput[][] mixed, IReadOnlyList<FailedDraws> failed, int year)
    {
        (this.analysis, this.panel, this.a, this.b, this.mixed) = (analysis, panel, a, b, mixed);
        (Inputs, Effects, FailedDraws, Year) = (inputs, effects, failed, year);
        Indices = Named(o => o.Shift);
    }

    /// <summary>What varies: the choices with more than one alternative, <c>weights</c> and <c>measurement error</c>.</summary>
    public IReadOnlyList<string> Inputs { get; }

    /// <summary>The year looked at.</summary>
    public int Year { get; }

    /// <summary>What each alternative does alone, the largest mean shift of ranks first.</summary>
    public IReadOnlyList<ChoiceEffect> Effects { get; }

    /// <summary>The base points of the design that counted.</summary>
    public int Points => a.Length;

    /// <summary>The evaluations of the design that failed, and why; a base point with one of them does not count.</summary>
    public IReadOnlyList<FailedDraws> FailedDraws { get; }

    /// <summary>The seed of the design, of the weights and of the errors.</summary>
    public long Seed => analysis.Seed;

    /// <summary>The Sobol' indices of the mean shift of ranks from those of the plan, by input; null when it does not vary or too few points count.</summary>
    public IReadOnlyDictionary<string, SensitivityIndex>? Indices { get; }

    /// <summary>The Sobol' indices of an area's score, by input; null when it does not vary, or the area has no score in some evaluation.</summary>
    /// <exception cref="KeyNotFoundException">There is no such area.</exception>
    public IReadOnlyDictionary<string, SensitivityIndex>? ScoreIndices(string area)
    {
        int row = panel.IndexOfArea(area);
        return Named(o => o.Scores[row]);
    }

    /// <summary>The Sobol' indices of an area's rank, by input; null when it does not vary, or the area has no rank in some evaluation.</summary>
    /// <exception cref="KeyNotFoundException">There is no such area.</exception>
    public IReadOnlyDictionary<string, SensitivityIndex>? RankIndices(string area)
    {
        int row = panel.IndexOfArea(area);
        return Named(o => o.Ranks[row]);
    }

    /// <summary>The choice that moves an area's rank most when made otherwise alone; null when none moves it.</summary>
    /// <exception cref="KeyNotFoundException">There is no such area.</exception>
    public ChoiceEffect? MostMoving(string area)
    {
        string code = panel.Areas[panel.IndexOfArea(area)].Code;
        return Effects.Where(e => e[code] > 0).MaxBy(e => e[code]);
    }

    /// <summary>Evaluates each alternative alone and the design of the indices.</summary>
    /// <param name="variation">What varies.</param>
    /// <param name="panel">Figures of the plan's framework.</param>
    /// <param name="year">The year to look at; the last of the panel by default.</param>
    /// <param name="baseline">The years to learn from; every year of the panel by default.</param>
    /// <param name="analysis">The design; 512 points and 1,000 resamples by default.</param>
    /// <param name="progress">Is told the share done.</param>
    /// <param name="cancellation">Stops the analysis.</param>
    /// <exception cref="ArgumentException">Nothing varies, or the panel does not suit the plan.</exception>
    public static Sensitivity Of(PlanVariation variation, Panel panel, int? year = null, YearRange? baseline = null, SobolAnalysis? analysis = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(variation);
        ArgumentNullException.ThrowIfNull(panel);
        analysis ??= new SobolAnalysis { Points = 512 };
        var run = new VariationRun(variation, panel, baseline, year ?? panel.Years[^1], analysis.Seed);
        var inputs = new VariedInputs(run, variation);
        int[] choices = inputs.Choices;
        double[] own = Ranking.Of(run.Own[0], variation.Plan.Ties);
        var evaluator = new VariedOutput.Evaluator(run, own);
        List<ChoiceEffect> effects = new Alone(run, own, evaluator).Effects(choices, analysis.Points, cancellation);

        var failures = new List<(BilingualText Reason, int Number, int[] Alternatives)>();
        int number = 0;
        (VariedOutput?[] a, VariedOutput?[] b, VariedOutput?[][] mixed) = analysis.Outputs(inputs.Names.Length, u =>
        {
            var alternatives = new int[variation.Choices.Count];
            for (int k = 0; k < choices.Length; k++) alternatives[choices[k]] = run.Alternative(choices[k], u[k]);
            int next = choices.Length;
            long? weights = inputs.Weights ? (long)(u[next++] * Replicates) : null, error = inputs.Errors ? (long)(u[next] * Replicates) : null;
            VariedOutput? output = evaluator.At(alternatives, weights, error, out BilingualText? failure);
            if (failure is { } reason) failures.Add((reason, number, alternatives));
            number++;
            return output;
        }, progress, cancellation);
        int[] counted = [.. Enumerable.Range(0, a.Length).Where(i => a[i] is not null && b[i] is not null && mixed.All(m => m[i] is not null))];
        VariedOutput[] Kept(VariedOutput?[] outputs) => Array.ConvertAll(counted, i => outputs[i]!);
        return new Sensitivity(analysis, panel, inputs.Names, effects, Kept(a), Kept(b), Array.ConvertAll(mixed, Kept), run.Explain(failures), panel.Years[run.YearPlaces[0]]);
    }

    private Dictionary<string, SensitivityIndex>? Named(Func<VariedOutput, double> of)
    {
        double[] fa = Array.ConvertAll(a, o => of(o)), fb = Array.ConvertAll(b, o => of(o));
        double[][] fm = Array.ConvertAll(mixed, m => Array.ConvertAll(m, o => of(o)));
        if (fa.Length < 2 || !fa.Concat(fb).Concat(fm.SelectMany(m => m)).All(double.IsFinite) || fa.Concat(fb).Distinct().Take(2).Count() < 2) return null;
        IReadOnlyList<SensitivityIndex> indices = analysis.Indices(fa, fb, fm);
        return Inputs.Select((name, j) => (name, j)).ToDictionary(p => p.name, p => indices[p.j], StringComparer.Ordinal);
    }

    /// <summary>The indices of the mean shift of ranks, then each alternative's own effect.</summary>
    public override string ToString()
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"Sensitivity {Year}: {Points} points, seed {Seed}");
        if (Indices is { } indices)
        {
            var table = new TextTable("input", "first", "interval", "total", "interval");
            foreach ((string name, SensitivityIndex s) in indices)
                table.Add(name, Number(s.First), $"{Number(s.FirstLow)}…{Number(s.FirstHigh)}", Number(s.Total), $"{Number(s.TotalLow)}…{Number(s.TotalHigh)}");
            text += "\n" + table;
        }
        foreach (ChoiceEffect effect in Effects) text += "\n" + effect;
        foreach (FailedDraws f in FailedDraws) text += "\nfailed: " + f;
        return text;
    }

    private static string Number(double x) => x.ToString("0.00", CultureInfo.InvariantCulture);

    private sealed class Alone(VariationRun run, double[] own, VariedOutput.Evaluator evaluator)
    {
        public List<ChoiceEffect> Effects(int[] choices, int draws, CancellationToken cancellation)
        {
            var effects = new List<ChoiceEffect>();
            foreach (int c in choices)
                for (int k = 1; k < run.Variation.Choices[c].Alternatives.Count; k++)
                {
                    var alternatives = new int[run.Variation.Choices.Count];
                    alternatives[c] = k;
                    effects.Add(Effect(run.Variation.Choices[c].Name, run.Variation.Choices[c].Alternatives[k].Label, alternatives, 1, null, null, cancellation));
                }
            int[] planned = new int[run.Variation.Choices.Count];
            if (run.VariesWeights) effects.Add(Effect("weights", "drawn", planned, draws, d => d, null, cancellation));
            if (run.Variation.Error is not null) effects.Add(Effect("measurement error", "drawn", planned, draws, null, d => d, cancellation));
            return [.. effects.OrderByDescending(e => double.IsNaN(e.MeanRankShift) ? -1 : e.MeanRankShift)];
        }

        private ChoiceEffect Effect(string choice, string alternative, int[] alternatives, int draws, Func<int, long>? weightDraw, Func<int, long>? errorDraw, CancellationToken cancellation)
        {
            var sums = new double[own.Length];
            var counts = new int[own.Length];
            int counted = 0;
            BilingualText? failure = null;
            for (int d = 0; d < draws; d++)
            {
                cancellation.ThrowIfCancellationRequested();
                VariedOutput? output = evaluator.At(alternatives, weightDraw?.Invoke(d), errorDraw?.Invoke(d), out BilingualText? reason);
                failure ??= reason;
                if (output is null) continue;
                counted++;
                for (int i = 0; i < own.Length; i++)
                {
                    double shift = Math.Abs(output.Ranks[i] - own[i]);
                    if (double.IsNaN(shift)) continue;
                    sums[i] += shift;
                    counts[i]++;
                }
            }
            return new ChoiceEffect
            {
                Choice = choice,
                Alternative = alternative,
                Areas = run.Unvaried.Panel.Areas,
                RankShifts = [.. sums.Select((s, i) => counts[i] == 0 ? double.NaN : s / counts[i])],
                Draws = counted,
                Failure = failure,
            };
        }
    }
}
