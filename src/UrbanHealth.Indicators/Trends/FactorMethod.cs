namespace UrbanHealth.Indicators;

/// <summary>How the change of a product of factors is shared among them (因素分解方法).</summary>
public enum FactorMethod
{
    /// <summary>LMDI-I: weights L(vᵢ¹, vᵢ⁰). Leaves nothing over. The default. Source: Ang &amp; Liu (2001); Ang (2005).</summary>
    LmdiI,

    /// <summary>LMDI-II: logarithmic means of the shares, divided by their sum. Leaves nothing over. Source: Ang &amp; Choi (1997).</summary>
    LmdiII,

    /// <summary>Shapley value (Sun): the mean over every order in which the factors could have moved. Leaves nothing over. Source: Sun (1998); Albrecht et al. (2002).</summary>
    Shapley,

    /// <summary>算术平均迪氏: the arithmetic mean of vᵢ⁰ and vᵢ¹ in place of the logarithmic. Leaves a residual. Source: Boyd et al. (1987).</summary>
    ArithmeticMeanDivisia,

    /// <summary>拉氏: one factor moved, the others of the first year. Leaves a residual.</summary>
    Laspeyres,

    /// <summary>帕氏: one factor moved, the others of the last year. Leaves a residual.</summary>
    Paasche,
}
