using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>The figures of a column that is kept whole.</summary>
internal sealed class KeptColumn : ColumnMemory
{
    private readonly List<double> figures = [];

    public override void Add(ReadOnlySpan<double> values)
    {
        foreach (double x in values) if (!double.IsNaN(x)) figures.Add(x);
    }

    public override void Add(ColumnMemory other) => figures.AddRange(((KeptColumn)other).figures);

    public override double[] Sorted()
    {
        double[] sorted = [.. figures];
        Array.Sort(sorted);
        return sorted;
    }

    public override void Write(List<string> text) => text.Add(string.Join(' ', Sorted().Select(x => x.ToString("R", CultureInfo.InvariantCulture))));

    public override void Read(Queue<string> text)
    {
        figures.Clear();
        foreach (string x in text.Dequeue().Split(' ', StringSplitOptions.RemoveEmptyEntries)) figures.Add(double.Parse(x, CultureInfo.InvariantCulture));
    }
}
