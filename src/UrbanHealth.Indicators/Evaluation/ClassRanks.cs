namespace UrbanHealth.Indicators;

/// <summary>Ranks among the areas of a class of city (分类排名).</summary>
internal static class ClassRanks
{
    /// <summary>The rank of each area within its first class, among all areas that are of that class; NaN without a class.</summary>
    /// <remarks>An area of several classes (地级市、大城市) is a member of each, as for standards, and is ranked in the first, so that it has one rank.</remarks>
    public static double[] Of(IReadOnlyList<string?> classes, ReadOnlySpan<double> scores, TieRule ties)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var first = new int[classes.Count];
        var shared = new HashSet<string>(StringComparer.Ordinal); // classes that some area is of beside its first
        for (int i = 0; i < first.Length; i++)
        {
            string[] all = Applicability.ClassesOf(classes[i]);
            first[i] = -1;
            for (int k = 0; k < all.Length; k++)
            {
                if (k > 0) shared.Add(all[k]);
                else if (!places.TryGetValue(all[0], out first[i])) places.Add(all[0], first[i] = places.Count);
            }
        }
        double[] ranks = Ranking.WithinGroups(scores, first, ties);
        foreach (string name in shared)
        {
            if (!places.TryGetValue(name, out int place)) continue;
            double[] among = Among(classes, name, scores, ties);
            for (int i = 0; i < first.Length; i++) if (first[i] == place) ranks[i] = among[i];
        }
        return ranks;
    }

    /// <summary>The rank of each area of a class among all of it; NaN for the others.</summary>
    public static double[] Among(IReadOnlyList<string?> classes, string name, ReadOnlySpan<double> scores, TieRule ties) =>
        Ranking.WithinGroups(scores, [.. classes.Select(c => Applicability.IsOf(c, name) ? 0 : -1)], ties);
}
