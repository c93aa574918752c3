namespace UrbanHealth.Indicators;

/// <summary>Multiplicative combination (乘法合成归一): w_j ∝ Π_k w_kj. It exaggerates what the parts agree on.</summary>
public sealed record MultiplicativeCombination : CombinedWeighting
{
    private protected override WeightSet Join(double[][] weights, Matrix? scores)
    {
        var product = new double[weights[0].Length];
        for (int j = 0; j < product.Length; j++)
        {
            product[j] = 1;
            foreach (double[] w in weights) product[j] *= w[j];
        }
        return WeightSet.Of(product, "multiplicative");
    }
}
