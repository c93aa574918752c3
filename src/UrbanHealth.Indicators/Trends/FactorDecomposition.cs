using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The change of V = Σᵢ ∏ₖ xᵢₖ split into its factors (因素分解), such as people × rate × emission over sectors.</summary>
/// <remarks>
/// Two years side by side (<see cref="Between"/>) or a chain of years (<see cref="Chained"/>), which differ though both sum to the change.
/// Factors are not negative. A factor that is zero in one year only takes the whole of its row's change, several share it equally:
/// the limits of Ang, Zhang &amp; Choi (1998), table 2.
/// </remarks>
public sealed record FactorDecomposition
{
    private FactorDecomposition() { }

    /// <summary>How the change is shared.</summary>
    public required FactorMethod Method { get; init; }

    /// <summary>V in the first year.</summary>
    public required double Start { get; init; }

    /// <summary>V in the last year.</summary>
    public required double End { get; init; }

    /// <summary>The additive effect of each factor.</summary>
    public required IReadOnlyList<double> Effects { get; init; }

    /// <summary>The additive effect of each factor in each row; empty for a chain.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> RowEffects { get; init; }

    /// <summary>The multiplicative effect of each factor, whose product is End/Start for LMDI; NaN for methods that have none.</summary>
    public required IReadOnlyList<double> Ratios { get; init; }

    /// <summary>End − Start.</summary>
    public double Change => End - Start;

    /// <summary>What the effects leave over: 0 up to rounding for LMDI and Shapley.</summary>
    public double Residual => Change - Effects.Sum();

    /// <summary>Splits the change between two years.</summary>
    /// <param name="start">The factors of the first year: rows are sectors, columns factors.</param>
    /// <param name="end">The factors of the last year, of the same size.</param>
    /// <param name="method">How the change is shared.</param>
    /// <exception cref="ArgumentException">The sizes differ, or a factor is negative, missing or infinite.</exception>
    public static FactorDecomposition Between(Matrix start, Matrix end, FactorMethod method = FactorMethod.LmdiI)
    {
        Check(start, nameof(start));
        Check(end, nameof(end));
        if (start.Rows != end.Rows || start.Columns != end.Columns) throw new ArgumentException("The two years differ in size.", nameof(end));
        int rows = start.Rows, factors = start.Columns;
        var x0 = new double[rows][];
        var x1 = new double[rows][];
        double v0 = 0, v1 = 0;
        for (int i = 0; i < rows; i++)
        {
            start.CopyRow(i, x0[i] = new double[factors]);
            end.CopyRow(i, x1[i] = new double[factors]);
            v0 += Product(x0[i]);
            v1 += Product(x1[i]);
        }
        double shares = 0;
        for (int i = 0; i < rows; i++) shares += LogarithmicMean.Of(Product(x1[i]) / v1, Product(x0[i]) / v0);
        var effects = new double[factors];
        var logs = new double[factors];
        var table = new double[rows][];
        for (int i = 0; i < rows; i++)
        {
            double a = Product(x0[i]), b = Product(x1[i]);
            double weight = LogarithmicMean.Of(b, a), whole = LogarithmicMean.Of(v1, v0);
            double ratioWeight = weight / whole;
            if (method == FactorMethod.LmdiII)
            {
                ratioWeight = LogarithmicMean.Of(b / v1, a / v0) / shares;
                weight = ratioWeight * whole;
            }
            else if (method == FactorMethod.ArithmeticMeanDivisia) weight = (a + b) / 2;
            table[i] = method switch
            {
                FactorMethod.Shapley => ShapleyValue.Of(static x => Product(x), x0[i], x1[i]),
                FactorMethod.Laspeyres => [.. Enumerable.Range(0, factors).Select(k => ProductWith(x0[i], k, x1[i][k]) - a)],
                FactorMethod.Paasche => [.. Enumerable.Range(0, factors).Select(k => b - ProductWith(x1[i], k, x0[i][k]))],
                _ => Divisia(x0[i], x1[i], weight, b - a),
            };
            for (int k = 0; k < factors; k++)
            {
                effects[k] += table[i][k];
                logs[k] += ratioWeight * ElementaryFunctions.Log(x1[i][k] / x0[i][k]);
            }
        }
        bool multiplies = method is FactorMethod.LmdiI or FactorMethod.LmdiII;
        return new FactorDecomposition
        {
            Method = method,
            Start = v0,
            End = v1,
            Effects = effects,
            RowEffects = table,
            Ratios = [.. logs.Select(l => multiplies && double.IsFinite(l) ? ElementaryFunctions.Exp(l) : double.NaN)],
        };
    }

    /// <summary>Splits the change year by year and adds the effects up.</summary>
    /// <param name="years">The factors of each year in order, at least two, all of one size.</param>
    /// <param name="method">How each year's change is shared.</param>
    /// <exception cref="ArgumentException">Fewer than two years, or as for <see cref="Between"/>.</exception>
    public static FactorDecomposition Chained(IReadOnlyList<Matrix> years, FactorMethod method = FactorMethod.LmdiI)
    {
        ArgumentNullException.ThrowIfNull(years);
        if (years.Count < 2) throw new ArgumentException("A chain has at least two years.", nameof(years));
        FactorDecomposition[] links = [.. years.Skip(1).Select((year, i) => Between(years[i], year, method))];
        int factors = links[0].Effects.Count;
        return new FactorDecomposition
        {
            Method = method,
            Start = links[0].Start,
            End = links[^1].End,
            RowEffects = [],
            Effects = [.. Enumerable.Range(0, factors).Select(k => links.Sum(l => l.Effects[k]))],
            Ratios = [.. Enumerable.Range(0, factors).Select(k => links.Aggregate(1.0, (product, l) => product * l.Ratios[k]))],
        };
    }

    private static double[] Divisia(double[] x0, double[] x1, double weight, double change)
    {
        var effects = new double[x0.Length];
        int zeros = 0;
        for (int k = 0; k < effects.Length; k++) if (x0[k] == 0 != (x1[k] == 0)) zeros++;
        for (int k = 0; k < effects.Length; k++)
        {
            if (zeros > 0) effects[k] = x0[k] == 0 != (x1[k] == 0) ? change / zeros : 0;
            else effects[k] = x0[k] == 0 ? 0 : weight * ElementaryFunctions.Log(x1[k] / x0[k]);
        }
        return effects;
    }

    private static double Product(ReadOnlySpan<double> x)
    {
        double product = 1;
        foreach (double v in x) product *= v;
        return product;
    }

    private static double ProductWith(double[] x, int k, double value)
    {
        double product = value;
        for (int i = 0; i < x.Length; i++) if (i != k) product *= x[i];
        return product;
    }

    private static void Check(Matrix factors, string name)
    {
        ArgumentNullException.ThrowIfNull(factors, name);
        for (int j = 0; j < factors.Columns; j++)
            foreach (double v in factors.Column(j))
                if (!(v >= 0) || double.IsInfinity(v)) throw new ArgumentException("A factor is negative, missing or infinite.", name);
    }

    /// <summary>Such as <c>60 → 160 (+100): 69.79, -9.455, 39.67</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start:G6} → {End:G6} ({Change:+0.####;-0.####;0}): {string.Join(", ", Effects.Select(e => e.ToString("G4", CultureInfo.InvariantCulture)))}");
}
