using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>An objective weighting that learns from mergeable statistics: columns and pairs in a first pass, a sum a column in a second where the method has one.</summary>
internal sealed class PartialObjective(ObjectiveWeighting method, int columns) : PartialWeighting
{
    private readonly SiblingStatistics statistics = new(columns, method.Needs);
    private readonly ExactSum[] sums = [.. Enumerable.Range(0, columns).Select(_ => new ExactSum())];
    private int pass = 1;

    public override bool NeedsRows => columns > 1 && (pass == 1 || (pass == 2 && method.HasSecondPass));

    public override void Add(Matrix scores, int[] rowYears)
    {
        if (method.LeavesOutGaps) scores = scores.CompleteRows();
        if (pass == 1) statistics.Add(scores);
        else
            for (int j = 0; j < columns; j++)
                if (statistics[j].Minimum < statistics[j].Maximum) method.SecondPass(statistics, j, scores.Column(j), sums[j]);
    }

    public override void Add(PartialWeighting other)
    {
        var partial = (PartialObjective)other;
        if (pass == 1) statistics.Add(partial.statistics);
        else for (int j = 0; j < columns; j++) sums[j].Add(partial.sums[j]);
    }

    public override void EndPass() => pass++;

    public override WeightSet Finish(Siblings siblings) => method.Weigh(siblings, statistics, sums, null);

    public override void Write(List<string> text)
    {
        text.Add(pass.ToString(CultureInfo.InvariantCulture));
        statistics.Write(text);
        foreach (ExactSum sum in sums) text.Add(sum.ToString());
    }

    public override void Read(Queue<string> text)
    {
        pass = int.Parse(text.Dequeue(), CultureInfo.InvariantCulture);
        statistics.Read(text);
        for (int j = 0; j < columns; j++) sums[j] = ExactSum.Parse(text.Dequeue());
    }
}
