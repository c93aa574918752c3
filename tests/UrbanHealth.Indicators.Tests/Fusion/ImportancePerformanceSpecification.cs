using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Fusion;

public class ImportancePerformanceSpecification : IReferenceChecks
{
    private static readonly string[] Names = [.. Enumerable.Range(1, 14).Select(i => $"a{i}")];

    [ReferenceTheory]
    [InlineData("quadrant_by_mean", Crosshair.Mean)]
    [InlineData("quadrant_by_median", Crosshair.Median)]
    public void Quadrants_by_name(string expected, Crosshair crosshair)
    {
        (double[] importance, double[] performance, JsonElement file) = Read();
        Assert.Equal(Quadrants(file, expected), ImportancePerformance.Of(Names, importance, performance, crosshair).Items.Select(i => i.Quadrant));
    }

    [ReferenceFact]
    public void Quadrants_about_the_middle_of_the_scale()
    {
        (double[] importance, double[] performance, JsonElement file) = Read();
        Assert.Equal(Quadrants(file, "quadrant_by_scale_midpoint_2.5"), ImportancePerformance.Of(Names, importance, performance, 2.5, 2.5).Items.Select(i => i.Quadrant));
    }

    [ReferenceFact]
    public void Lines_and_gaps() => Assert.True(Deviation() <= 1e-12, $"{Deviation():E2}");

    [Fact]
    public void Importance_is_derived_from_what_goes_with_overall_satisfaction() => // same order, opposite order
        Near.Relative([1, -1], ImportancePerformance.DerivedImportance(Matrix.FromColumns([1, 2, 9], [3, 2, 1]), [10, 20, 30]));

    [Fact]
    public void A_survey_gives_both_from_its_answers()
    {
        var asked = new Questionnaire("s", "s", [Question.Rating("all", "总体"), Question.Rating("park", "停车").For("停车"), Question.Rating("green", "绿化").For("绿化"), Question.Rating("g2", "绿化二").For("绿化")]);
        // parking goes with the whole in ten of eleven steps, green the other way; the second green question says the same as the first
        string rows = string.Concat(Enumerable.Range(0, 11).Select(i => $"{i},{(i < 9 ? i : 19 - i)},{10 - i},{10 - i}\n"));
        SatisfactionSurvey survey = SatisfactionSurvey.ReadCsv("all,park,green,g2\n" + rows, asked).Survey;
        ImportancePerformance items = ImportancePerformance.Of(survey, "all");
        Assert.Equal(["停车", "绿化"], items.Items.Select(i => i.Name));
        Near.Relative([1 - 6.0 * 2 / (11 * 120), -1], [.. items.Items.Select(i => i.Importance)]); // Spearman with two ranks swapped: Σd² = 2
        Near.Relative([50, 50], [.. items.Items.Select(i => i.Performance)]);
        Assert.Equal(["park", "green", "g2"], ImportancePerformance.Of(survey, "all", SatisfactionSubject.Questions).Items.Select(i => i.Name)); // not the question itself
        Assert.Throws<KeyNotFoundException>(() => ImportancePerformance.Of(survey, "none"));
        Assert.Throws<ArgumentException>(() => ImportancePerformance.Of(survey.With(new SuppressionRule { MinimumRespondents = 20 }), "all"));
    }

    [Fact]
    public void A_missing_number_is_refused() => Assert.Throws<ArgumentException>(() => ImportancePerformance.Of(["a", "b"], [1, double.NaN], [1, 2]));

    IEnumerable<ReferenceCheck> IReferenceChecks.Checks()
    {
        yield return new ReferenceCheck("mcda/ipa", "ImportancePerformance", 1e-12, Deviation) { Note = "importance and performance were recalled, not seen in a source: arithmetic only" };
    }

    private static double Deviation()
    {
        (double[] importance, double[] performance, JsonElement file) = Read();
        ImportancePerformance mean = ImportancePerformance.Of(Names, importance, performance), median = ImportancePerformance.Of(Names, importance, performance, Crosshair.Median);
        double[] actual = [mean.ImportanceLine, mean.PerformanceLine, median.ImportanceLine, median.PerformanceLine, .. mean.Items.Select(i => i.Gap)];
        double[] expected = [.. new[] { "mean_importance_performance", "median_importance_performance", "gap_P_minus_I" }.SelectMany(n => Near.Flatten(file.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("name").GetString() == n).GetProperty("value")))];
        return expected.Zip(actual, Near.Deviation).Append(expected.Length == actual.Length ? 0 : double.PositiveInfinity).Max();
    }

    private static IEnumerable<Quadrant> Quadrants(JsonElement file, string name) => file.GetProperty(name).EnumerateArray().Select(q => q.GetString()! switch
    {
        ['I', ' ', ..] => Quadrant.KeepUp,
        ['I', 'I', ' ', ..] => Quadrant.ConcentrateHere,
        ['I', 'I', 'I', ..] => Quadrant.LowPriority,
        _ => Quadrant.PossibleOverkill,
    });

    private static (double[], double[], JsonElement) Read()
    {
        JsonElement input = Reference.Json("mcda/ipa/input.json");
        return ([.. Near.Flatten(input.GetProperty("importance"))], [.. Near.Flatten(input.GetProperty("performance"))], Reference.Json("mcda/ipa/expected.json"));
    }
}
