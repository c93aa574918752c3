namespace UrbanHealth.Indicators;

public sealed partial class SatisfactionSurvey
{
    /// <summary>Differences between groups in mean satisfaction (组间差异), with the covariance of the groups under the design.</summary>
    /// <param name="by">An attribute or a crossing.</param>
    /// <param name="reference">The group all others are compared with; every pair when null.</param>
    /// <param name="of">Indicators and dimensions, questions, or all together.</param>
    /// <param name="correction">How p-values are corrected for the number of comparisons in the table.</param>
    /// <exception cref="KeyNotFoundException">There is no such attribute or group.</exception>
    public DifferenceTable Differences(string by, string? reference = null, SatisfactionSubject of = SatisfactionSubject.Linked, MultiplicityCorrection correction = MultiplicityCorrection.Holm)
    {
        CategoricalColumn groups = Column(by);
        if (reference is not null && groups.IndexOf(reference) < 0) throw new KeyNotFoundException($"There is no group {reference} in {by}.");
        var differences = new List<(string, string, string, SurveyEstimate)>();
        var hiddenGroups = new List<string>();
        double[] scores = new double[Respondents], satisfied = new double[Respondents];
        foreach ((string subject, (int, double)[] parts) in Subjects(of))
        {
            Array.Clear(scores);
            Array.Clear(satisfied);
            Score(parts, scores, satisfied);
            var respondents = new int[groups.Levels.Count];
            for (int i = 0; i < scores.Length; i++) if (!double.IsNaN(scores[i]) && groups.Codes[i] >= 0) respondents[groups.Codes[i]]++;
            bool[] hidden = Suppression.Hidden(respondents);
            if (Suppression.HidesCombinations && by.Contains(Crossing, StringComparison.Ordinal))
            {
                if (hidden.Count(h => h) is > 0 and int cells) hiddenGroups.Add($"{SatisfactionRow.Named(subject)} {cells} × {by}");
            }
            else for (int g = 0; g < hidden.Length; g++) if (hidden[g]) hiddenGroups.Add($"{SatisfactionRow.Named(subject)} {groups.Levels[g]}");
            for (int a = 0; a < respondents.Length; a++)
            {
                for (int b = a + 1; b < respondents.Length; b++)
                {
                    (int first, int second) = reference is null || groups.Levels[b] == reference ? (a, b) : (b, a);
                    if (reference is not null && groups.Levels[second] != reference) continue;
                    if (hidden[a] || hidden[b] || respondents[a] == 0 || respondents[b] == 0) continue;
                    differences.Add((subject, groups.Levels[first], groups.Levels[second], Design.Difference(scores, groups, groups.Levels[first], groups.Levels[second])));
                }
            }
        }
        return new DifferenceTable(differences, correction, hiddenGroups);
    }

    /// <summary>Changes since another survey of its own sample (年度差异): the errors of the two add up as independent.</summary>
    /// <param name="earlier">The earlier survey; its questionnaire may be another, and subjects both have are compared.</param>
    /// <param name="by">An attribute or a crossing both have; everybody together when empty.</param>
    /// <param name="of">Indicators and dimensions, questions, or all together.</param>
    /// <param name="correction">How p-values are corrected for the number of comparisons in the table.</param>
    /// <exception cref="KeyNotFoundException">A survey has no such attribute.</exception>
    public DifferenceTable ChangesSince(SatisfactionSurvey earlier, string by = "", SatisfactionSubject of = SatisfactionSubject.Linked, MultiplicityCorrection correction = MultiplicityCorrection.Holm)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        SatisfactionTable now = Satisfaction(by, of), before = earlier.Satisfaction(by, of);
        var differences = new List<(string, string, string, SurveyEstimate)>();
        var hidden = new List<string>();
        if (now.HiddenCells + before.HiddenCells > 0) hidden.Add($"{now.HiddenCells} × {by} now, {before.HiddenCells} before");
        foreach (SatisfactionRow row in now)
        {
            if (before.FirstOrDefault(r => r.Subject == row.Subject && r.Domain == row.Domain) is not { } old) continue;
            if (row.Mean is not { } a || old.Mean is not { } b) { hidden.Add($"{SatisfactionRow.Named(row.Subject)} {row.Domain}"); continue; }
            double variance = a.Variance + b.Variance; // Satterthwaite (1946) for the degrees of freedom
            double freedom = variance * variance / (a.Variance * a.Variance / a.DegreesOfFreedom + b.Variance * b.Variance / b.DegreesOfFreedom);
            string domain = row.Domain.Length == 0 ? "" : row.Domain + " ";
            differences.Add((row.Subject, domain + "now", domain + "before", new SurveyEstimate
            {
                Domain = row.Domain,
                Value = a.Value - b.Value,
                StandardError = Math.Sqrt(variance),
                Respondents = a.Respondents + b.Respondents,
                DegreesOfFreedom = freedom,
            }));
        }
        return new DifferenceTable(differences, correction, hidden);
    }
}
