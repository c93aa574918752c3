using BenchmarkDotNet.Attributes;

namespace UrbanHealth.Indicators.Benchmarks;

/// <summary>Weights, estimates and errors of a large survey.</summary>
[MemoryDiagnoser]
public class SurveyBenchmarks
{
    private SatisfactionSurvey survey = null!, raked = null!;
    private PopulationMargin[] margins = [];

    /// <summary>The respondents.</summary>
    [Params(100_000)]
    public int Respondents { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        (Questionnaire questionnaire, Dictionary<string, byte[]> answers, Dictionary<string, CategoricalColumn> attributes) = Surveys.Generate(Respondents);
        survey = SatisfactionSurvey.FromColumns(questionnaire, answers, attributes, SurveyDesign.Of(Surveys.Ones(Respondents)));
        margins = [.. attributes.Select(a => Surveys.Margin(a.Key, a.Value))];
        raked = survey.RakedTo(margins);
    }

    [Benchmark]
    public SatisfactionSurvey RakeToFiveMargins() => survey.RakedTo(margins);

    [Benchmark]
    public SatisfactionTable EightDimensionsByTwentyDistricts() => raked.Satisfaction("区域");
}
