namespace UrbanHealth.Indicators;

/// <summary>Which best-worst model gives the weights (最优最劣法模型).</summary>
public enum BestWorstModel
{
    /// <summary>线性: the smallest largest |w_B − a_Bj·w_j|, |w_j − a_jW·w_W|. Source: Rezaei (2016). The default.</summary>
    Linear,

    /// <summary>非线性: the smallest largest |w_B/w_j − a_Bj|, |w_j/w_W − a_jW|; the centres of the intervals of its solutions, divided by their sum. Source: Rezaei (2015, 2016).</summary>
    NonlinearCentre,
}
