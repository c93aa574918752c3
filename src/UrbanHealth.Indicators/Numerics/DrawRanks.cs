using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>The ranks of the areas in one draw, without sorting: 1 for the largest score, equal scores share the smaller rank, NaN gets 0.</summary>
/// <remarks>
/// Scores become whole numbers between the extremes, many more than areas; each sets its bit in a map, and a rank is one more than the
/// bits set before it. The few that fall on the same number are told apart by their scores. Where scores crowd, they are sorted.
/// </remarks>
internal sealed unsafe class DrawRanks
{
    private const double Whole = 4503599627370496; // 2^52
    private const int MostMapped = 8192;
    private readonly int rows;
    private readonly double[] steps;
    private readonly int[] keys;
    private readonly int[] repeated;
    private readonly ulong[] map;
    private readonly int[] set; // one and the bits set in a word of the map and those before it
    private bool isWhole;
    private readonly DrawOrder sorter;
    private readonly int[] order;

    public DrawRanks(int rows)
    {
        this.rows = rows;
        steps = new double[(rows + 7) / 8 * 8];
        keys = new int[rows];
        repeated = new int[rows + 1];
        map = new ulong[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(rows, 8, MostMapped))];
        set = new int[map.Length];
        sorter = new DrawOrder(rows);
        order = new int[rows];
    }

    /// <param name="scores">One score a row, with room for whole vectors after them that is written over.</param>
    /// <param name="ranks">Takes one rank a row.</param>
    public void Rank(Span<double> scores, Span<int> ranks)
    {
        if (scores.Length < steps.Length) throw new ArgumentException("Room for whole vectors is needed.", nameof(scores));
        if (ranks.Length != rows) throw new ArgumentException("One place for each row is needed.", nameof(ranks));
        for (int i = rows; i < steps.Length; i++) scores[i] = double.NaN;
        bool isMapped = rows <= MostMapped && Lanes.Widest switch
        {
            8 => Map<Lanes512>(scores),
            4 => Map<Lanes256>(scores),
            2 => Map<Lanes128>(scores),
            _ => Map<Lanes64>(scores),
        };
        if (!isMapped || !Count(scores, ranks)) Sort(scores[..rows], ranks);
    }

    /// <summary>How far below the best each score lies, in steps; false when the scores do not spread. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Map<TLanes>(ReadOnlySpan<double> scores) where TLanes : struct, ILanes<TLanes>
    {
        double* lows = stackalloc double[2 * TLanes.Count];
        double* highs = lows + TLanes.Count;
        fixed (double* s = scores, t = steps)
        {
            TLanes low = TLanes.Of(double.PositiveInfinity), high = TLanes.Of(double.NegativeInfinity), present = TLanes.Of(0), one = TLanes.Of(1);
            for (int i = 0; i < steps.Length; i += TLanes.Count)
            {
                TLanes x = TLanes.Load(s + i);
                low = TLanes.Select(TLanes.Less(x, low), x, low);
                high = TLanes.Select(TLanes.Less(high, x), x, high);
                present = TLanes.AddWherePresent(x, present, one);
            }
            isWhole = TLanes.ExactTotal(present) == rows;
            TLanes.Store(low, lows);
            TLanes.Store(high, highs);
            for (int k = 1; k < TLanes.Count; k++)
            {
                if (lows[k] < lows[0]) lows[0] = lows[k];
                if (highs[k] > highs[0]) highs[0] = highs[k];
            }
            double scale = (map.Length * 64 - 1) / (highs[0] - lows[0]);
            if (!(highs[0] > lows[0]) || !double.IsFinite(scale) || !double.IsFinite(highs[0] - lows[0])) return false;
            // no step falls as the score falls, so that the steps keep the order
            TLanes best = TLanes.Of(highs[0]), by = TLanes.Of(scale);
            for (int i = 0; i < steps.Length; i += TLanes.Count) TLanes.Store(TLanes.Add(TLanes.Multiply(TLanes.Subtract(best, TLanes.Load(s + i)), by), TLanes.Of(Whole)), t + i);
            return true;
        }
    }

    private bool Count(ReadOnlySpan<double> scores, Span<int> ranks)
    {
        int repeats = 0, words = map.Length - 1;
        bool isWhole = this.isWhole;
        fixed (double* t = steps)
        fixed (ulong* bits = map)
        fixed (int* through = set, key = keys, again = repeated, rank = ranks)
        {
            for (int i = 0; i < rows; i++)
            {
                if (!isWhole && double.IsNaN(t[i]))
                {
                    key[i] = -1;
                    continue;
                }
                int k = key[i] = (int)*(ulong*)(t + i);
                ulong word = bits[(k >> 6) & words];
                again[repeats] = i; // kept only when the place was taken
                repeats += (int)(word >> k) & 1;
                bits[(k >> 6) & words] = word | 1UL << k;
            }
            int sum = 1;
            for (int w = 0; w < map.Length; w += 4)
            {
                int a = BitOperations.PopCount(bits[w]), b = a + BitOperations.PopCount(bits[w + 1]), c = BitOperations.PopCount(bits[w + 2]), d = c + BitOperations.PopCount(bits[w + 3]);
                through[w] = sum + a;
                through[w + 1] = sum + b;
                through[w + 2] = sum + b + c;
                through[w + 3] = sum += b + d;
            }
            for (int i = 0; i < rows; i++)
            {
                uint k = (uint)key[i];
                rank[i] = !isWhole && key[i] < 0 ? 0 : through[k >> 6] - BitOperations.PopCount(bits[k >> 6] >> (int)k);
            }
        }
        Array.Clear(map);
        if (repeats > 32 + rows / 16) return false;
        Span<Vector<int>> wideRanks = MemoryMarshal.Cast<int, Vector<int>>(ranks);
        ReadOnlySpan<Vector<int>> wideKeys = MemoryMarshal.Cast<int, Vector<int>>(keys);
        for (int r = 0; r < repeats; r++)
        {
            int key = keys[repeated[r]];
            var own = new Vector<int>(key);
            for (int v = 0; v < wideKeys.Length; v++) wideRanks[v] -= Vector.GreaterThan(wideKeys[v], own);
            for (int i = wideKeys.Length * Vector<int>.Count; i < rows; i++) if (keys[i] > key) ranks[i]++;
            bool isDone = false;
            for (int q = 0; q < r; q++) isDone |= keys[repeated[q]] == key;
            if (!isDone) Part(scores, ranks, key);
        }
        return true;
    }

    /// <summary>Those on the same step, by their scores.</summary>
    private void Part(ReadOnlySpan<double> scores, Span<int> ranks, int key)
    {
        int n = 0;
        for (int i = keys.AsSpan().IndexOf(key); i < rows;)
        {
            order[n++] = i;
            int next = keys.AsSpan(i + 1).IndexOf(key);
            if (next < 0) break;
            i += 1 + next;
        }
        for (int a = 0; a < n; a++)
            for (int b = 0; b < n; b++)
                if (scores[order[b]] > scores[order[a]]) ranks[order[a]]++;
    }

    private void Sort(ReadOnlySpan<double> scores, Span<int> ranks)
    {
        int ranked = sorter.Descending(scores, order);
        ranks.Clear();
        for (int start = 0; start < ranked;)
        {
            int end = start;
            double score = scores[order[start]];
            while (end < ranked && scores[order[end]] == score) ranks[order[end++]] = start + 1;
            start = end;
        }
    }
}
