namespace UrbanHealth.Indicators.Numerics;

/// <summary>The logarithmic mean (a − b)/(ln a − ln b), a when both are equal and 0 when one is 0.</summary>
internal static class LogarithmicMean
{
    public static double Of(double a, double b)
    {
        if (a == b) return a;
        if (a == 0 || b == 0) return 0;
        double x = (a - b) / b; // (a − b)/ln(1 + x): stable however near a and b are
        return Math.Abs(x) < 1e-4
            ? b * (1 + x * (1.0 / 2 + x * (-1.0 / 12 + x * (1.0 / 24 + x * (-19.0 / 720)))))
            : (a - b) / ElementaryFunctions.Log(a / b);
    }
}
