using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Statistics;

public class CohenKappaSpecification : IReferenceChecks
{
    [ReferenceFact]
    public void Unweighted_linear_and_quadratic_with_both_errors() => Assert.True(Deviation() <= 1e-12, $"{Deviation():E2}");

    [Fact]
    public void Full_agreement_is_1_and_none_beyond_chance_is_0()
    {
        Near.Relative(1, CohenKappa.Of(Matrix.FromRows([4, 0], [0, 6])).Kappa);
        Near.Relative(0, CohenKappa.Of(Matrix.FromRows([1, 2], [2, 4])).Kappa);
    }

    [Fact]
    public void One_grade_for_all_is_not_defined() => Assert.Throws<ArgumentException>(() => CohenKappa.Of(Matrix.FromRows([5, 0], [0, 0])));

    IEnumerable<ReferenceCheck> IReferenceChecks.Checks()
    {
        yield return new ReferenceCheck("mcda/more/weighted_kappa.json", "CohenKappa", 1e-12, Deviation);
    }

    private static double Deviation()
    {
        JsonElement file = Reference.Json("mcda/more/weighted_kappa.json");
        Matrix table = Matrix.FromRows([.. file.GetProperty("inputs").GetProperty("table").EnumerateArray().Select(r => Near.Flatten(r).ToArray())]);
        double worst = 0;
        foreach ((string name, KappaWeights weights) in new[] { ("unweighted", KappaWeights.None), ("linear", KappaWeights.Linear), ("quadratic", KappaWeights.Quadratic) })
        {
            JsonElement expected = file.GetProperty("expected").GetProperty(name);
            CohenKappa k = CohenKappa.Of(table, weights);
            foreach ((string what, double actual) in new[] { ("kappa", k.Kappa), ("po", k.Observed), ("pe", k.Expected), ("ASE", k.StandardError), ("ASE0", k.NullStandardError) })
                worst = Math.Max(worst, Near.Deviation(expected.GetProperty(what).GetDouble(), actual));
        }
        return worst;
    }
}
