using System.Globalization;
using UrbanHealth.Indicators.Numerics;
using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

/// <summary>Which of many choices of a plan matter at all (方案的 Morris 筛选): what each does to the ranks when it is made otherwise, with others as planned or otherwise.</summary>
/// <remarks>
/// Elementary effects after Morris (1991) on two levels: an input is as planned or otherwise. Each trajectory draws what otherwise means (one of the other alternatives of a choice, weights,
/// errors of the figures), starts with each input at either level, and changes every input once, in a random order. An effect is the output otherwise less the output as planned.
/// It costs inputs + 1 evaluations a trajectory. An effect is missing when one of its two evaluations failed.
/// </remarks>
public sealed class PlanScreening
{
    private const long DesignSeed = 0x6D0E_44C3_1B57_9AF1; // keeps the numbers of the design apart from those of the weights and errors

    private readonly Panel panel;
    private readonly Path[] paths;

    private PlanScreening(Panel panel, string[] inputs, Path[] paths, IReadOnlyList<FailedDraws> failed, int year, long seed)
    {
        (this.panel, this.paths, Inputs, FailedDraws, Year, Seed) = (panel, paths, inputs, failed, year, seed);
        Effects = Named(o => o.Shift);
    }

    /// <summary>What varies: the choices with more than one alternative, <c>weights</c> and <c>measurement error</c>.</summary>
    public IReadOnlyList<string> Inputs { get; }

    /// <summary>The year looked at.</summary>
    public int Year { get; }

    /// <summary>The trajectories; each has one effect an input.</summary>
    public int Trajectories => paths.Length;

    /// <summary>The seed of the trajectories, of the weights and of the errors.</summary>
    public long Seed { get; }

    /// <summary>The evaluations that failed, and why, numbered trajectory by trajectory; the effects before and after one are missing.</summary>
    public IReadOnlyList<FailedDraws> FailedDraws { get; }

    /// <summary>The effects on the mean shift of ranks from those of the plan, by input.</summary>
    public IReadOnlyDictionary<string, ElementaryEffects> Effects { get; }

    /// <summary>The effects on an area's score, by input.</summary>
    /// <exception cref="KeyNotFoundException">There is no such area.</exception>
    public IReadOnlyDictionary<string, ElementaryEffects> ScoreEffects(string area)
    {
        int row = panel.IndexOfArea(area);
        return Named(o => o.Scores[row]);
    }

    /// <summary>The effects on an area's rank, by input; above 0 where it falls behind.</summary>
    /// <exception cref="KeyNotFoundException">There is no such area.</exception>
    public IReadOnlyDictionary<string, ElementaryEffects> RankEffects(string area)
    {
        int row = panel.IndexOfArea(area);
        return Named(o => o.Ranks[row]);
    }

    /// <summary>Walks the trajectories.</summary>
    /// <param name="variation">What varies.</param>
    /// <param name="panel">Figures of the plan's framework.</param>
    /// <param name="year">The year to look at; the last of the panel by default.</param>
    /// <param name="baseline">The years to learn from; every year of the panel by default.</param>
    /// <param name="trajectories">How many, at least 2; 20 by default.</param>
    /// <param name="seed">The seed; the same seed gives the same bits on any machine and any number of threads.</param>
    /// <param name="threads">The most threads to use; all by default.</param>
    /// <param name="progress">Is told the share done.</param>
    /// <param name="cancellation">Stops the screening.</param>
    /// <exception cref="InvalidDocumentException">The plan itself cannot be fitted.</exception>
    /// <exception cref="ArgumentException">Nothing varies, or the panel does not suit the plan.</exception>
    public static PlanScreening Of(PlanVariation variation, Panel panel, int? year = null, YearRange? baseline = null, int trajectories = 20, long seed = 1, int? threads = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(variation);
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentOutOfRangeException.ThrowIfLessThan(trajectories, 2);
        if (threads is { } most) ArgumentOutOfRangeException.ThrowIfLessThan(most, 1, nameof(threads));
        var run = new VariationRun(variation, panel, baseline, year ?? panel.Years[^1], seed);
        var inputs = new VariedInputs(run, variation);
        double[] own = Ranking.Of(run.Own[0], variation.Plan.Ties);
        var random = new Philox(seed ^ DesignSeed);
        int evaluations = inputs.Names.Length + 1, done = 0;
        var paths = new Path[trajectories];
        var failures = new BilingualText?[trajectories * evaluations];
        var chosen = new int[failures.Length][];
        Parallel.For(0, trajectories, new ParallelOptions { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount, CancellationToken = cancellation }, t =>
        {
            Path path = paths[t] = new Path(inputs.Names.Length, random, t);
            var evaluator = new VariedOutput.Evaluator(run, own);
            for (int e = 0; e < evaluations; e++)
            {
                cancellation.ThrowIfCancellationRequested();
                int number = t * evaluations + e, next = inputs.Choices.Length;
                int[] alternatives = chosen[number] = new int[variation.Choices.Count];
                for (int j = 0; j < next; j++)
                    if (path.IsOtherwise(j, e)) alternatives[inputs.Choices[j]] = Path.Alternative(j, variation.Choices[inputs.Choices[j]].Alternatives.Count, random, t);
                long? weights = inputs.Weights && path.IsOtherwise(next++, e) ? t : null, errors = inputs.Errors && path.IsOtherwise(next, e) ? t : null;
                path.Outputs[e] = evaluator.At(alternatives, weights, errors, out failures[number]);
            }
            progress?.Report((double)Interlocked.Increment(ref done) / trajectories);
        });
        return new PlanScreening(panel, inputs.Names, paths, run.Explain(failures, n => chosen[n]), panel.Years[run.YearPlaces[0]], seed);
    }

    private Dictionary<string, ElementaryEffects> Named(Func<VariedOutput, double> of) =>
        Inputs.Select((name, j) => (name, j)).ToDictionary(p => p.name, p => ElementaryEffects.Of(Array.ConvertAll(paths, path => path.Effect(p.j, of))), StringComparer.Ordinal);

    /// <summary>The effects on the mean shift of ranks, the largest first.</summary>
    public override string ToString()
    {
        var table = new TextTable("input", "effects", "μ*", "μ", "σ");
        foreach ((string name, ElementaryEffects e) in Effects.OrderByDescending(p => double.IsNaN(p.Value.MeanSize) ? -1 : p.Value.MeanSize))
            table.Add(name, e.Count.ToString(CultureInfo.InvariantCulture), Number(e.MeanSize), Number(e.Mean), Number(e.Deviation));
        string text = string.Create(CultureInfo.InvariantCulture, $"Screening {Year}: {Trajectories} trajectories, seed {Seed}\n{table}");
        foreach (FailedDraws f in FailedDraws) text += "\nfailed: " + f;
        return text;
    }

    private static string Number(double x) => x.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>One trajectory: where each input starts, and when it changes.</summary>
    private sealed class Path
    {
        private readonly bool[] starts; // otherwise
        private readonly int[] turn; // the evaluation from which an input stands at its other level

        public Path(int inputs, Philox random, int number)
        {
            starts = new bool[inputs];
            turn = new int[inputs];
            Outputs = new VariedOutput?[inputs + 1];
            for (int j = 0; j < inputs; j++)
            {
                starts[j] = random.Uniform(number, 3 * j) < 0.5;
                turn[j] = j + 1;
            }
            for (int j = inputs - 1; j > 0; j--)
            {
                int k = (int)(random.Uniform(number, 3 * j + 1) * (j + 1));
                (turn[j], turn[k]) = (turn[k], turn[j]);
            }
        }

        /// <summary>The evaluations in their order; null where one failed.</summary>
        public VariedOutput?[] Outputs { get; }

        public bool IsOtherwise(int input, int evaluation) => starts[input] != evaluation >= turn[input];

        /// <summary>The alternative that otherwise means here, of a choice with so many; 0 is the plan's own.</summary>
        public static int Alternative(int input, int count, Philox random, int number) => 1 + (int)(random.Uniform(number, 3 * input + 2) * (count - 1));

        /// <summary>The output otherwise less the output as planned; NaN where one is missing.</summary>
        public double Effect(int input, Func<VariedOutput, double> of)
        {
            if (Outputs[turn[input] - 1] is not { } before || Outputs[turn[input]] is not { } after) return double.NaN;
            return starts[input] ? of(before) - of(after) : of(after) - of(before);
        }
    }
}
