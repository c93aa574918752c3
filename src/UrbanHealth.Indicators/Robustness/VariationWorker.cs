using System.Numerics;
using System.Runtime.InteropServices;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The working memory of one thread of a variation: draws of one combination of alternatives wait until enough are there to be scored together.</summary>
internal sealed class VariationWorker
{
    private const int MostWaiting = 64; // so that the scores of a combination stay in the cache for some draws

    private readonly VariationRun run;
    private readonly DrawRecords records;
    private readonly int areas;
    private readonly Dictionary<VariedPlan, List<int>> waiting = [];
    private readonly int[] alternatives;
    private readonly double[][] composites;
    private readonly double[] weights; // of one draw
    private readonly double[] together; // weight by weight, its value in each of eight draws
    private readonly DrawRanks ranker; // many times as fast as sorting, for the rule that most plans have
    private readonly double[] ranked;
    private readonly int[] places;
    private double[] workspace = [];
    private double[][] several = []; // by year, draw by draw

    public VariationWorker(VariationRun run, DrawRecords records)
    {
        (this.run, this.records) = (run, records);
        composites = run.Composites();
        areas = composites[0].Length;
        alternatives = new int[run.Variation.Choices.Count];
        weights = new double[run.WeightCount];
        together = new double[run.WeightCount * DrawKernel.Draws];
        ranker = new DrawRanks(areas);
        ranked = new double[(areas + DrawKernel.Draws - 1) / DrawKernel.Draws * DrawKernel.Draws];
        places = new int[areas];
    }

    /// <summary>Scores a draw, or lets it wait.</summary>
    public void Take(int draw)
    {
        run.Choose(draw, alternatives);
        if (!run.VariesWeights || run.Variation.Error is not null || run.Combination(alternatives) is not { Failure: null, Means: { } means } plan)
        {
            Keep(draw, run.Score(alternatives, draw, draw, weights, composites));
            return;
        }
        if (!waiting.TryGetValue(plan, out List<int>? draws)) waiting.Add(plan, draws = new List<int>(MostWaiting));
        draws.Add(draw);
        if (draws.Count == MostWaiting) Score(plan, means, draws);
    }

    /// <summary>Scores those that still wait.</summary>
    public void Finish()
    {
        foreach ((VariedPlan plan, List<int> draws) in waiting) Score(plan, plan.Means!, draws);
    }

    private void Score(VariedPlan plan, MeanTree means, List<int> draws)
    {
        if (several.Length == 0)
        {
            workspace = means.Workspace();
            several = Array.ConvertAll(composites, _ => new double[means.Stride * DrawKernel.Draws]);
        }
        Span<long> numbers = stackalloc long[DrawKernel.Draws];
        for (int first = 0; first < draws.Count; first += DrawKernel.Draws)
        {
            int many = Math.Min(DrawKernel.Draws, draws.Count - first);
            for (int g = 0; g < numbers.Length; g++) numbers[g] = draws[first + Math.Min(g, many - 1)];
            uint succeeded = run.DrawEight(plan, numbers, together);
            for (int y = 0; y < several.Length; y++) means.Score(y, together, several[y], workspace);
            for (int g = 0; g < many; g++)
            {
                BilingualText? failure = VariationRun.NoWeights;
                if ((succeeded >> g & 1) != 0)
                {
                    for (int y = 0; y < several.Length; y++) several[y].AsSpan(g * means.Stride, areas).CopyTo(composites[y]);
                    plan.Veto(composites);
                    failure = run.Undefined(plan, composites);
                }
                Keep(draws[first + g], failure);
            }
        }
        draws.Clear();
    }

    /// <summary>Whole ranks as they are kept; unranked is NaN.</summary>
    private static void Convert(ReadOnlySpan<int> ranks, Span<float> kept)
    {
        ReadOnlySpan<Vector<int>> wide = MemoryMarshal.Cast<int, Vector<int>>(ranks);
        Span<Vector<float>> wideKept = MemoryMarshal.Cast<float, Vector<float>>(kept);
        for (int k = 0; k < wide.Length; k++) wideKept[k] = Vector.ConditionalSelect(Vector.Equals(wide[k], Vector<int>.Zero), new Vector<float>(float.NaN), Vector.ConvertToSingle(wide[k]));
        for (int a = wide.Length * Vector<int>.Count; a < ranks.Length; a++) kept[a] = ranks[a] == 0 ? float.NaN : ranks[a];
    }

    private void Keep(int draw, BilingualText? failure)
    {
        records.Failures[draw] = failure;
        if (failure is not null) return;
        for (int y = 0; y < composites.Length; y++)
        {
            composites[y].CopyTo(records.Scores[y], draw * areas);
            Span<float> kept = records.Ranks[y].AsSpan(draw * areas, areas);
            if (run.Variation.Plan.Ties == TieRule.Smallest)
            {
                composites[y].CopyTo(ranked, 0);
                ranker.Rank(ranked, places);
                Convert(places, kept);
            }
            else
            {
                Ranking.Rank(composites[y], run.Variation.Plan.Ties, ranked.AsSpan(0, areas));
                for (int a = 0; a < areas; a++) kept[a] = (float)ranked[a];
            }
        }
    }
}
