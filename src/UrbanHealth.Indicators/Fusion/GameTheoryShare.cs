namespace UrbanHealth.Indicators;

/// <summary>Game theory (博弈论组合): coefficients a with vₖ·(a₁v₁ + a₂v₂) = vₖ·vₖ of the two score vectors scaled to sum 1, taken absolute and to sum 1.</summary>
public sealed record GameTheoryShare : SubjectiveShare
{
    /// <inheritdoc/>
    public override double Of(ReadOnlySpan<double> objective, ReadOnlySpan<double> subjective, ReadOnlySpan<double> errors)
    {
        double o = 0, s = 0, oo = 0, ss = 0, os = 0;
        for (int i = 0; i < objective.Length; i++) (o, s) = (o + objective[i], s + subjective[i]);
        if (!(o > 0 && s > 0)) throw new ArgumentException("The scores must sum to more than 0.", nameof(objective));
        for (int i = 0; i < objective.Length; i++)
        {
            double x = objective[i] / o, y = subjective[i] / s;
            (oo, ss, os) = (oo + x * x, ss + y * y, os + x * y);
        }
        double determinant = oo * ss - os * os;
        if (!(determinant > 1e-14 * oo * ss)) throw new ArgumentException("The two scores are proportional, so the game has no single solution.", nameof(subjective));
        double first = Math.Abs((oo * ss - os * ss) / determinant), second = Math.Abs((oo * ss - os * oo) / determinant);
        return second / (first + second);
    }
}
