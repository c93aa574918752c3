namespace UrbanHealth.Indicators;

/// <summary>An indicator or dimension that a question speaks to (题目与指标的对应).</summary>
/// <param name="Code">The code of the indicator or dimension.</param>
/// <param name="Weight">How much the question counts among those of that code; 1 by default.</param>
public readonly record struct QuestionLink(string Code, double Weight = 1)
{
    /// <summary>A link of weight 1.</summary>
    public static implicit operator QuestionLink(string code) => new(code);
}
