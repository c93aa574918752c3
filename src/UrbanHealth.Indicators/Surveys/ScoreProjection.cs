using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Takes what the calibration fixed out of weighted scores: u − w·x'B, B the regression of u/w on the calibration variables.</summary>
internal sealed class ScoreProjection
{
    private const int Sweeps = 10;
    private readonly double[] before, after;
    private readonly MarginCells cells;
    private readonly IReadOnlyList<AuxiliaryTotal> auxiliaries;
    private readonly SemidefiniteSolver? gram; // null: unweighted sweeps
    private readonly int[]? rowsOfCell;

    public ScoreProjection(double[] before, double[] after, MarginCells cells, IReadOnlyList<AuxiliaryTotal> auxiliaries, CalibrationResidual residual)
    {
        (this.before, this.after, this.cells, this.auxiliaries) = (before, after, cells, auxiliaries);
        if (residual == CalibrationResidual.DesignWeighted)
        {
            gram = new SemidefiniteSolver(Calibrator.Gram(before, cells, auxiliaries), cells.AllLevels + auxiliaries.Count);
            return;
        }
        rowsOfCell = new int[cells.Cells];
        foreach (int cell in cells.CellOfRow) rowsOfCell[cell]++;
    }

    public void Apply(Span<double> scores)
    {
        if (gram is null) { Subtract(scores, SweptOffsets(scores), []); return; }

        var sums = new double[cells.Cells];
        var right = new double[cells.AllLevels + auxiliaries.Count];
        int[] cellOfRow = cells.CellOfRow;
        for (int i = 0; i < scores.Length; i++) sums[cellOfRow[i]] += scores[i] * (before[i] / after[i]);
        for (int c = 0; c < sums.Length; c++)
            for (int m = 0; m < cells.Margins; m++) right[cells.LevelOf(c, m)] += sums[c];
        for (int a = 0; a < auxiliaries.Count; a++)
        {
            ReadOnlySpan<double> x = auxiliaries[a].Values.Span;
            for (int i = 0; i < scores.Length; i++) right[cells.AllLevels + a] += scores[i] * (before[i] / after[i]) * x[i];
        }
        double[] coefficients = gram.Solve(right);
        var offsets = new double[cells.Cells];
        for (int c = 0; c < offsets.Length; c++)
            for (int m = 0; m < cells.Margins; m++) offsets[c] += coefficients[cells.LevelOf(c, m)];
        Subtract(scores, offsets, coefficients.AsSpan(cells.AllLevels));
    }

    private void Subtract(Span<double> scores, double[] offsets, ReadOnlySpan<double> slopes)
    {
        int[] cellOfRow = cells.CellOfRow;
        for (int i = 0; i < scores.Length; i++) scores[i] -= after[i] * offsets[cellOfRow[i]];
        for (int a = 0; a < slopes.Length; a++)
        {
            ReadOnlySpan<double> x = auxiliaries[a].Values.Span;
            for (int i = 0; i < scores.Length; i++) scores[i] -= after[i] * slopes[a] * x[i];
        }
    }

    /// <summary>What ten unweighted sweeps over the margins subtract in each cell: a sweep moves all rows of a cell alike.</summary>
    private double[] SweptOffsets(ReadOnlySpan<double> scores)
    {
        var sums = new double[cells.Cells];
        for (int i = 0; i < scores.Length; i++) sums[cells.CellOfRow[i]] += scores[i] / after[i];
        var offsets = new double[cells.Cells];
        var mean = new double[cells.AllLevels];
        var rows = new double[cells.AllLevels];
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            for (int m = 0; m < cells.Margins; m++)
            {
                Array.Clear(mean);
                Array.Clear(rows);
                for (int c = 0; c < sums.Length; c++)
                {
                    mean[cells.LevelOf(c, m)] += sums[c] - rowsOfCell![c] * offsets[c];
                    rows[cells.LevelOf(c, m)] += rowsOfCell[c];
                }
                for (int c = 0; c < sums.Length; c++) offsets[c] += mean[cells.LevelOf(c, m)] / rows[cells.LevelOf(c, m)];
            }
        }
        return offsets;
    }
}
