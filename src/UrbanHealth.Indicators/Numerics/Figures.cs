using System.Collections;
using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>An immutable list of numbers that equals another of the same numbers, so that records holding one compare by value.</summary>
internal sealed class Figures : IReadOnlyList<double>, IEquatable<Figures>
{
    private readonly double[] values;

    private Figures(double[] values) => this.values = values;

    public int Count => values.Length;

    public double this[int index] => values[index];

    public ReadOnlySpan<double> Span => values;

    /// <summary>A copy; null is refused by the name of the property it was meant for.</summary>
    public static Figures Of(IEnumerable<double> values, [CallerMemberName] string name = "") => values as Figures ?? new Figures([.. values ?? throw new ArgumentNullException(name)]);

    public bool Equals(Figures? other) => other is not null && values.AsSpan().SequenceEqual(other.values);

    public override bool Equals(object? obj) => Equals(obj as Figures);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (double x in values) hash.Add(x);
        return hash.ToHashCode();
    }

    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
