using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>The municipal SDG atlas of Bolivia (Andersen et al. 2020): 339 municipalities.</summary>
public class BoliviaReproduction : IReferenceChecks
{
    IEnumerable<ReferenceCheck> IReferenceChecks.Checks()
    {
        yield return new("bolivia_sdg/sdg.csv", "arithmetic mean of the goals", 0.05 / 20, IndexDeviation) { Note = "printed to one digit: at most 0.05 points off in 339 of 339" };
    }

    [ReferenceFact]
    public void The_index_of_every_municipality_is_the_mean_of_its_goals_to_the_printed_digit()
    {
        (double[] expected, double[] actual) = Index();
        Assert.Equal(339, actual.Length);
        // the goals are printed to two digits, so a mean may lie on the edge of the printed one
        for (int i = 0; i < actual.Length; i++) Near.Absolute(expected[i], actual[i], 0.05 + 0.005 + 1e-9);
    }

    /// <summary>Goalposts were inferred and the raw figures are printed to one digit: tolerances in points as the data's notes give them.</summary>
    [ReferenceTheory]
    [InlineData(1, 0.066)]
    [InlineData(2, 0.12)]
    [InlineData(4, 0.22)]
    [InlineData(6, 0.046)]
    [InlineData(7, 0.27)]
    [InlineData(8, 0.12)]
    [InlineData(9, 0.30)]
    [InlineData(11, 0.056)]
    [InlineData(15, 0.068)]
    [InlineData(16, 0.25)]
    [InlineData(17, 0.071)]
    public void A_goal_is_the_mean_of_its_present_indicators_between_their_goalposts(int goal, double tolerance)
    {
        ReferenceTable raw = Reference.Csv("bolivia_sdg/sdgVariables.csv");
        double[] expected = Reference.Csv("bolivia_sdg/sdg.csv").Numbers($"index_sdg{goal}");
        Matrix scores = Matrix.FromColumns([.. Reference.Json("bolivia_sdg/inferred_goalposts.json").GetProperty($"index_sdg{goal}").EnumerateObject().Select(p =>
        {
            double[] x = raw.Numbers(p.Name);
            new FittedLinear { Worst = p.Value[0].GetDouble(), Best = p.Value[1].GetDouble(), Low = 0, High = 100, Capped = true }.Apply(x, x);
            return x;
        })]);
        double[] actual = Tai.Composites(Indicators.Aggregation.Arithmetic(), scores, [.. Enumerable.Repeat(1.0 / scores.Columns, scores.Columns)]);
        for (int i = 0; i < actual.Length; i++) Near.Absolute(expected[i], actual[i], tolerance, $"municipality {i}");
    }

    IEnumerable<(string File, string Reason)> IReferenceChecks.NotCovered() =>
    [
        ("bolivia_sdg/sdg.csv, goals 3, 5, 10 and 13", "their goalposts could not be inferred cleanly from what is printed"),
    ];

    private static double IndexDeviation()
    {
        (double[] expected, double[] actual) = Index();
        return Tai.Deviation(expected, actual);
    }

    private static (double[] Expected, double[] Actual) Index()
    {
        ReferenceTable table = Reference.Csv("bolivia_sdg/sdg.csv");
        Matrix goals = Matrix.FromColumns([.. table.Header.Where(h => h.StartsWith("index_sdg", StringComparison.Ordinal)).Select(table.Numbers)]);
        return (table.Numbers("imds"), Tai.Composites(Indicators.Aggregation.Arithmetic(), goals, [.. Enumerable.Repeat(1.0 / goals.Columns, goals.Columns)]));
    }
}
