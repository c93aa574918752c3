using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>A weighting that learns each year apart.</summary>
internal sealed class PartialYears(MeanOfYearsWeighting method, int columns) : PartialWeighting
{
    private readonly SortedDictionary<int, PartialWeighting> years = [];
    private bool begun;

    public override bool NeedsRows => !begun || years.Values.Any(y => y.NeedsRows);

    public override void Add(Matrix scores, int[] rowYears)
    {
        foreach (int year in rowYears.Distinct())
        {
            int[] rows = [.. Enumerable.Range(0, rowYears.Length).Where(i => rowYears[i] == year)];
            PartialWeighting of = Of(year);
            if (of.NeedsRows) of.Add(scores.RowsAt(rows), []);
        }
    }

    public override void Add(PartialWeighting other)
    {
        foreach ((int year, PartialWeighting part) in ((PartialYears)other).years)
            if (Of(year) is { NeedsRows: true } own) own.Add(part);
    }

    public override void EndPass()
    {
        begun = true;
        foreach (PartialWeighting year in years.Values) if (year.NeedsRows) year.EndPass();
    }

    public override WeightSet Finish(Siblings siblings)
    {
        var weights = new SortedDictionary<int, WeightSet>();
        foreach ((int year, PartialWeighting part) in years) weights[year] = part.Finish(siblings);
        return MeanOfYearsWeighting.MeanOf(weights, columns);
    }

    public override void Write(List<string> text)
    {
        text.Add(string.Create(CultureInfo.InvariantCulture, $"{(begun ? 1 : 0)} {years.Count}"));
        foreach ((int year, PartialWeighting part) in years)
        {
            text.Add(year.ToString(CultureInfo.InvariantCulture));
            part.Write(text);
        }
    }

    public override void Read(Queue<string> text)
    {
        string[] head = text.Dequeue().Split(' ');
        if (head.Length != 2) throw new FormatException("Two numbers were expected.");
        begun = head[0] == "1";
        years.Clear();
        for (int n = int.Parse(head[1], CultureInfo.InvariantCulture); n > 0; n--) Of(int.Parse(text.Dequeue(), CultureInfo.InvariantCulture)).Read(text);
    }

    private PartialWeighting Of(int year)
    {
        if (!years.TryGetValue(year, out PartialWeighting? part)) years.Add(year, part = method.Yearly.Start(columns)!);
        return part;
    }
}
