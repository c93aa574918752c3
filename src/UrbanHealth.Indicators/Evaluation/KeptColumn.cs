using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>The figures of a column that is kept whole, in any order.</summary>
internal sealed class KeptColumn
{
    private readonly List<double> figures = [];

    public void Add(ReadOnlySpan<double> values)
    {
        foreach (double x in values) if (!double.IsNaN(x)) figures.Add(x);
    }

    public void Add(KeptColumn other) => figures.AddRange(other.figures);

    /// <summary>Rising, so that the order they came in does not show.</summary>
    public double[] Sorted()
    {
        double[] sorted = [.. figures];
        Array.Sort(sorted);
        return sorted;
    }

    public void Write(List<string> text) => text.Add(string.Join(' ', Sorted().Select(x => x.ToString("R", CultureInfo.InvariantCulture))));

    /// <exception cref="FormatException">It is not what <see cref="Write"/> wrote.</exception>
    public void Read(Queue<string> text)
    {
        figures.Clear();
        foreach (string x in text.Dequeue().Split(' ', StringSplitOptions.RemoveEmptyEntries)) figures.Add(double.Parse(x, CultureInfo.InvariantCulture));
    }
}
