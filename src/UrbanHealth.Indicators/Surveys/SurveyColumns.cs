namespace UrbanHealth.Indicators;

/// <summary>The names of the columns that are neither questions nor attributes (问卷数据列名); a column that is absent is not used.</summary>
public sealed record SurveyColumns
{
    /// <summary>Who answered; must not occur twice.</summary>
    public string Respondent { get; init; } = "respondent";

    /// <summary>The design weight (设计权重).</summary>
    public string Weight { get; init; } = "weight";

    /// <summary>The stratum (层).</summary>
    public string Stratum { get; init; } = "stratum";

    /// <summary>The primary sampling unit (初级抽样单元).</summary>
    public string Cluster { get; init; } = "cluster";

    /// <summary>How many primary units the stratum has (总体单元数).</summary>
    public string PopulationUnits { get; init; } = "population";

    /// <summary>The unit of the second stage (二级抽样单元), such as the household; its name counts within its cluster.</summary>
    public string SecondStage { get; init; } = "second_stage";

    /// <summary>How many second-stage units the cluster has (二级总体单元数).</summary>
    public string SecondStageUnits { get; init; } = "second_population";

    /// <summary>How many seconds the answering took (答题用时).</summary>
    public string Seconds { get; init; } = "seconds";

    /// <summary>What separates several answers in one field.</summary>
    public char AnswerSeparator { get; init; } = ';';

    internal string[] All => [Respondent, Weight, Stratum, Cluster, PopulationUnits, Seconds, SecondStage, SecondStageUnits];
}
