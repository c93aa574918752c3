namespace UrbanHealth.Indicators;

/// <summary>What makes a response doubtful (质量检查规则).</summary>
public sealed record QualityRules
{
    /// <summary>The default rules.</summary>
    public static QualityRules Default { get; } = new();

    /// <summary>The same place on the scale in at least so many scale questions, and in all that were answered, is straight-lining (直线作答); 8 by default, 0 to not look.</summary>
    public int StraightLineQuestions { get; init; } = 8;

    /// <summary>Less than this fraction of the median time is speeding (答题过快); 1/3 by default, 0 to not look.</summary>
    public double SpeedingFraction { get; init; } = 1.0 / 3;

    /// <summary>At least so many seconds, whatever the median; 0 by default.</summary>
    public double MinimumSeconds { get; init; }

    /// <summary>Whether responses equal in all answers and attributes are flagged (重复答卷); true by default.</summary>
    public bool Duplicates { get; init; } = true;

    /// <summary>The least number of answered questions for a response to count as a duplicate; 10 by default, since short ones are equal by chance.</summary>
    public int DuplicateQuestions { get; init; } = 10;
}
