using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Panels;

public class ImputationTests
{
    private const double Nan = double.NaN;
    private static readonly IndicatorFramework F = SmallFramework.Instance;

    private static double[] Series(SeriesImputation method, int[] years, params double[] values)
    {
        var filled = new double[values.Length];
        method.Fill(years, values, filled);
        return filled;
    }

    private static double[] Column(ColumnImputation method, params double[] values)
    {
        var filled = new double[values.Length];
        method.Fill(values, filled);
        return filled;
    }

    [Fact]
    public void Column_methods_on_spans()
    {
        Assert.Equal([1, 4, 2, 9], Column(Imputation.Mean(), 1, Nan, 2, 9));
        Assert.Equal([1, 2, 2, 9], Column(Imputation.Median(), 1, Nan, 2, 9));
        Assert.Equal([1, 0, 2, 9], Column(Imputation.Constant(0), 1, Nan, 2, 9));
        Assert.Equal([Nan, Nan], Column(Imputation.Mean(), Nan, Nan));
        Assert.Equal([Nan], Column(Imputation.Median(), Nan));
    }

    [Fact]
    public void Group_without_figures_or_area_without_group_stays_missing()
    {
        var filled = new double[6];
        Imputation.GroupMean().Fill([1, 3, Nan, Nan, Nan, 100], ["a", "a", "a", "b", null, null], filled);
        Assert.Equal([1, 3, 2, Nan, Nan, 100], filled);
    }

    [Theory]
    [InlineData(AreaGrouping.Class, 2)]
    [InlineData(AreaGrouping.Parent, 3)]
    [InlineData(AreaGrouping.Level, 4)]
    public void Groups_are_made_by_class_parent_or_level(AreaGrouping by, double expected)
    {
        Area Of(string code, AreaGrouping shares) => new() { Code = code, Class = shares == AreaGrouping.Class ? "同" : code, Parent = shares == AreaGrouping.Parent ? "省" : null, Level = shares == AreaGrouping.Level ? "同" : code };
        Area[] areas = [new Area { Code = "空", Class = "同", Parent = "省", Level = "同" }, Of("2", AreaGrouping.Class), Of("3", AreaGrouping.Parent), Of("4", AreaGrouping.Level), "省"];
        Panel p = Panel.Of(F, areas, [new("2", 2025, "E02", 2), new("3", 2025, "E02", 3), new("4", 2025, "E02", 4)]).Panel;
        Assert.Equal(expected, Imputation.GroupMean(by).Apply(p)["空", 2025, "E02"]);
    }

    [Fact]
    public void Line_runs_in_calendar_time() // 2016: 10, 2020: 30, so 2017: 15 and 2019: 25, whether or not 2018 is there
    {
        Assert.Equal([10, 15, 25, 30], Series(Imputation.LinearInTime(), [2016, 2017, 2019, 2020], 10, Nan, Nan, 30));
        Assert.Equal([10, 15, 20, 25, 30], Series(Imputation.LinearInTime(), [2016, 2017, 2018, 2019, 2020], 10, Nan, Nan, Nan, 30));
    }

    [Fact]
    public void Gap_is_counted_in_years_without_a_figure()
    {
        Assert.Equal([1, 2, 3, 4, Nan, 8, 9], Series(Imputation.LinearInTime(maxGap: 2), [2010, 2011, 2012, 2013, 2015, 2018, 2019], 1, Nan, Nan, 4, Nan, 8, 9));
        Assert.Equal([1, Nan, 3], Series(Imputation.LinearInTime(maxGap: 2), [2010, 2012, 2014], 1, Nan, 3)); // three years without a figure, of which the panel has one
        Assert.Equal([1, 2, 3], Series(Imputation.LinearInTime(maxGap: 3), [2010, 2012, 2014], 1, Nan, 3));
    }

    [Fact]
    public void Ends_stay_missing_unless_the_nearest_figure_may_stand_for_them()
    {
        int[] years = [2018, 2019, 2020, 2021, 2022];
        Assert.Equal([Nan, Nan, 5, Nan, Nan], Series(Imputation.LinearInTime(), years, Nan, Nan, 5, Nan, Nan));
        Assert.Equal([5, 5, 5, 5, 5], Series(Imputation.LinearInTime(ends: SeriesEndRule.Nearest), years, Nan, Nan, 5, Nan, Nan));
        Assert.Equal([Nan, 5, 5, 5, Nan], Series(Imputation.LinearInTime(1, SeriesEndRule.Nearest), years, Nan, Nan, 5, Nan, Nan));
    }

    [Fact]
    public void Figures_are_carried_no_further_than_the_gap()
    {
        int[] years = [2018, 2019, 2020, 2021, 2023];
        Assert.Equal([Nan, 5, 5, 5, 5], Series(Imputation.CarryForward(), years, Nan, 5, Nan, Nan, Nan));
        Assert.Equal([Nan, 5, 5, 5, Nan], Series(Imputation.CarryForward(3), years, Nan, 5, Nan, Nan, Nan)); // 2023 is four years on
        Assert.Equal([7, 7, 7, 7, 7], Series(Imputation.CarryBack(), years, Nan, Nan, Nan, Nan, 7));
        Assert.Equal([Nan, Nan, 7, 7, 7], Series(Imputation.CarryBack(3), years, Nan, Nan, Nan, Nan, 7));
    }

    [Fact]
    public void Nearest_neighbours_are_found_in_standard_deviations()
    {
        // the second column is in thousands: unscaled it alone would decide
        // sd of x: 1, 1, 5, (1) -> the first three and the last: values 1, 1.2, 5, 1.1
        var rows = Matrix.FromRows([1, 1000, 10], [1.2, 1500, 20], [5, 1040, 90], [1.1, 1040, Nan]);
        Assert.Equal(10, Imputation.NearestNeighbours(1).Fill(rows)[3, 2]);
        Assert.Equal(15, Imputation.NearestNeighbours(2).Fill(rows)[3, 2]);
        Assert.Equal(40, Imputation.NearestNeighbours(9).Fill(rows)[3, 2]);
    }

    [Fact]
    public void Distance_of_neighbours_is_named()
    {
        // both columns hold 0, 0, 1.2 and 2, so they weigh the same; from the last row
        // Euclid: 2/√2 = 1.41 for the first and the third, 1.2 for the second; Manhattan: 1 for the first and the third, 1.2 for the second
        var rows = Matrix.FromRows([2, 0, 10], [1.2, 1.2, 20], [0, 2, 50], [0, 0, Nan]);
        Assert.Equal(20, Imputation.NearestNeighbours(1).Fill(rows)[3, 2]);
        Assert.Equal(30, Imputation.NearestNeighbours(1, NeighbourDistance.Manhattan).Fill(rows)[3, 2]); // both of the nearest
    }

    [Fact]
    public void Regression_finds_an_exact_plane() // y = 3 + 2a − b, with columns of very different size
    {
        double[] a = [1, 2, 3, 4, 5], b = [1e6, 3e6, 2e6, 5e6, 4e6];
        double[] y = [.. a.Zip(b).Select(p => 3 + (2 * p.First) - (p.Second * 1e-6))];
        y[2] = Nan;
        var filled = new double[5];
        RegressionImputation.Fill(y, Matrix.FromColumns(a, b), filled);
        Near.Relative(3 + 6 - 2, filled[2], 1e-12);
    }

    [Fact]
    public void Regression_is_least_squares() // points (0,0) (1,1) (2,1) (3,3): slope 9/10, intercept −1/10, so 3.5 at 4
    {
        var filled = new double[5];
        RegressionImputation.Fill([0, 1, 1, 3, Nan], Matrix.FromColumns([0, 1, 2, 3, 4]), filled);
        Near.Relative(3.5, filled[4], 1e-14);
    }

    [Fact]
    public void Regression_that_is_not_determined_fills_nothing()
    {
        var filled = new double[4];
        RegressionImputation.Fill([1, 2, Nan, Nan], Matrix.FromColumns([1, 2, 3, 4]), filled);          // two rows for two coefficients
        Assert.Equal([1, 2, Nan, Nan], filled);
        RegressionImputation.Fill([1, 2, 3, Nan], Matrix.FromColumns([7, 7, 7, 7]), filled);            // a constant predictor
        Assert.Equal([1, 2, 3, Nan], filled);
        var longer = new double[6];
        RegressionImputation.Fill([1, 2, 3, 5, 4, Nan], Matrix.FromColumns([1, 2, 3, 4, 5, 6], [2, 4, 6, 8, 10, 12]), longer); // one is twice the other
        Assert.True(double.IsNaN(longer[5]));
    }

    [Fact]
    public void Regression_in_a_panel_takes_the_best_correlated_or_the_named_over_all_years()
    {
        var o = new List<Observation>();
        for (int i = 0; i < 5; i++)
            for (int y = 2024; y <= 2025; y++)
            {
                double x = i + (10 * (y - 2024));
                o.Add(new($"甲{i}", y, "S03", x));
                o.Add(new($"甲{i}", y, "S04", i % 2));
                if (i != 4 || y != 2025) o.Add(new($"甲{i}", y, "E02", (2 * x) + 1));
            }
        Panel p = Panel.Of(F, o).Panel;
        Near.Relative(29, Imputation.Regression(1).Apply(p)["甲4", 2025, "E02"], 1e-12);
        Near.Relative(29, Imputation.RegressionOn("S03").Apply(p)["甲4", 2025, "E02"], 1e-12);
        Assert.NotEqual(29, Imputation.RegressionOn("S04").Apply(p)["甲4", 2025, "E02"], 3);
        Assert.Throws<ArgumentException>("Predictors", () => Imputation.RegressionOn("Q1").Apply(p));
    }

    [Fact]
    public void Row_mean_uses_the_direction_of_each_indicator() // E02 is better lower: best 0 of 0…10, and E03 scores 0.25 of 0…4
    {
        Panel p = Panel.Of(F, ["甲", "乙", "丙"], [new("甲", 2025, "E02", 0), new("乙", 2025, "E02", 10), new("甲", 2025, "E03", 4), new("乙", 2025, "E03", 0), new("丙", 2025, "E03", 1)]).Panel;
        Assert.Equal(7.5, Imputation.RowMean().Apply(p)["丙", 2025, "E02"]);
    }

    [Fact]
    public void Only_missing_cells_of_named_indicators_are_filled_and_never_quantities()
    {
        Panel p = Panel.Of(F, ["甲", "乙"],
            [new("甲", 2025, "E02", 4), new("甲", 2025, "E03", 1), new("甲", 2025, "Q1", 1), new("甲", 2025, "S01a", 1), new("乙", 2025, "E01", Nan) { State = ObservationState.NotApplicable }, new("甲", 2025, "E01", 9)]).Panel;
        Panel all = Imputation.Mean().Apply(p), one = (Imputation.Mean() with { Only = ["E02"] }).Apply(p);
        Assert.Equal((4, ObservationState.Imputed), (all["乙", 2025, "E02"], all.State("乙", 2025, "E02")));
        Assert.Equal((Nan, ObservationState.NotApplicable), (all["乙", 2025, "E01"], all.State("乙", 2025, "E01")));
        Assert.Equal(1, all["乙", 2025, "S01a"]);
        Assert.True(double.IsNaN(all["乙", 2025, "Q1"]));
        Assert.Equal((4, Nan), (one["乙", 2025, "E02"], one["乙", 2025, "E03"]));
        Assert.True(double.IsNaN(p["乙", 2025, "E02"]));
        Assert.Throws<ArgumentException>("Only", () => (Imputation.Mean() with { Only = ["E77"] }).Apply(p));
    }

    [Fact]
    public void Gaps_in_time_that_are_not_applicable_stay_so()
    {
        Panel p = Panel.Of(F, [new("甲", 2023, "E02", 1), new("甲", 2024, "E02", Nan) { State = ObservationState.NotApplicable }, new("甲", 2025, "E02", 3)]).Panel;
        Assert.Equal(ObservationState.NotApplicable, Imputation.LinearInTime().Apply(p).State("甲", 2024, "E02"));
    }

    [Fact]
    public void Steps_fill_what_those_before_left()
    {
        Panel p = Panel.Of(F, ["甲", "乙"], [new("甲", 2023, "E02", 1), new("甲", 2025, "E02", 3), new("乙", 2025, "E02", 9), new("甲", 2024, "S03", 1)]).Panel;
        Panel filled = Imputation.InOrder(Imputation.LinearInTime(), Imputation.Mean()).Apply(p);
        Assert.Equal([2, 2], filled.Column("E02", 2024).ToArray());
        Assert.Equal([1, 1], filled.Column("E02", 2023).ToArray());
    }

    public static TheoryData<Imputation> All =>
    [
        Imputation.Constant(1.5), Imputation.Mean(), Imputation.Median(), Imputation.GroupMean(AreaGrouping.Level), Imputation.GroupMedian(), Imputation.CarryForward(2), Imputation.CarryBack(),
        Imputation.LinearInTime(2, SeriesEndRule.Nearest), Imputation.NearestNeighbours(3, NeighbourDistance.Manhattan), Imputation.Regression(2), Imputation.RowMean(RowMeanScope.All),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void Method_is_kept_as_JSON(Imputation method) => Assert.Equal(method, Imputation.FromJson(method.ToJson()));

    [Fact]
    public void JSON_names_the_method_and_keeps_lists()
    {
        Assert.Equal("""{"type":"linearInTime","ends":"Leave","maxGap":2}""", Imputation.LinearInTime(maxGap: 2).ToJson());
        var steps = (SequentialImputation)Imputation.FromJson(Imputation.InOrder(Imputation.RegressionOn("E01", "E02") with { Only = ["E03"] }, Imputation.GroupMean() with { Groups = new Dictionary<string, string> { ["甲"] = "一" } }).ToJson());
        Assert.Equal(["E01", "E02"], ((RegressionImputation)steps.Steps[0]).Predictors!);
        Assert.Equal(["E03"], steps.Steps[0].Only!);
        Assert.Equal("一", ((GroupMeanImputation)steps.Steps[1]).Groups!["甲"]);
    }

    [Fact]
    public void Parameters_are_checked()
    {
        Assert.Throws<ArgumentOutOfRangeException>("value", () => Imputation.CarryForward(0));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => Imputation.NearestNeighbours(0));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => Imputation.Regression(0));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => Imputation.Constant(Nan));
        Assert.Throws<ArgumentException>("years", () => Imputation.CarryBack().Fill([2, 1], [1, 2], new double[2]));
        Assert.Throws<ArgumentException>("filled", () => Imputation.Mean().Fill([1, 2], new double[1]));
    }

    private static readonly Gen<double> Figure = Gen.Frequency((3, Gen.Double[-1e3, 1e3]), (1, Gen.Const(Nan)));

    [Fact]
    public void Shift_and_scale_of_the_figures_shift_and_scale_what_is_filled() => Gen.Select(Figure.Array[2, 12], Gen.Double[0.1, 10], Gen.Double[-100, 100]).Sample((x, scale, shift) =>
    {
        int[] years = [.. Enumerable.Range(2000, x.Length)];
        double[] moved = [.. x.Select(v => (v * scale) + shift)];
        foreach (SeriesImputation s in new SeriesImputation[] { Imputation.LinearInTime(3, SeriesEndRule.Nearest), Imputation.CarryForward(2), Imputation.CarryBack() })
            Near.Relative([.. Series(s, years, x).Select(v => (v * scale) + shift)], Series(s, years, moved), 1e-9);
        foreach (ColumnImputation c in new ColumnImputation[] { Imputation.Mean(), Imputation.Median() })
            Near.Relative([.. Column(c, x).Select(v => (v * scale) + shift)], Column(c, moved), 1e-9);
    }, iter: 300);

    [Fact]
    public void Order_of_the_areas_does_not_matter() => Gen.Select(Figure.Array[24], Gen.Shuffle(new[] { 0, 1, 2, 3, 4, 5 })).Sample((x, order) =>
    {
        double[][] rows = [.. Enumerable.Range(0, 6).Select(i => x.AsSpan(i * 4, 4).ToArray())];
        foreach (NearestNeighboursImputation n in new[] { Imputation.NearestNeighbours(2), Imputation.NearestNeighbours(3, NeighbourDistance.Manhattan) })
        {
            Matrix plain = n.Fill(Matrix.FromRows(rows)), shuffled = n.Fill(Matrix.FromRows([.. order.Select(i => rows[i])]));
            for (int i = 0; i < 6; i++)
                for (int j = 0; j < 4; j++) Near.Relative(plain[order[i], j], shuffled[i, j], 1e-9);
        }
    }, iter: 200);
}
