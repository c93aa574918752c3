namespace UrbanHealth.Indicators;

/// <summary>A table of the mean consistency index of random matrices (随机一致性指标 RI), by name, for a consistency ratio that says what it rests on.</summary>
public sealed record RandomIndex
{
    /// <summary>A table of one's own.</summary>
    /// <param name="name">Its name, such as its source.</param>
    /// <param name="values">The index of order 3, 4 …; orders 1 and 2 are always consistent and have index 0.</param>
    /// <exception cref="ArgumentException">A value is not positive.</exception>
    public RandomIndex(string name, IReadOnlyList<double> values)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Any(v => !(v > 0))) throw new ArgumentException("A random index is positive.", nameof(values));
        Name = name;
        Values = [.. values];
    }

    /// <summary>The name of the table.</summary>
    public string Name { get; }

    /// <summary>The index of order 3, 4 …</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Saaty (1980): 0.58, 0.90, 1.12, 1.24, 1.32 … to order 13, the table of Chinese textbooks. The default.</summary>
    public static RandomIndex Saaty1980 { get; } = new("Saaty 1980", [0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.54, 1.56]);

    /// <summary>Saaty (2000): 0.52, 0.89, 1.11, 1.25, 1.35 … to order 15.</summary>
    public static RandomIndex Saaty2000 { get; } = new("Saaty 2000", [0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59]);

    /// <summary>Alonso &amp; Lamata (2006): 100 000 random matrices, 0.5245, 0.8815 … to order 15.</summary>
    public static RandomIndex AlonsoLamata { get; } = new("Alonso & Lamata 2006", [0.5245, 0.8815, 1.1086, 1.2479, 1.3417, 1.4056, 1.4499, 1.4854, 1.5141, 1.5365, 1.5551, 1.5713, 1.5838]);

    /// <summary>Donegan &amp; Dodd (1991): 0.4914, 0.8286 … to order 15.</summary>
    public static RandomIndex DoneganDodd { get; } = new("Donegan & Dodd 1991", [0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055, 1.4213, 1.4497, 1.4643, 1.4822, 1.4969]);

    /// <summary>洪志国等 (2002): 0.52, 0.89, 1.12, 1.26, 1.36 … to order 20.</summary>
    public static RandomIndex HongZhiguo { get; } = new("洪志国等 2002", [0.52, 0.89, 1.12, 1.26, 1.36, 1.41, 1.46, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59, 1.5943, 1.6064, 1.6133, 1.6207, 1.6292]);

    /// <summary>The index of an order; 0 for 1 and 2.</summary>
    /// <exception cref="ArgumentException">The table does not go that far.</exception>
    public double Of(int order)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        if (order <= 2) return 0;
        return order - 3 < Values.Count ? Values[order - 3] : throw new ArgumentException(FormattableString.Invariant($"The random index of {Name} ends at order {Values.Count + 2}; order {order} needs another table."), nameof(order));
    }

    /// <inheritdoc/>
    public bool Equals(RandomIndex? other) => other is not null && other.Name == Name && other.Values.SequenceEqual(Values);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>The name of the table.</summary>
    public override string ToString() => Name;
}
