using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Maximum squared deviation of scores (离差平方和最大化组合): the unit coefficients θ that spread the composites Σ_k θ_k·(Z·w_k) over the areas as far as they can, divided by their sum.</summary>
/// <remarks>θ is the principal eigenvector of W·S·Wᵀ, S the scatter of the scores Z about their means. Rows with a gap are left out. Source: 陈华友 (2004).</remarks>
public sealed record MaximumDeviationCombination : CombinedWeighting
{
    internal override bool LearnsFromScores => true;

    internal override PartialWeighting? Start(int siblings) => null;

    private protected override WeightSet Join(double[][] weights, Matrix? scores)
    {
        if (scores is null) throw new ArgumentException("The deviation of scores needs scores.", nameof(scores));
        Matrix rows = scores.CompleteRows();
        int count = weights.Length;
        if (rows.Columns != weights[0].Length || rows.Rows < 2) throw new ArgumentException("The deviation of scores needs two areas without a gap, and a column for each weight.", nameof(scores));
        var composites = new double[count][];
        for (int k = 0; k < count; k++)
        {
            composites[k] = new double[rows.Rows];
            for (int j = 0; j < rows.Columns; j++)
            {
                ReadOnlySpan<double> column = rows.Column(j);
                double mean = Descriptive.Mean(column);
                for (int i = 0; i < column.Length; i++) composites[k][i] += weights[k][j] * (column[i] - mean);
            }
        }
        var scatter = new double[count, count];
        for (int k = 0; k < count; k++)
            for (int l = 0; l < count; l++)
                for (int i = 0; i < rows.Rows; i++) scatter[k, l] += composites[k][i] * composites[l][i];
        (double[] values, double[][] vectors) = SymmetricEigen.Of(scatter);
        if (!(values[0] > 0)) throw new ArgumentException("No part tells the areas apart.", nameof(scores));
        double sum = Sums.Of(vectors[0]); // of either sign, as the vector's own
        if (!(Math.Abs(sum) > 1e-12)) throw new ArgumentException("The parts pull the areas apart in opposite ways: their coefficients sum to 0.", nameof(weights));
        return Blend(weights, Array.ConvertAll(vectors[0], v => v / sum), "maximumDeviation", new() { ["eigenvalue"] = [values[0]] });
    }
}
