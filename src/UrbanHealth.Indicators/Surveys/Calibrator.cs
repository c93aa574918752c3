using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Finds the factors that bring weights to known totals: proportional fitting over the cells, or Newton's method.</summary>
internal sealed class Calibrator(double[] before, MarginCells cells, double[] targets, IReadOnlyList<AuxiliaryTotal> auxiliaries, CalibrationOptions options)
{
    private readonly int size = cells.AllLevels + auxiliaries.Count;

    /// <summary>The factor of each row.</summary>
    public double[] Factors { get; private set; } = [];

    public int Iterations { get; private set; }

    /// <summary>The deviation of each total, relative to it.</summary>
    public double[] Deviations { get; private set; } = [];

    public double LargestDeviation => Deviations.Max();

    public bool Solve()
    {
        bool bounded = double.IsFinite(options.LowerBound) || double.IsFinite(options.UpperBound);
        return options.Distance == CalibrationDistance.Raking && auxiliaries.Count == 0 && !bounded ? FitProportionally() : Newton();
    }

    private bool FitProportionally()
    {
        double[] sums = CellSums(before), factors = new double[cells.Cells], level = new double[size];
        Array.Fill(factors, 1);
        for (Iterations = 0; ; Iterations++)
        {
            Deviations = Deviation(LevelSums(sums, factors));
            if (LargestDeviation <= options.Tolerance || Iterations >= options.MaximumIterations || double.IsInfinity(LargestDeviation)) break;
            for (int m = 0; m < cells.Margins; m++)
            {
                Array.Clear(level);
                for (int c = 0; c < sums.Length; c++) level[cells.LevelOf(c, m)] += sums[c] * factors[c];
                for (int c = 0; c < sums.Length; c++) factors[c] *= targets[cells.LevelOf(c, m)] / level[cells.LevelOf(c, m)];
            }
        }
        Factors = new double[before.Length];
        for (int i = 0; i < before.Length; i++) Factors[i] = factors[cells.CellOfRow[i]];
        return LargestDeviation <= options.Tolerance;
    }

    private double[] LevelSums(double[] sums, double[] factors)
    {
        double[] level = new double[size], lost = new double[size];
        for (int c = 0; c < sums.Length; c++)
            for (int m = 0; m < cells.Margins; m++) Sums.Add(ref level[cells.LevelOf(c, m)], ref lost[cells.LevelOf(c, m)], sums[c] * factors[c]);
        for (int k = 0; k < size; k++) level[k] += lost[k];
        return level;
    }

    private bool Newton()
    {
        int n = before.Length;
        double[] lambda = new double[size], weights = new double[n], slopes = new double[n], trial = new double[size];
        Factors = new double[n];
        double error = Evaluate(lambda, weights, slopes);
        for (Iterations = 0; Iterations < options.MaximumIterations && error > options.Tolerance; Iterations++)
        {
            double[] totals = Totals(weights), gap = new double[size];
            for (int k = 0; k < size; k++) gap[k] = targets[k] - totals[k];
            double[] step = new SemidefiniteSolver(Gram(slopes, cells, auxiliaries), size).Solve(gap);
            double fraction = 1, next = double.NaN;
            for (int half = 0; half < 30; half++, fraction /= 2)
            {
                for (int k = 0; k < size; k++) trial[k] = lambda[k] + fraction * step[k];
                next = Evaluate(trial, weights, slopes);
                if (next < error) break;
            }
            if (!(next < error)) { Evaluate(lambda, weights, slopes); break; }
            (lambda, trial) = (trial, lambda);
            error = next;
        }
        return error <= options.Tolerance;
    }

    /// <summary>Factors, weights and their slopes in x'λ; the largest relative deviation.</summary>
    private double Evaluate(double[] lambda, double[] weights, double[] slopes)
    {
        var offsets = new double[cells.Cells];
        for (int c = 0; c < offsets.Length; c++)
            for (int m = 0; m < cells.Margins; m++) offsets[c] += lambda[cells.LevelOf(c, m)];
        for (int i = 0; i < before.Length; i++)
        {
            double u = offsets[cells.CellOfRow[i]];
            for (int a = 0; a < auxiliaries.Count; a++) u += lambda[cells.AllLevels + a] * auxiliaries[a].Values.Span[i];
            (double g, double slope) = Factor(u);
            Factors[i] = g;
            weights[i] = before[i] * g;
            slopes[i] = before[i] * slope;
        }
        Deviations = Deviation(Totals(weights));
        return LargestDeviation;
    }

    /// <summary>The calibration function F(u) and its derivative (Deville &amp; Särndal 1992, table 1).</summary>
    private (double Value, double Slope) Factor(double u)
    {
        double low = options.LowerBound, high = options.UpperBound;
        if (options.Distance == CalibrationDistance.Logit)
        {
            double steepness = (high - low) / ((1 - low) * (high - 1)), e = ElementaryFunctions.Exp(-Math.Abs(steepness * u)); // whichever exponential does not overflow
            double p = (high - 1) * (u > 0 ? e : 1), q = (1 - low) * (u > 0 ? 1 : e);
            return ((low * p + high * q) / (p + q), (high - low) * steepness * p * q / ((p + q) * (p + q)));
        }
        double g = options.Distance == CalibrationDistance.Linear ? 1 + u : ElementaryFunctions.Exp(u);
        if (g <= low) return (low, 0);
        if (g >= high) return (high, 0);
        return (g, options.Distance == CalibrationDistance.Linear ? 1 : g);
    }

    private double[] Totals(double[] weights)
    {
        double[] totals = new double[size], sums = CellSums(weights);
        double[] lost = new double[size];
        for (int c = 0; c < sums.Length; c++)
            for (int m = 0; m < cells.Margins; m++) Sums.Add(ref totals[cells.LevelOf(c, m)], ref lost[cells.LevelOf(c, m)], sums[c]);
        for (int a = 0; a < auxiliaries.Count; a++)
        {
            int k = cells.AllLevels + a;
            ReadOnlySpan<double> x = auxiliaries[a].Values.Span;
            for (int i = 0; i < weights.Length; i++) Sums.Add(ref totals[k], ref lost[k], weights[i] * x[i]);
        }
        for (int k = 0; k < size; k++) totals[k] += lost[k];
        return totals;
    }

    private double[] CellSums(double[] weights)
    {
        double[] sums = new double[cells.Cells], lost = new double[cells.Cells];
        for (int i = 0; i < weights.Length; i++) Sums.Add(ref sums[cells.CellOfRow[i]], ref lost[cells.CellOfRow[i]], weights[i]);
        for (int c = 0; c < sums.Length; c++) sums[c] += lost[c];
        return sums;
    }

    private double[] Deviation(double[] totals)
    {
        var deviations = new double[size];
        for (int k = 0; k < size; k++)
        {
            double off = totals[k] == targets[k] ? 0 : Math.Abs(totals[k] - targets[k]) / (targets[k] == 0 ? 1 : Math.Abs(targets[k]));
            deviations[k] = double.IsNaN(off) ? double.PositiveInfinity : off; // a cell left empty
        }
        return deviations;
    }

    /// <summary>X'·diag(weights)·X of the dummies of all margins and the auxiliaries.</summary>
    public static double[] Gram(double[] weights, MarginCells cells, IReadOnlyList<AuxiliaryTotal> auxiliaries)
    {
        int size = cells.AllLevels + auxiliaries.Count;
        var gram = new double[size * size];
        var sums = new double[cells.Cells];
        for (int i = 0; i < weights.Length; i++) sums[cells.CellOfRow[i]] += weights[i];
        for (int c = 0; c < sums.Length; c++)
            for (int m = 0; m < cells.Margins; m++)
                for (int k = 0; k < cells.Margins; k++) gram[cells.LevelOf(c, m) * size + cells.LevelOf(c, k)] += sums[c];
        for (int a = 0; a < auxiliaries.Count; a++)
        {
            int row = cells.AllLevels + a;
            ReadOnlySpan<double> x = auxiliaries[a].Values.Span;
            Array.Clear(sums);
            for (int i = 0; i < weights.Length; i++) sums[cells.CellOfRow[i]] += weights[i] * x[i];
            for (int c = 0; c < sums.Length; c++)
            {
                for (int m = 0; m < cells.Margins; m++)
                {
                    gram[row * size + cells.LevelOf(c, m)] += sums[c];
                    gram[cells.LevelOf(c, m) * size + row] += sums[c];
                }
            }
            for (int b = 0; b <= a; b++)
            {
                ReadOnlySpan<double> y = auxiliaries[b].Values.Span;
                double sum = 0;
                for (int i = 0; i < weights.Length; i++) sum += weights[i] * x[i] * y[i];
                gram[row * size + cells.AllLevels + b] = gram[(cells.AllLevels + b) * size + row] = sum;
            }
        }
        return gram;
    }
}
