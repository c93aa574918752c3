using System.Globalization;
using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

/// <summary>How many went from each state to each (转移矩阵), such as from 良 to 优 or from 不达标 to 达标.</summary>
/// <typeparam name="TState">A grade, a judgement or another state.</typeparam>
public sealed class TransitionMatrix<TState>
    where TState : notnull
{
    private readonly int[,] counts;

    /// <summary>A matrix of pairs of states.</summary>
    /// <param name="states">The states, in the order they are shown.</param>
    /// <param name="pairs">The state before and after, one pair an area or indicator.</param>
    /// <exception cref="ArgumentException">A pair has a state that is not among the states.</exception>
    public TransitionMatrix(IEnumerable<TState> states, IEnumerable<(TState From, TState To)> pairs)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(pairs);
        TState[] all = [.. states];
        counts = new int[all.Length, all.Length];
        foreach ((TState from, TState to) in pairs)
        {
            int i = Array.IndexOf(all, from), j = Array.IndexOf(all, to);
            if (i < 0 || j < 0) throw new ArgumentException("A pair has a state that is not among the states.", nameof(pairs));
            counts[i, j]++;
            Total++;
        }
        States = all;
    }

    /// <summary>The states, in the order they are shown.</summary>
    public IReadOnlyList<TState> States { get; }

    /// <summary>How many went from one state to another.</summary>
    /// <exception cref="ArgumentException">A state is not among the states.</exception>
    public int this[TState from, TState to] => counts[Place(from, nameof(from)), Place(to, nameof(to))];

    /// <summary>How many there are in all.</summary>
    public int Total { get; }

    /// <summary>How many stayed in their state.</summary>
    public int Stayed => Enumerable.Range(0, States.Count).Sum(i => counts[i, i]);

    private int Place(TState state, string name)
    {
        for (int i = 0; i < States.Count; i++) if (States[i].Equals(state)) return i;
        throw new ArgumentException("The state is not among the states.", name);
    }

    /// <summary>A table: a row a state before, a column a state after.</summary>
    public override string ToString()
    {
        var table = new TextTable(["", .. States.Select(s => s.ToString() ?? "")]);
        for (int i = 0; i < States.Count; i++)
            table.Add([States[i].ToString() ?? "", .. Enumerable.Range(0, States.Count).Select(j => counts[i, j].ToString(CultureInfo.InvariantCulture))]);
        return table.ToString();
    }
}
