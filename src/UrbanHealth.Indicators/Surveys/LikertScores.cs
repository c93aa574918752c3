namespace UrbanHealth.Indicators;

/// <summary>What the answers of a scale are worth (量表赋值): the two maps in use, as data that a question takes.</summary>
public static class LikertScores
{
    /// <summary>The lowest answer is worth 0: (x − 1)/(k − 1)·100, such as 0, 25, 50, 75, 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two answers.</exception>
    public static IReadOnlyList<double> FromZero(int answers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(answers, 2);
        return [.. Enumerable.Range(0, answers).Select(x => 100.0 * x / (answers - 1))];
    }

    /// <summary>The lowest answer is worth one step: x/k·100, such as 20, 40, 60, 80, 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two answers.</exception>
    public static IReadOnlyList<double> Proportional(int answers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(answers, 2);
        return [.. Enumerable.Range(1, answers).Select(x => 100.0 * x / answers)];
    }
}
