using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Which of many inputs matter at all (Morris 筛选法): elementary effects along random paths. Source: Morris (1991).</summary>
/// <remarks>Each trajectory changes one input at a time by levels/2 steps of a grid; it costs inputs + 1 evaluations.</remarks>
public sealed record MorrisScreening
{
    /// <summary>The trajectories; 20 by default.</summary>
    public int Trajectories { get; init; } = 20;

    /// <summary>The levels of the grid; even, 4 by default.</summary>
    public int Levels { get; init; } = 4;

    /// <summary>The seed; 1 by default.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The effects of each input.</summary>
    /// <param name="inputs">How many inputs vary.</param>
    /// <param name="function">The output at inputs in 0…1 each.</param>
    /// <param name="cancellation">Stops the screening.</param>
    /// <exception cref="ArgumentException">An output is not finite, or the grid is odd.</exception>
    public IReadOnlyList<ElementaryEffects> Run(int inputs, Func<IReadOnlyList<double>, double> function, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfLessThan(Trajectories, 2);
        if (Levels < 2 || Levels % 2 != 0) throw new ArgumentException("The levels are even and at least 2.", nameof(inputs));
        var random = new Philox(Seed);
        double step = Levels / (2.0 * (Levels - 1));
        var effects = new double[inputs][];
        for (int j = 0; j < inputs; j++) effects[j] = new double[Trajectories];
        var order = new int[inputs];
        var point = new double[inputs];
        for (int t = 0; t < Trajectories; t++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int j = 0; j < inputs; j++)
            {
                // a base level that leaves room for the step, from below or from above
                int level = (int)(random.Uniform(t, 3 * j) * (Levels / 2));
                point[j] = level / (Levels - 1.0) + (random.Uniform(t, 3 * j + 1) < 0.5 ? 0 : step);
                order[j] = j;
            }
            for (int j = inputs - 1; j > 0; j--)
            {
                int k = (int)(random.Uniform(t, 3 * j + 2) * (j + 1));
                (order[j], order[k]) = (order[k], order[j]);
            }
            double before = function([.. point]);
            foreach (int j in order)
            {
                bool up = point[j] < 0.5;
                point[j] += up ? step : -step;
                double after = function([.. point]);
                if (!double.IsFinite(before) || !double.IsFinite(after)) throw new ArgumentException("An output is not finite.", nameof(function));
                effects[j][t] = (after - before) / (up ? step : -step);
                before = after;
            }
        }
        return [.. effects.Select(e => ElementaryEffects.Of(e))];
    }
}
