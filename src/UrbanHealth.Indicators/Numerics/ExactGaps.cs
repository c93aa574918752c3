namespace UrbanHealth.Indicators.Numerics;

/// <summary>The figures of two columns in the rows where only one of them has one.</summary>
internal sealed class ExactGaps
{
    /// <summary>Of the column with the larger number, where the other's figure is missing.</summary>
    public ExactMoments Larger { get; private init; } = new();

    /// <summary>Of the column with the smaller number, where the other's figure is missing.</summary>
    public ExactMoments Smaller { get; private init; } = new();

    public void Add(ExactGaps other)
    {
        Larger.Add(other.Larger);
        Smaller.Add(other.Smaller);
    }

    /// <summary>All of it as text that <see cref="Parse"/> reads back.</summary>
    public override string ToString() => $"{Larger}|{Smaller}";

    /// <exception cref="FormatException">It is not such text.</exception>
    public static ExactGaps Parse(string text)
    {
        string[] parts = text.Split('|');
        if (parts.Length != 2) throw new FormatException("Gaps have two parts.");
        return new ExactGaps { Larger = ExactMoments.Parse(parts[0]), Smaller = ExactMoments.Parse(parts[1]) };
    }
}
