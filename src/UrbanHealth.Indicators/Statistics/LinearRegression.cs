using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Linear regression by least squares (线性回归), simple or multiple: Householder's QR in doubled precision. Source: Golub (1965).</summary>
/// <remarks>Rows with a missing figure are left out; <see cref="Count"/> says how many were used.</remarks>
public sealed record LinearRegression
{
    private LinearRegression() { }

    /// <summary>True when the first coefficient is the intercept.</summary>
    public required bool HasIntercept { get; init; }

    /// <summary>The coefficients: the intercept if there is one, then one a predictor.</summary>
    public required IReadOnlyList<double> Coefficients { get; init; }

    /// <summary>The standard error of each coefficient; NaN without degrees of freedom.</summary>
    public required IReadOnlyList<double> StandardErrors { get; init; }

    /// <summary>The two-sided p-value of each coefficient against 0 (Student's t); NaN without degrees of freedom.</summary>
    public required IReadOnlyList<double> PValues { get; init; }

    /// <summary>The rows that were used.</summary>
    public required int Count { get; init; }

    /// <summary>Rows less coefficients.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>The sum of squared residuals.</summary>
    public required double ResidualSquares { get; init; }

    /// <summary>The sum of squares that the regression explains; about the mean with an intercept, about 0 without.</summary>
    public required double RegressionSquares { get; init; }

    /// <summary>The standard deviation of the residuals, √(squares/degrees of freedom); NaN without degrees of freedom.</summary>
    public double ResidualDeviation => DegreesOfFreedom > 0 ? Math.Sqrt(ResidualSquares / DegreesOfFreedom) : double.NaN;

    /// <summary>The coefficient of determination R² (决定系数); about the mean with an intercept, about 0 without.</summary>
    public double RSquared => RegressionSquares / (RegressionSquares + ResidualSquares);

    /// <summary>The fitted value for predictors in their order.</summary>
    /// <exception cref="ArgumentException">The number of predictors is another.</exception>
    public double Predict(params ReadOnlySpan<double> predictors)
    {
        int first = HasIntercept ? 1 : 0;
        if (predictors.Length != Coefficients.Count - first) throw new ArgumentException("One figure for each predictor is needed.", nameof(predictors));
        double y = HasIntercept ? Coefficients[0] : 0;
        for (int j = 0; j < predictors.Length; j++) y += Coefficients[first + j] * predictors[j];
        return y;
    }

    /// <summary>Regresses <paramref name="response"/> on the columns of <paramref name="predictors"/>.</summary>
    /// <param name="predictors">One column a predictor.</param>
    /// <param name="response">One figure a row.</param>
    /// <param name="intercept">Whether there is an intercept; true by default.</param>
    /// <exception cref="ArgumentException">The rows differ, are fewer than the coefficients, or a predictor depends on the others.</exception>
    public static LinearRegression Fit(Matrix predictors, ReadOnlySpan<double> response, bool intercept = true)
    {
        ArgumentNullException.ThrowIfNull(predictors);
        if (response.Length != predictors.Rows) throw new ArgumentException("One response for each row is needed.", nameof(response));
        var rows = new List<int>();
        for (int i = 0; i < response.Length; i++)
        {
            bool complete = !double.IsNaN(response[i]);
            for (int j = 0; j < predictors.Columns && complete; j++) complete = !double.IsNaN(predictors[i, j]);
            if (complete) rows.Add(i);
        }
        var y = new double[rows.Count];
        for (int i = 0; i < y.Length; i++) y[i] = response[rows[i]];
        return Solve([.. Enumerable.Range(0, predictors.Columns).Select(j => rows.Select(i => (DoubleDouble)predictors[i, j]).ToArray())], y, intercept, nameof(predictors));
    }

    /// <summary>Regresses on one predictor.</summary>
    /// <exception cref="ArgumentException">As for the other.</exception>
    public static LinearRegression Fit(ReadOnlySpan<double> predictor, ReadOnlySpan<double> response, bool intercept = true)
    {
        (double[] x, double[] y) = Correlation.Paired(predictor, response);
        return Solve([Array.ConvertAll(x, v => (DoubleDouble)v)], y, intercept, nameof(predictor));
    }

    /// <summary>Fits b₀ + b₁x + … + b_d·x^d; the powers are taken in doubled precision too.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or there are too few different x.</exception>
    public static LinearRegression Polynomial(ReadOnlySpan<double> x, ReadOnlySpan<double> response, int degree)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        (double[] v, double[] y) = Correlation.Paired(x, response);
        var columns = new DoubleDouble[degree][];
        for (int j = 0; j < degree; j++)
        {
            columns[j] = new DoubleDouble[v.Length];
            for (int i = 0; i < v.Length; i++) columns[j][i] = j == 0 ? v[i] : columns[j - 1][i] * v[i];
        }
        return Solve(columns, y, true, nameof(x));
    }

    private static LinearRegression Solve(DoubleDouble[][] columns, double[] y, bool intercept, string argument)
    {
        int n = y.Length;
        foreach (double v in y) if (double.IsInfinity(v)) throw new ArgumentException("A figure is infinite.", nameof(y));
        if (Array.Exists(columns, c => Array.Exists(c, v => double.IsInfinity(v.High)))) throw new ArgumentException("A figure is infinite.", argument);
        if (intercept)
        {
            var ones = new DoubleDouble[n];
            Array.Fill(ones, 1);
            columns = [ones, .. columns];
        }
        int p = columns.Length;
        if (n < p) throw new ArgumentException(FormattableString.Invariant($"{n} complete row(s) cannot determine {p} coefficient(s)."), argument);
        DoubleDouble centre = 0, total = 0;
        if (intercept)
        {
            foreach (double v in y) centre += v;
            centre /= n;
        }
        foreach (double v in y) total += (v - centre) * (v - centre);
        var b = new double[p];
        var inverse = new double[p];
        int dependent = LeastSquares.Solve(columns, Array.ConvertAll(y, v => (DoubleDouble)v), b, inverse, out double residual);
        if (dependent >= 0) throw new ArgumentException(FormattableString.Invariant($"Predictor {dependent - (intercept ? 1 : 0)} is constant or depends on those before it: leave it out."), argument);
        int freedom = n - p;
        double[] errors = Array.ConvertAll(inverse, d => freedom > 0 ? Math.Sqrt(residual / freedom * d) : double.NaN);
        return new LinearRegression
        {
            HasIntercept = intercept,
            Coefficients = b,
            StandardErrors = errors,
            Count = n,
            DegreesOfFreedom = freedom,
            PValues = [.. b.Select((v, i) => freedom > 0 ? RankTests.StudentT(v / errors[i], (double)freedom) : double.NaN)],
            ResidualSquares = residual,
            RegressionSquares = Math.Max(0, (double)(total - residual)),
        };
    }

    /// <summary>Such as <c>y = 1.5 + 0.3·x1, R² 0.92, n = 12</c>.</summary>
    public override string ToString()
    {
        IEnumerable<string> terms = Coefficients.Select((b, i) => b.ToString("0.####", CultureInfo.InvariantCulture) + (HasIntercept && i == 0 ? "" : $"·x{(HasIntercept ? i : i + 1)}"));
        return string.Create(CultureInfo.InvariantCulture, $"y = {string.Join(" + ", terms)}, R² {RSquared:0.####}, n = {Count}");
    }
}
