using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>What can be wrong with a judgement matrix.</summary>
internal static class JudgementChecks
{
    public static ValidationReport Of(IReadOnlyList<IReadOnlyList<double>> rows, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);
        int n = rows.Count;
        if (n == 0 || rows.Any(r => r is null || r.Count != n))
            return new([Issue("weighting.judgements-not-square", Severity.Error, Place.Whole, "判断矩阵不是方阵", "the judgement matrix is not square")]);
        var found = new List<ValidationIssue>();
        for (int i = 0; i < n; i++)
        {
            if (!(Math.Abs(rows[i][i] - 1) <= tolerance)) found.Add(Issue("weighting.judgement-diagonal", Severity.Error, At(i, i), $"对角线应为 1，实为 {Text(rows[i][i])}", $"the diagonal is 1, not {Text(rows[i][i])}"));
            for (int j = i + 1; j < n; j++) Pair(rows, tolerance, found, i, j);
        }
        return new(found);
    }

    private static void Pair(IReadOnlyList<IReadOnlyList<double>> rows, double tolerance, List<ValidationIssue> found, int i, int j)
    {
        double a = rows[i][j], b = rows[j][i];
        bool broken = Broken(a, i, j) | Broken(b, j, i);
        if (broken || double.IsNaN(a) || double.IsNaN(b)) return;
        if (Math.Abs(a * b - 1) > tolerance)
            found.Add(Issue("weighting.judgement-not-reciprocal", Severity.Error, At(j, i), $"应为 {Text(a)} 的倒数，实为 {Text(b)}", $"it should be the reciprocal of {Text(a)} and is {Text(b)}"));
        else if (Math.Max(a, b) > 9 * (1 + tolerance))
            found.Add(Issue("weighting.judgement-outside-scale", Severity.Warning, At(i, j), $"{Text(a)} 超出 1/9…9 标度", $"{Text(a)} lies outside the scale 1/9…9"));

        bool Broken(double x, int row, int column)
        {
            if (double.IsNaN(x) || (x > 0 && double.IsFinite(x))) return false;
            found.Add(Issue("weighting.judgement-not-positive", Severity.Error, At(row, column), $"判断值应为正数，实为 {Text(x)}", $"a judgement is positive, not {Text(x)}"));
            return true;
        }
    }

    private static Place At(int row, int column) => new() { Path = FormattableString.Invariant($"$[{row}][{column}]") };

    private static string Text(double x) => x.ToString("0.####", CultureInfo.InvariantCulture);

    private static ValidationIssue Issue(string code, Severity severity, Place place, string chinese, string english) => new(code, severity, place, new(chinese, english));
}
