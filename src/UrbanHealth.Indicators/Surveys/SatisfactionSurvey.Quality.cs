using MathNet.Numerics;

namespace UrbanHealth.Indicators;

public sealed partial class SatisfactionSurvey
{
    /// <summary>The sample against the margins its weights were calibrated to (样本代表性).</summary>
    public RepresentativenessTable Representativeness => RepresentativenessOf(Margins);

    /// <summary>The sample against population margins, whether or not the weights were calibrated to them.</summary>
    /// <remarks>Categories of the population that nobody of the sample is in have 0 respondents; respondents without the attribute are left out of its shares.</remarks>
    /// <exception cref="KeyNotFoundException">A margin is of no attribute of the questionnaire.</exception>
    public RepresentativenessTable RepresentativenessOf(IReadOnlyList<PopulationMargin> margins)
    {
        ArgumentNullException.ThrowIfNull(margins);
        var rows = new List<RepresentativenessRow>();
        var tests = new List<MarginTest>();
        foreach (PopulationMargin margin in margins)
        {
            CategoricalColumn column = Column(margin.Variable);
            int[] counts = new int[column.Levels.Count];
            double[] weights = new double[column.Levels.Count];
            double all = 0, weighed = 0, total = margin.Total, chiSquare = 0;
            for (int i = 0; i < column.Count; i++)
            {
                int k = column.Codes[i];
                if (k < 0) continue;
                counts[k]++;
                weights[k] += Design.Weights[i];
                all++;
                weighed += Design.Weights[i];
            }
            foreach (PopulationCell cell in margin.Cells)
            {
                int k = column.IndexOf(cell.Level), observed = k < 0 ? 0 : counts[k];
                double expected = all * cell.Population / total;
                chiSquare += (observed - expected) * (observed - expected) / expected;
                rows.Add(new RepresentativenessRow(margin.Variable, cell.Level, observed, observed / all, k < 0 ? 0 : weights[k] / weighed, cell.Population / total));
            }
            int freedom = margin.Cells.Count - 1;
            tests.Add(new MarginTest(margin.Variable, chiSquare, freedom, freedom == 0 ? double.NaN : SpecialFunctions.GammaUpperRegularized(freedom / 2.0, chiSquare / 2)));
        }
        return new RepresentativenessTable { Rows = rows, Tests = tests, Respondents = Respondents, DesignEffect = Design.KishDesignEffect };
    }

    /// <summary>Responses that look careless or contradict themselves (质量检查), each flagged with its line and none removed; answers are not shown.</summary>
    /// <param name="rules">What is looked for.</param>
    public ValidationReport Quality(QualityRules? rules = null) => new(SurveyQuality.Find(Questionnaire, answers, Respondents, rules ?? QualityRules.Default));

    /// <summary>The net promoter score of a question of 0 to 10 (净推荐值): 100·(share of 9 and 10 − share of 0 to 6), with its error.</summary>
    /// <exception cref="KeyNotFoundException">There is no such question.</exception>
    /// <exception cref="ArgumentException">The question is not a rating from 0 to 10.</exception>
    public SurveyEstimate NetPromoterScore(string question)
    {
        int q = Questionnaire.IndexOfQuestion(question);
        if (Questionnaire.Questions[q] is not { Kind: QuestionKind.Rating, Options.Count: 11 }) throw new ArgumentException("The net promoter score is of a rating from 0 to 10.", nameof(question));
        return Design.Mean(Array.ConvertAll(answers.Options[q], a => a > 10 ? double.NaN : a >= 9 ? 100.0 : a <= 6 ? -100 : 0));
    }
}
