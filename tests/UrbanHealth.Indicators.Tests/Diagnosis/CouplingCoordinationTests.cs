using System.Text.Json;
using UrbanHealth.Indicators.Tests.Aggregating;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Diagnosing;

/// <summary>Coupling coordination of subsystems.</summary>
public class CouplingCoordinationTests : IReferenceChecks
{
    IEnumerable<ReferenceCheck> IReferenceChecks.Checks() =>
    [
        Checks.AsReference("coupling_standard_2", "coupling coordination", Standard2),
        Checks.AsReference("coupling_wang_3", "coupling coordination", Wang3),
        Checks.AsReference("coupling_wang_table8", "coupling coordination", WangTable8, "no scores are printed: those implied by both couplings give them back"),
        Checks.AsReference("entropy_panel", "coupling coordination", Provinces, "the coupling part and the scores, with the published weights"),
    ];

    [Fact]
    public void Two_subsystems_by_hand()
    {
        // C = 2√(.9·.4)/1.3, T = .65
        CouplingCoordination c = CouplingCoordination.Of([0.9, 0.4]);
        Near.Relative(1.2 / 1.3, c.Coupling, 1e-14);
        Near.Relative(0.65, c.Development, 1e-14);
        Near.Relative(Math.Sqrt(0.6), c.Coordination, 1e-14);
        Assert.Equal("C 0.9231, T 0.6500, D 0.7746 中级协调", c.ToString());
    }

    [Fact]
    public void Scores_of_100_points_are_divided_by_their_best() =>
        Near.Relative(CouplingCoordination.Of([0.9, 0.4]).Coordination, CouplingCoordination.Of([90, 40], best: 100).Coordination, 1e-14);

    [Fact]
    public void A_boundary_belongs_where_the_closure_says()
    {
        Assert.Equal("勉强协调", CouplingCoordination.Grading().GradeOf(0.5)!.Name);
        Assert.Equal("濒临失调", CouplingCoordination.Grading(IntervalClosure.UpperIncluded).GradeOf(0.5)!.Name);
    }

    [Fact]
    public void A_subsystem_at_zero_uncouples_all_and_a_missing_one_leaves_it_open()
    {
        Assert.Equal(new CouplingCoordination(0, 0.25, 0), CouplingCoordination.Of([0.5, 0]));
        Assert.True(double.IsNaN(CouplingCoordination.Of([0.5, double.NaN, 0.4]).Coordination));
        Assert.True(double.IsNaN(CouplingCoordination.Of([0, 0.0]).Coupling));
    }

    [Fact]
    public void Many_small_subsystems_do_not_vanish()
    {
        double[] u = [.. Enumerable.Repeat(1e-5, 100)];
        Near.Relative(1, CouplingCoordination.Of(u).Coupling, 1e-12);
    }

    [Fact]
    public void Misuse_names_the_argument()
    {
        Assert.Equal("subsystems", Assert.Throws<ArgumentException>(() => CouplingCoordination.Of([0.5])).ParamName);
        Assert.Equal("subsystems", Assert.Throws<ArgumentOutOfRangeException>(() => CouplingCoordination.Of([0.5, 1.1])).ParamName);
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => CouplingCoordination.Of([0.5, 0.1], [1])).ParamName);
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => CouplingCoordination.Of([0.5, 0.1], [0, 0])).ParamName);
        Assert.Equal("best", Assert.Throws<ArgumentOutOfRangeException>(() => CouplingCoordination.Of([0.5, 0.1], best: 0)).ParamName);
    }

    [ReferenceFact]
    public void Two_subsystems_of_six_areas() => Standard2();

    private static Checks Standard2()
    {
        double[][] u = Rows("coupling_standard_2");
        var checks = Checks.Of("coupling_standard_2");
        CouplingCoordination[] equal = [.. u.Select(x => CouplingCoordination.Of(x))], weighted = [.. u.Select(x => CouplingCoordination.Of(x, [0.6, 0.4]))];
        CouplingCoordination[] modified = [.. u.Select(x => CouplingCoordination.Of(x, formula: CouplingFormula.Modified))];
        checks.Assert("C", [.. equal.Select(c => c.Coupling)]);
        checks.Assert("T_equal", [.. equal.Select(c => c.Development)]);
        checks.Assert("D_equal", [.. equal.Select(c => c.Coordination)]);
        checks.Assert("T_0.6_0.4", [.. weighted.Select(c => c.Development)]);
        checks.Assert("D_0.6_0.4", [.. weighted.Select(c => c.Coordination)]);
        checks.Assert("C_wang2021_same_data", [.. modified.Select(c => c.Coupling)]);
        checks.Assert("D_wang2021_equal", [.. modified.Select(c => c.Coordination)]);
        // the lost coefficient is an error of some papers; half of ours, and ours is the right one
        checks.Assert("C_lost_coefficient_error_form(max 0.5)", [.. equal.Select(c => c.Coupling / 2)]);
        string[] grades = [.. Reference.Json("mcda/coupling_standard_2/expected.json").GetProperty("grades_D_equal").EnumerateArray().Select(g => g.GetString()!)];
        Assert.Equal(grades, equal.Select(c => CouplingCoordination.Grading().GradeOf(c.Coordination)!.Name));
        return checks.AssertAllUsed();
    }

    [ReferenceFact]
    public void Three_subsystems_by_both_formulas() => Wang3();

    private static Checks Wang3()
    {
        double[][] u = Rows("coupling_wang_3");
        double[] w = [.. Near.Flatten(Reference.Json("mcda/coupling_wang_3/input.json").GetProperty("w"))];
        var checks = Checks.Of("coupling_wang_3");
        CouplingCoordination[] standard = [.. u.Select(x => CouplingCoordination.Of(x, w))], modified = [.. u.Select(x => CouplingCoordination.Of(x, w, CouplingFormula.Modified))];
        checks.Assert("C_standard", [.. standard.Select(c => c.Coupling)]);
        checks.Assert("C_wang2021", [.. modified.Select(c => c.Coupling)]);
        checks.Assert("T", [.. standard.Select(c => c.Development)]);
        checks.Assert("D_wang2021", [.. modified.Select(c => c.Coordination)]);
        checks.Assert("D_standard", [.. standard.Select(c => c.Coordination)]);
        checks.Assert("all_equal_gives_1", CouplingCoordination.Of([0.4, 0.4, 0.4]).Coupling, CouplingCoordination.Of([0.4, 0.4, 0.4], formula: CouplingFormula.Modified).Coupling);
        // √((1 − d)·min/max) = √(1/7)
        checks.Assert("n2_closed_form_sqrt((1-d)*min/max)", CouplingCoordination.Of([0.2, 0.7], formula: CouplingFormula.Modified).Coupling);
        return checks.AssertAllUsed();
    }

    [ReferenceFact]
    public void Wang_s_table_8_is_consistent_with_both_formulas() => WangTable8();

    private static Checks WangTable8()
    {
        // the table prints both couplings and no U; the U they imply give both back
        JsonElement input = Reference.Json("mcda/coupling_wang_table8/input.json");
        double[] original = [.. Near.Flatten(input.GetProperty("C_original"))];
        var checks = Checks.Of("coupling_wang_table8");
        double[] difference = Expected("implied_difference"), largest = Expected("implied_max_U");
        double[] smallest = [.. largest.Zip(difference, (m, d) => m - d)];
        checks.Assert("implied_ratio_min_over_max", [.. smallest.Zip(largest, (a, b) => a / b)]);
        checks.Assert("implied_difference", [.. largest.Zip(smallest, (a, b) => a - b)]);
        checks.Assert("implied_max_U", largest);
        checks.Assert("implied_U_all_in_0_1", largest.Concat(smallest).All(x => x is >= 0 and <= 1) ? 1 : 0);
        checks.Assert("forward_C_modified_from_implied_U", [.. smallest.Zip(largest, (a, b) => CouplingCoordination.Of([a, b], formula: CouplingFormula.Modified).Coupling)]);
        for (int i = 0; i < original.Length; i++) Near.Absolute(original[i], CouplingCoordination.Of([smallest[i], largest[i]]).Coupling, 1e-9);

        double[] Expected(string name) => [.. Near.Flatten(Reference.Json("mcda/coupling_wang_table8/expected.json").GetProperty("checks").EnumerateArray().First(c => c.GetProperty("name").GetString() == name).GetProperty("value"))];
        return checks.AssertAllUsed();
    }

    [ReferenceFact]
    public void Three_subsystems_of_eight_provinces_couple_as_published() => Provinces();

    private static Checks Provinces()
    {
        JsonElement input = Reference.Json("mcda/entropy_panel/input.json");
        JsonElement[] expected = [.. Reference.Json("mcda/entropy_panel/expected.json").GetProperty("checks").EnumerateArray()];
        double[] Value(string name) => [.. Near.Flatten(expected.First(c => c.GetProperty("name").GetString() == name).GetProperty("value"))];
        double[][] rows = [.. input.GetProperty("values").EnumerateArray().Select(r => Near.Flatten(r).ToArray())];
        double[] years = [.. Near.Flatten(input.GetProperty("years"))], direction = [.. Near.Flatten(input.GetProperty("direction"))];
        double epsilon = input.GetProperty("epsilon").GetDouble();
        double[] weights = Value("pooled_weights_by_subsystem"), subsystemWeights = Value("subsystem_weights");

        // scores of the subsystems with the published pooled weights, then stretched over all provinces and years
        double[][] scores = new double[3][];
        for (int s = 0; s < 3; s++)
        {
            scores[s] = new double[rows.Length];
            for (int j = 3 * s; j < 3 * s + 3; j++)
            {
                double[] x = [.. rows.Select(r => r[j])];
                Normalization.MinMax(epsilon, 1 - epsilon).Fit(x, direction[j] < 0 ? Preference.Lower : Preference.Higher).Apply(x, x);
                for (int i = 0; i < x.Length; i++) scores[s][i] += weights[j] * x[i];
            }
        }
        double[] shanghai = [.. new[] { 0, 1, 9 }.SelectMany(i => scores.Select(x => 100 * x[i]))];
        var checks = Checks.Of("entropy_panel");
        checks.Assert("shanghai_scores_2015_2016_2024", shanghai);
        foreach (double[] x in scores) Normalization.MinMax(0, 1).Fit(x).Apply(x, x);
        // the source lifts the lowest, which is exactly zero, to 1e-10
        CouplingCoordination[] c = [.. Enumerable.Range(0, rows.Length).Where(i => years[i] == 2015).Select(i => CouplingCoordination.Of([.. scores.Select(x => Math.Clamp(x[i], 1e-10, 1))], subsystemWeights))];
        checks.Assert("coupling_C_2015", [.. c.Select(x => x.Coupling)]);
        checks.Assert("coupling_T_2015", [.. c.Select(x => x.Development)]);
        checks.Assert("coupling_D_2015", [.. c.Select(x => x.Coordination)]);
        return checks;
    }

    private static double[][] Rows(string folder) => [.. Reference.Json($"mcda/{folder}/input.json").GetProperty("U").EnumerateArray().Select(r => Near.Flatten(r).ToArray())];
}
