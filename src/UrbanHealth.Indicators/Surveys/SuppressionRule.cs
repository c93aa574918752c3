namespace UrbanHealth.Indicators;

/// <summary>Which cells are too small to publish (小样本单元隐匿规则).</summary>
public sealed record SuppressionRule
{
    /// <summary>Cells of fewer than 10 respondents, and one more where a single hidden cell could be computed from the rest.</summary>
    public static SuppressionRule Default { get; } = new();

    /// <summary>Nothing is hidden.</summary>
    public static SuppressionRule None { get; } = new() { MinimumRespondents = 0, Complementary = false };

    /// <summary>The least number of respondents to publish; 10 by default.</summary>
    public int MinimumRespondents { get; init; } = 10;

    /// <summary>Whether the next smallest cell of a breakdown is hidden too when just one is (补充隐匿); true by default.</summary>
    public bool Complementary { get; init; } = true;

    internal bool HidesCombinations => MinimumRespondents > 1;

    /// <summary>Which of the cells of one breakdown are hidden.</summary>
    /// <param name="respondents">The respondents in each cell; a cell with nobody has nothing to hide.</param>
    public bool[] Hidden(IReadOnlyList<int> respondents)
    {
        ArgumentNullException.ThrowIfNull(respondents);
        var hidden = new bool[respondents.Count];
        int count = 0;
        for (int i = 0; i < hidden.Length; i++) if (hidden[i] = respondents[i] > 0 && respondents[i] < MinimumRespondents) count++;
        if (!Complementary || count != 1) return hidden;
        int next = -1;
        for (int i = 0; i < hidden.Length; i++) if (!hidden[i] && respondents[i] > 0 && (next < 0 || respondents[i] < respondents[next])) next = i;
        if (next >= 0) hidden[next] = true;
        return hidden;
    }
}
