using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Composed memberships in each grade (综合隶属度).</summary>
/// <param name="Memberships">One a grade, in the order of the columns.</param>
public sealed record FuzzyEvaluationResult(IReadOnlyList<double> Memberships)
{
    /// <summary>The grade with the largest membership, from 0 (最大隶属度原则); the first of equal ones.</summary>
    public int MaximumMembership
    {
        get
        {
            int best = 0;
            for (int k = 1; k < Memberships.Count; k++) if (Memberships[k] > Memberships[best]) best = k;
            return best;
        }
    }

    /// <summary>The score by weighted average (加权平均): Σ bₖsₖ / Σ bₖ.</summary>
    /// <param name="gradeScores">The score of each grade, in the order of the columns.</param>
    /// <exception cref="ArgumentException">Not one score a grade.</exception>
    public double WeightedAverage(ReadOnlySpan<double> gradeScores)
    {
        if (gradeScores.Length != Memberships.Count) throw new ArgumentException("One score for each grade is needed.", nameof(gradeScores));
        double sum = 0, weight = 0;
        for (int k = 0; k < gradeScores.Length; k++)
        {
            sum += Memberships[k] * gradeScores[k];
            weight += Memberships[k];
        }
        return sum / weight;
    }

    /// <summary>Such as <c>memberships 0.7 0.16 0.14, largest at 0</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"memberships {string.Join(' ', Memberships.Select(m => m.ToString("0.####", CultureInfo.InvariantCulture)))}, largest at {MaximumMembership}");
}
