namespace UrbanHealth.Indicators;

/// <summary>What λ_max is when weights are not the eigenvector (最大特征根的算法).</summary>
public enum LambdaDefinition
{
    /// <summary>特征值: the principal eigenvalue of the matrix, whatever the weights. The default.</summary>
    Eigenvalue,

    /// <summary>近似: the mean of (A·w)_i / w_i with the weights found, as computed by hand; differs unless w is the eigenvector.</summary>
    MeanOfRatios,
}
