using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Surveys;

public class CalibrationSpecification
{
    private static readonly CategoricalColumn Sex = CategoricalColumn.Of(["f", "f", "f", "m"]), Age = CategoricalColumn.Of(["old", "young", "young", "young"]);

    [Fact]
    public void Post_stratification_gives_each_cell_its_population() => Near.Relative([20, 20, 20, 40],
        SurveyDesign.Of([1, 1, 1, 1]).PostStratified(Sex, PopulationMargin.Of("sex", ("f", 60), ("m", 40))).Design.Weights.ToArray());

    [Fact]
    public void Raking_meets_each_margin_and_weights_sum_to_the_population() =>
        Gen.Select(Gen.Double[0.2, 5].Array[60], Gen.Double[1, 9].Array[3], Gen.Double[1, 9].Array[4], Gen.Int[0, 1_000_000]).Sample((w, a, b, seed) =>
        {
            CategoricalColumn rows = CategoricalColumn.Of(Enumerable.Range(0, 60).Select(i => "r" + i % 3)), columns = CategoricalColumn.Of(Enumerable.Range(0, 60).Select(i => "c" + (i + seed) / 3 % 4));
            PopulationMargin first = PopulationMargin.Of("row", [.. a.Select((x, i) => ("r" + i, x))]).ScaledTo(9000), second = PopulationMargin.Of("column", [.. b.Select((x, i) => ("c" + i, x))]).ScaledTo(9000);
            CalibrationResult result = SurveyDesign.Of(w).Raked([(rows, first), (columns, second)]);
            Assert.True(result.Converged);
            Near.Relative(9000, result.Design.Population, 1e-9);
            foreach ((CategoricalColumn column, PopulationMargin margin) in new[] { (rows, first), (columns, second) })
                foreach ((SurveyEstimate count, PopulationCell cell) in result.Design.Counts(column).Zip(margin.Cells))
                    Assert.True(Math.Abs(count.Value / cell.Population - 1) < 1e-9 && count.StandardError < 1e-6, $"{count} {cell}");
        }, iter: 40);

    [Fact]
    public void Raking_by_Newton_and_by_proportional_fitting_are_the_same()
    {
        (CategoricalColumn, PopulationMargin)[] margins =
        [
            (CategoricalColumn.Of(["f", "f", "m", "m", "m"]), PopulationMargin.Of("sex", ("f", 55), ("m", 45))),
            (CategoricalColumn.Of(["a", "b", "a", "b", "b"]), PopulationMargin.Of("age", ("a", 30), ("b", 70))),
        ];
        SurveyDesign design = SurveyDesign.Of([1, 2, 3, 4, 5]);
        double[] fitted = design.Raked(margins).Design.Weights.ToArray();
        // bounds far outside lead to Newton's method
        Near.Relative(fitted, design.Raked(margins, new CalibrationOptions { UpperBound = 1e6 }).Design.Weights.ToArray(), 1e-9);
    }

    [Theory]
    [InlineData(CalibrationDistance.Linear)]
    [InlineData(CalibrationDistance.Raking)]
    [InlineData(CalibrationDistance.Logit)]
    public void Bounds_hold_every_factor(CalibrationDistance distance)
    {
        double[] x = [1, 2, 3, 4, 5, 6, 7, 30];
        var options = new CalibrationOptions { Distance = distance, LowerBound = 0.6, UpperBound = 1.5 };
        CategoricalColumn all = CategoricalColumn.Of(Enumerable.Repeat("all", 8));
        CalibrationResult result = SurveyDesign.Of([1, 1, 1, 1, 1, 1, 1, 1]).Calibrated([(all, PopulationMargin.Of("all", ("all", 8)))], [new AuxiliaryTotal("x", x, 66)], options);
        Assert.True(result.Converged, result.ToString());
        Assert.InRange(result.SmallestFactor, 0.6, 1);
        Assert.InRange(result.LargestFactor, 1, 1.5);
        double[] weights = result.Design.Weights.ToArray();
        Near.Relative(66, weights.Zip(x, (w, v) => w * v).Sum());
        Near.Relative(8, weights.Sum());
    }

    // unbounded g of x = 30 would be 1 + 22.75·14/619.5 = 1.514
    [Fact]
    public void Weights_held_at_a_bound_are_counted_and_a_linear_calibration_takes_one_step()
    {
        CategoricalColumn all = CategoricalColumn.Of(Enumerable.Repeat("all", 8));
        CalibrationResult Calibrate(double upper) => SurveyDesign.Of([1, 1, 1, 1, 1, 1, 1, 1]).Calibrated([(all, PopulationMargin.Of("all", ("all", 8)))], [new AuxiliaryTotal("x", new double[] { 1, 2, 3, 4, 5, 6, 7, 30 }, 72)],
            new CalibrationOptions { Distance = CalibrationDistance.Linear, UpperBound = upper });
        CalibrationResult free = Calibrate(9), held = Calibrate(1.5);
        Assert.Equal((0, 1), (free.Trimmed, free.Iterations));
        Near.Relative(1 + 22.75 * 14 / 619.5, free.LargestFactor);
        Assert.Equal((1, 1.5), (held.Trimmed, held.LargestFactor));
    }

    [Fact]
    public void Bounds_too_narrow_name_the_total_that_is_not_met()
    {
        CalibrationResult result = SurveyDesign.Of([1, 1, 1, 1]).Raked([(Sex, PopulationMargin.Of("sex", ("f", 60), ("m", 40)))], new CalibrationOptions { UpperBound = 25, LowerBound = 0.5 });
        Assert.False(result.Converged);
        Assert.Equal(("surveys.margin-not-met", "sex"), (result.Report[0].Code, result.Report[0].Place.Column));
        Assert.Contains("sex = m", string.Join(' ', result.Report.Select(i => i.Message.English)));
        Assert.Throws<InvalidDocumentException>(() => result.Design);
    }

    [Fact]
    public void Margins_no_weights_can_meet_are_named()
    {
        // whoever is f is a, whoever is m is b, so that 60 f and 30 a exclude each other
        CategoricalColumn ages = CategoricalColumn.Of(["a", "a", "a", "b"]);
        CalibrationResult result = SurveyDesign.Of([1, 1, 1, 1]).Raked([(Sex, PopulationMargin.Of("sex", ("f", 60), ("m", 40))), (ages, PopulationMargin.Of("age", ("a", 30), ("b", 70)))]);
        Assert.False(result.Converged);
        Assert.All(result.Report, i => Assert.Equal("surveys.margin-not-met", i.Code));
        Assert.Contains(result.Report, i => i.Message.English.Contains("'sex = f'"));
    }

    [Fact]
    public void Every_impossible_margin_is_found_at_once_and_its_cell_named()
    {
        CategoricalColumn district = CategoricalColumn.Of(["东", "东", null, "西"]);
        CalibrationResult result = SurveyDesign.Of([1, 1, 1, 1]).Raked(
        [
            (Sex, PopulationMargin.Of("sex", ("f", 60), ("m", 40), ("other", 5))),
            (Age, PopulationMargin.Of("age", ("young", 130), ("young", 1))),
            (district, PopulationMargin.Of("district", ("东", 50), ("西", -1))),
        ]);
        Assert.Equal(
            ["surveys.empty-cell", "surveys.margin-cell-twice", "surveys.unknown-margin-level", "surveys.margin-value-missing", "surveys.margin-not-positive", "surveys.contradicting-margins", "surveys.contradicting-margins"],
            result.Report.Select(i => i.Code));
        Assert.Contains("sex = other", result.Report[0].Message.English);
        Assert.Contains("age = old", result.Report[2].Message.Chinese);
        Assert.Equal(3, result.Report[3].Place.Line);
    }

    [Fact]
    public void A_linear_calibration_that_makes_weights_negative_says_so()
    {
        CategoricalColumn all = CategoricalColumn.Of(["all", "all", "all"]);
        CalibrationResult result = SurveyDesign.Of([1, 1, 1]).Calibrated([(all, PopulationMargin.Of("all", ("all", 3)))], [new AuxiliaryTotal("x", new double[] { 0, 1, 2 }, 6.5)], new CalibrationOptions { Distance = CalibrationDistance.Linear });
        Assert.Equal("surveys.weight-not-positive", result.Report.Single().Code);
    }

    [Fact]
    public void Calibration_on_a_variable_leaves_no_error_in_its_total_and_less_in_what_it_explains()
    {
        double[] x = [.. Enumerable.Range(1, 50).Select(i => (double)i)], y = [.. x.Select(v => 3 * v + v % 5)];
        SurveyDesign design = SurveyDesign.SimpleRandom(50, 1000);
        SurveyDesign calibrated = design.Calibrated([(CategoricalColumn.Of(x.Select(_ => "all")), PopulationMargin.Of("all", ("all", 1000)))], [new AuxiliaryTotal("x", x, 26_000)]).Design;
        Near.Relative(26_000, calibrated.Total(x).Value);
        Assert.True(calibrated.Total(x).StandardError < 1e-6);
        Assert.True(calibrated.Total(y).StandardError < 0.1 * design.Total(y).StandardError);
    }
}
