using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>How well several subsystems develop together (耦合协调度): D = √(C·T).</summary>
/// <remarks>Not a score of how good an area is: low but even subsystems couple well. A subsystem at zero makes the coupling zero, so min-max scores are fragile at their lower end.</remarks>
/// <param name="Coupling">C, 0…1 (耦合度).</param>
/// <param name="Development">T = Σ αᵢUᵢ, 0…1 (综合发展指数).</param>
/// <param name="Coordination">D = √(C·T), 0…1 (耦合协调度).</param>
public readonly record struct CouplingCoordination(double Coupling, double Development, double Coordination)
{
    /// <summary>极度失调 … 优质协调: the ten usual words for D, best first.</summary>
    public static GradeScale TenGrades { get; } = GradeScale.Of(
        new BilingualText("优质协调", "excellent coordination"), new("良好协调", "good coordination"), new("中级协调", "intermediate coordination"), new("初级协调", "primary coordination"), new("勉强协调", "bare coordination"),
        new("濒临失调", "near imbalance"), new("轻度失调", "slight imbalance"), new("中度失调", "moderate imbalance"), new("严重失调", "severe imbalance"), new("极度失调", "extreme imbalance"));

    /// <summary>The ten grades with cuts at 0.1 … 0.9.</summary>
    /// <param name="closure">Sources differ in where a D on a cut belongs: [0.5, 0.6) by default, (0.5, 0.6] in others.</param>
    public static FittedGrading Grading(IntervalClosure closure = IntervalClosure.LowerIncluded) =>
        new(TenGrades, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], closure);

    /// <summary>The coupling and coordination of one area.</summary>
    /// <param name="subsystems">The score of each subsystem, 0…<paramref name="best"/>; a missing one leaves all undefined (NaN), as do subsystems that are all zero.</param>
    /// <param name="weights">The importance α of each, not negative, divided by their sum; empty for equal ones.</param>
    /// <param name="formula">The coupling degree; the standard one by default.</param>
    /// <param name="best">The score that means 1, such as 100; 1 by default.</param>
    /// <exception cref="ArgumentException">Fewer than two subsystems, or not a weight for each.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A score outside 0…<paramref name="best"/>, or a best that is not positive.</exception>
    public static CouplingCoordination Of(ReadOnlySpan<double> subsystems, ReadOnlySpan<double> weights = default, CouplingFormula formula = CouplingFormula.Standard, double best = 1)
    {
        int n = subsystems.Length;
        if (n < 2) throw new ArgumentException("Coupling is of two subsystems or more.", nameof(subsystems));
        if (!weights.IsEmpty && weights.Length != n) throw new ArgumentException("One weight for each subsystem is needed.", nameof(weights));
        if (!(best > 0 && double.IsFinite(best))) throw new ArgumentOutOfRangeException(nameof(best), best, "The best score is a positive number.");
        var u = new double[n];
        double sum = 0, all = 0, mean = 0, largest = 0;
        bool missing = false;
        for (int i = 0; i < n; i++)
        {
            u[i] = subsystems[i] / best;
            if (u[i] is < 0 or > 1) throw new ArgumentOutOfRangeException(nameof(subsystems), subsystems[i], "A subsystem's score lies between 0 and the best.");
            missing |= double.IsNaN(u[i]);
            double w = weights.IsEmpty ? 1 : weights[i];
            WeightCheck.NotNegative(w);
            sum += u[i];
            all += w;
            mean += w * u[i];
            largest = Math.Max(largest, u[i]);
        }
        if (all == 0) throw new ArgumentException("The weights are all zero.", nameof(weights));
        if (missing || sum == 0) return new CouplingCoordination(double.NaN, missing ? double.NaN : 0, double.NaN);
        double coupling = formula == CouplingFormula.Standard ? GeometricMean(u) / (sum / n) : Modified(u, largest);
        // the geometric mean of equal numbers may round above their arithmetic mean
        coupling = Math.Min(1, coupling);
        return new CouplingCoordination(coupling, mean / all, Math.Sqrt(coupling * (mean / all)));
    }

    private static double GeometricMean(double[] u)
    {
        double product = 1, logs = 0;
        foreach (double x in u)
        {
            if (x == 0) return 0;
            product *= x;
            logs += ElementaryFunctions.Log(x);
        }
        // a product of many small scores would vanish
        return product > 1e-200 ? ElementaryFunctions.Pow(product, 1.0 / u.Length) : ElementaryFunctions.Exp(logs / u.Length);
    }

    private static double Modified(double[] u, double largest)
    {
        int n = u.Length;
        double apart = 0, product = 1;
        for (int i = 0; i < n; i++)
        {
            product *= u[i] / largest;
            for (int j = 0; j < i; j++) apart += Math.Abs(u[i] - u[j]);
        }
        return Math.Sqrt((1 - apart / (n * (n - 1) / 2.0)) * ElementaryFunctions.Pow(product, 1.0 / (n - 1)));
    }

    /// <summary>Such as <c>C 0.8104, T 0.4303, D 0.5905 勉强协调</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"C {Coupling:0.0000}, T {Development:0.0000}, D {Coordination:0.0000} {Grading().GradeOf(Coordination)}");
}
