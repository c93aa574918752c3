namespace UrbanHealth.Indicators.Text;

/// <summary>What the text of a figure turns out to be.</summary>
internal enum NumberKind
{
    Number,

    /// <summary>Blank, <c>-</c>, NA, 缺失: there is no figure.</summary>
    Missing,

    /// <summary><c>——</c>, <c>/</c>, 不适用.</summary>
    NotApplicable,

    /// <summary>不评价.</summary>
    NotEvaluated,

    NotANumber,
    Infinite,
}
