namespace UrbanHealth.Indicators;

/// <summary>A column that has a value (列取值条件).</summary>
/// <param name="Column">The code of a question or an attribute.</param>
/// <param name="Value">The code of an answer or a level.</param>
public readonly record struct ColumnCondition(string Column, string Value);
