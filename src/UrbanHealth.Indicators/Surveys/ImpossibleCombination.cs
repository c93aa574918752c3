namespace UrbanHealth.Indicators;

/// <summary>Answers or attributes that cannot hold at once (逻辑矛盾), such as an age under 18 and retired.</summary>
/// <param name="Text">What contradicts, in words.</param>
/// <param name="Conditions">The columns with the code or level of each; the combination is met when all hold.</param>
public sealed record ImpossibleCombination(string Text, IReadOnlyList<ColumnCondition> Conditions);
