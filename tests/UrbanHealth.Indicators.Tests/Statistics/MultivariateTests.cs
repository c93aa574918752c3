using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.StatisticsRoom;

/// <summary>Alpha, collinearity, principal components, varimax, regression.</summary>
public class MultivariateTests
{
    private static readonly Matrix Items = Matrix.FromColumns([1, 2, 3, 4], [2, 1, 4, 3], [2, 4, 3, 1]);

    [Fact]
    public void Alpha_by_hand()
    {
        Matrix two = Matrix.FromColumns([1, 2, 3, 4], [2, 1, 4, 3]); // 2·(1 − (10/3)/(10/3 + 2))
        CronbachAlpha alpha = CronbachAlpha.Of(two);
        Near.Relative(0.75, alpha.Alpha);
        Assert.Empty(alpha.AlphaIfDeleted);
        Near.Relative([0.6, 0.6], alpha.ItemRest);
        Near.Relative(0.75, CronbachAlpha.Of(two, AlphaForm.Standardised).Alpha); // equal variances: 2·0.6/1.6
        Matrix scaled = Matrix.FromColumns([1, 2, 3, 4], [20, 10, 40, 30]); // variances 5/3 and 500/3, covariance 10
        Near.Relative(2 * (1 - 505 / 3.0 / (505 / 3.0 + 20)), CronbachAlpha.Of(scaled).Alpha);
        Near.Relative(0.75, CronbachAlpha.Of(scaled, AlphaForm.Standardised).Alpha);
        Assert.Equal("alpha 0.75 of 2 items (Covariance)", alpha.ToString());
    }

    [Fact]
    public void Alpha_without_an_item_is_alpha_of_the_rest()
    {
        CronbachAlpha alpha = CronbachAlpha.Of(Items);
        Near.Relative(CronbachAlpha.Of(Matrix.FromColumns([2, 1, 4, 3], [2, 4, 3, 1])).Alpha, alpha.AlphaIfDeleted[0]);
        Near.Relative(0.75, alpha.AlphaIfDeleted[2]);
        Near.Relative(Correlation.Of([1, 2, 3, 4], [4, 5, 7, 4]), alpha.ItemRest[0]); // b + c
    }

    [Fact]
    public void Alpha_of_a_constant_or_of_one_item_is_an_error()
    {
        Assert.Throws<ArgumentException>(() => CronbachAlpha.Of(Matrix.FromColumns([1, 2])));
        Assert.Throws<ArgumentException>(() => CronbachAlpha.Of(Matrix.FromColumns([1, 2, 3], [5, 5, 5])));
        Assert.Throws<ArgumentException>(() => CronbachAlpha.Of(Matrix.FromColumns([1, 2, double.NaN, double.NaN], [double.NaN, double.NaN, 3, 4])));
        Assert.Throws<ArgumentException>(() => CronbachAlpha.Of(Matrix.FromColumns([1, 2, 3], [3, 2, 1])));
    }

    [Fact]
    public void Variance_inflation_of_two_columns_is_1_over_1_minus_r_squared() =>
        Near.Relative([1 / 0.64, 1 / 0.64], Collinearity.VarianceInflation(Matrix.FromColumns([1, 2, 3, 4], [2, 1, 4, 3]))); // r = 0.6

    [Fact]
    public void Variance_inflation_is_that_of_the_regressions()
    {
        double[] a = [1, 2, 3, 4, 5, 6], b = [2, 1, 4, 3, 7, 5], c = [1, 0, 2, 5, 3, 3];
        double[] vif = Collinearity.VarianceInflation(Matrix.FromColumns(a, b, c));
        Near.Relative(1 / (1 - LinearRegression.Fit(Matrix.FromColumns(b, c), a).RSquared), vif[0]);
        Near.Relative(1 / (1 - LinearRegression.Fit(Matrix.FromColumns(a, b), c).RSquared), vif[2]);
    }

    [Fact]
    public void Kmo_of_two_columns_is_a_half_and_of_three_by_partial_correlations()
    {
        SamplingAdequacy two = Collinearity.KaiserMeyerOlkin(Matrix.FromColumns([1, 2, 3, 4], [2, 1, 4, 3]));
        Near.Relative([0.5, 0.5, 0.5], [two.Overall, .. two.ByColumn]);
        double[] a = [1, 2, 3, 4, 5, 6], b = [2, 1, 4, 3, 7, 5], c = [1, 0, 2, 5, 3, 3];
        double ab = Correlation.Of(a, b), ac = Correlation.Of(a, c), bc = Correlation.Of(b, c);
        double Partial(double xy, double xz, double yz) => (xy - xz * yz) / Math.Sqrt((1 - xz * xz) * (1 - yz * yz));
        double pab = Partial(ab, ac, bc), pac = Partial(ac, ab, bc), pbc = Partial(bc, ab, ac);
        double r2 = ab * ab + ac * ac + bc * bc, p2 = pab * pab + pac * pac + pbc * pbc;
        SamplingAdequacy kmo = Collinearity.KaiserMeyerOlkin(Matrix.FromColumns(a, b, c));
        Near.Relative(r2 / (r2 + p2), kmo.Overall);
        Near.Relative((ab * ab + ac * ac) / (ab * ab + ac * ac + pab * pab + pac * pac), kmo.ByColumn[0]);
    }

    [Fact]
    public void Columns_that_depend_on_each_other_are_an_error_that_names_one()
    {
        Matrix m = Matrix.FromColumns([1, 2, 3, 5], [1, 0, 2, 2], [2, 2, 5, 7]);
        Assert.Contains("Column 2", Assert.Throws<ArgumentException>(() => Collinearity.VarianceInflation(m)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Collinearity.VarianceInflation(Matrix.FromColumns([1, 2, 3], [5, 5, 5])));
    }

    [Fact]
    public void Components_of_two_columns_by_hand()
    {
        PrincipalComponents pca = PrincipalComponents.Of(Matrix.FromColumns([1, 2, 3, 4], [2, 1, 4, 3])); // r = 0.6: eigenvalues 1.6 and 0.4
        Near.Relative([1.6, 0.4], pca.Eigenvalues);
        Near.Relative([0.8, 0.2], pca.Explained);
        Near.Relative([0.8, 1], pca.Cumulative);
        double h = Math.Sqrt(0.5);
        Near.Relative([h, h, h, -h], [pca.Vectors[0, 0], pca.Vectors[1, 0], pca.Vectors[0, 1], pca.Vectors[1, 1]]);
        Near.Relative(h * Math.Sqrt(1.6), pca.Loadings[1, 0]);
        Assert.Equal(1, pca.CountAbove());
        Assert.Equal("PCA of 2 columns: 80.0 % 20.0 %", pca.ToString());
    }

    [Fact]
    public void Components_of_covariances_follow_the_units()
    {
        PrincipalComponents pca = PrincipalComponents.Of(Matrix.FromColumns([2, 4, 6, 8], [1, -1, -1, 1]), PcaBasis.Covariance); // uncorrelated: variances 20/3 and 4/3
        Near.Relative([20 / 3.0, 4 / 3.0], pca.Eigenvalues);
        Near.Relative([1, 0], pca.Vectors.Column(0).ToArray());
        Assert.Throws<ArgumentException>(() => PrincipalComponents.Of(Matrix.FromColumns([1, 1], [2, 2]), PcaBasis.Covariance));
        Assert.Throws<ArgumentException>(() => PrincipalComponents.Of(Matrix.FromColumns([1, 2, 3], [2, 2, 2])));
    }

    [Fact]
    public void Varimax_finds_the_simple_structure_that_was_turned_away()
    {
        double[][] simple = [[0.9, 0.8, 0, 0], [0, 0, 0.7, 0.6]];
        double c = Math.Cos(0.5), s = Math.Sin(0.5);
        double[] first = [.. simple[0].Zip(simple[1], (x, y) => c * x - s * y)], second = [.. simple[0].Zip(simple[1], (x, y) => s * x + c * y)];
        foreach (RowNormalization rows in Enum.GetValues<RowNormalization>())
        {
            Matrix back = Varimax.Rotate(Matrix.FromColumns(first, second), rows);
            Near.Relative(simple[0], back.Column(0).ToArray());
            Near.Relative(simple[1], back.Column(1).ToArray());
        }
        Assert.Throws<ArgumentException>(() => Varimax.Rotate(Matrix.FromColumns([0, 1], [0, 1])));
    }

    [ReferenceFact]
    public void Varimax_reaches_a_criterion_no_lower_than_the_reference()
    {
        ReferenceTable e = Reference.Csv("tai/calc_varimax_FAweights.csv");
        string[] names = Reference.Csv("tai/calc_minmax.csv").Header[1..];
        ReferenceTable raw = Reference.Csv("tai/tai23_raw.csv");
        PrincipalComponents pca = PrincipalComponents.Of(Matrix.FromColumns([.. names.Select(raw.Numbers)]));
        Matrix ours = Varimax.Rotate(Matrix.FromColumns([.. Enumerable.Range(0, 4).Select(k => pca.Loadings.Column(k).ToArray())]));
        Matrix theirs = Matrix.FromColumns([.. Enumerable.Range(1, 4).Select(k => e.Numbers($"PC{k}"))]);
        Assert.True(Criterion(ours) >= Criterion(theirs));
        Assert.True(Criterion(ours) > Criterion(Varimax.Rotate(theirs, RowNormalization.None)));
    }

    /// <summary>Kaiser's criterion: the variances of the squared loadings of rows of length one.</summary>
    private static double Criterion(Matrix loadings) => Enumerable.Range(0, loadings.Columns).Sum(k =>
    {
        double[] squares = [.. Enumerable.Range(0, loadings.Rows).Select(i => loadings[i, k] * loadings[i, k] / Enumerable.Range(0, loadings.Columns).Sum(j => loadings[i, j] * loadings[i, j]))];
        return Descriptive.Variance(squares, VarianceDenominator.Population);
    });

    [Fact]
    public void A_line_by_hand()
    {
        // x 1…5, y 5 6 7 8 7: slope 0.6, intercept 4.8, residuals −0.4 0 0.4 0.8 −0.8, squares 1.6
        LinearRegression line = LinearRegression.Fit([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]);
        Near.Relative([4.8, 0.6], line.Coefficients);
        Near.Relative([1.6, 3.6, 3.6 / 5.2, Math.Sqrt(1.6 / 3)], [line.ResidualSquares, line.RegressionSquares, line.RSquared, line.ResidualDeviation]);
        Near.Relative([Math.Sqrt(1.6 / 3 * (0.2 + 0.9)), Math.Sqrt(1.6 / 3 / 10)], line.StandardErrors);
        Near.Relative(Correlation.Test([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]).PValue, line.PValues[1]); // the same t
        Near.Relative(8.4, line.Predict(6));
        Assert.Equal((5, 3), (line.Count, line.DegreesOfFreedom));
        Assert.Equal("y = 4.8 + 0.6·x1, R² 0.6923, n = 5", line.ToString());
    }

    [Fact]
    public void Without_an_intercept_squares_are_about_zero()
    {
        LinearRegression line = LinearRegression.Fit([1, 2], [2, 3], intercept: false); // slope 8/5, residuals 0.4 −0.2
        Near.Relative([1.6], line.Coefficients);
        Near.Relative([0.2, 12.8 / 13], [line.ResidualSquares, line.RSquared]);
        Assert.Equal("y = 1.6·x1, R² 0.9846, n = 2", line.ToString());
        Assert.Equal([double.NaN, double.NaN], LinearRegression.Fit([1, 2], [2, 3]).StandardErrors);
        Assert.Throws<ArgumentException>(() => line.Predict(1, 2));
    }

    [Fact]
    public void Rows_with_a_missing_figure_are_left_out_and_dependent_predictors_refused()
    {
        LinearRegression line = LinearRegression.Fit(Matrix.FromColumns([1, 2, 3, double.NaN, 9]), [2, 4, 6, 100, double.NaN]);
        Near.Relative([0, 2], line.Coefficients);
        Assert.Equal(3, line.Count);
        Assert.Contains("Predictor 1", Assert.Throws<ArgumentException>(() => LinearRegression.Fit(Matrix.FromColumns([1, 2, 3, 5], [2, 4, 6, 10]), [1, 2, 3, 5])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LinearRegression.Fit([3, 3, 3], [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => LinearRegression.Fit([1], [1]));
        Assert.Throws<ArgumentException>(() => LinearRegression.Fit(Matrix.FromColumns([1, 2]), [1]));
        Assert.Throws<ArgumentException>(() => LinearRegression.Fit([1, 2, 3], [1, double.PositiveInfinity, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LinearRegression.Polynomial([1, 2], [1, 2], 0));
    }

    [Fact]
    public void A_parabola_is_found_exactly() => Near.Relative([3, -2, 0.5], LinearRegression.Polynomial([0, 1, 2, 3], [3, 1.5, 1, 1.5], 2).Coefficients);
}
