using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Complaints as a second voice of residents (热线诉求): counts turned into rates that can be compared.</summary>
public sealed record Complaints
{
    private Complaints(IReadOnlyList<ComplaintCount> counts) => Counts = counts;

    /// <summary>The counts.</summary>
    public IReadOnlyList<ComplaintCount> Counts { get; }

    /// <summary>Complaints of counts.</summary>
    /// <exception cref="InvalidDocumentException">A count does not hold; see <see cref="Check"/>.</exception>
    public static Complaints Of(IEnumerable<ComplaintCount> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ComplaintCount[] all = [.. counts];
        ValidationReport report = Check(all);
        return report.IsValid ? new Complaints(all) : throw new InvalidDocumentException(report);
    }

    /// <summary>Complaints of counts by area, each taken per the size of its area (投诉量与区域人口合并).</summary>
    /// <param name="areas">The areas, such as those of a panel; <see cref="Area.Size"/> is the population.</param>
    /// <param name="cases">The area by code or name, the category, and how many.</param>
    /// <exception cref="InvalidDocumentException">An area is unknown or has no population, or a count does not hold; every finding at once.</exception>
    public static Complaints Of(IEnumerable<Area> areas, IEnumerable<(string Area, string Category, long Cases)> cases)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(cases);
        Area[] known = [.. areas];
        var found = new List<ValidationIssue>();
        var counts = new List<ComplaintCount>();
        int line = 0;
        foreach ((string area, string category, long count) in cases)
        {
            line++;
            Area? place = Array.Find(known, a => a.Code == area) ?? Array.Find(known, a => a.Name == area);
            if (place is null) Add("surveys.unknown-area", $"没有区域“{area}”", $"there is no area '{area}'");
            else if (place.Size is null) Add("surveys.area-without-population", $"“{place.Name}”没有人口数，无法计算投诉率", $"'{place.Name}' has no population, so that there is no rate");
            counts.Add(new ComplaintCount(place?.Code ?? area, category, count, place?.Size ?? 1));

            void Add(string code, string chinese, string english) => found.Add(new ValidationIssue(code, Severity.Error, new Place { Line = line, Area = area }, new BilingualText(chinese, english)));
        }
        found.AddRange(Check(counts));
        return found.Count == 0 ? new Complaints(counts) : throw new InvalidDocumentException(new ValidationReport(found));
    }

    /// <summary>Everything that is wrong with counts, all at once; the line is the place of the count, from 1.</summary>
    public static ValidationReport Check(IReadOnlyList<ComplaintCount> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var found = new List<ValidationIssue>();
        var seen = new HashSet<(string, string)>();
        var population = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int i = 0; i < counts.Count; i++)
        {
            ComplaintCount c = counts[i];
            if (c.Cases < 0) Add("surveys.negative-count", $"投诉量 {c.Cases} 为负", $"the count {c.Cases} is negative");
            if (!(c.Population > 0) || double.IsInfinity(c.Population)) Add("surveys.population-not-positive", $"人口 {Text(c.Population)} 不是正数", $"the population {Text(c.Population)} is not a positive number");
            else if (!population.TryAdd(c.Area, c.Population) && population[c.Area] != c.Population) Add("surveys.population-not-constant", $"“{c.Area}”的人口不一致：{Text(population[c.Area])} 与 {Text(c.Population)}", $"the population of '{c.Area}' differs: {Text(population[c.Area])} and {Text(c.Population)}");
            if (!seen.Add((c.Area, c.Category))) Add("surveys.count-twice", $"“{c.Area} {c.Category}”出现两次", $"'{c.Area} {c.Category}' is given twice");

            void Add(string code, string chinese, string english) => found.Add(new ValidationIssue(code, Severity.Error, new Place { Line = i + 1, Area = c.Area }, new BilingualText(chinese, english)));
        }
        return new ValidationReport(found);

        static string Text(double x) => x.ToString("G6", CultureInfo.InvariantCulture);
    }

    /// <summary>Rates per population, a row a count (分类投诉率).</summary>
    /// <param name="per">The residents a rate is for; 10,000 by default.</param>
    /// <param name="method">How intervals are made.</param>
    /// <param name="level">The probability that an interval covers the truth.</param>
    public IReadOnlyList<ComplaintRate> Rates(double per = 10_000, PoissonMethod method = PoissonMethod.Garwood, double level = 0.95) =>
        [.. Counts.Select(c => Rate(c.Area, c.Category, c.Cases, c.Population, per, method, level))];

    /// <summary>Rates of all categories together, a row an area in the order met (区域投诉率).</summary>
    /// <inheritdoc cref="Rates"/>
    public IReadOnlyList<ComplaintRate> RatesByArea(double per = 10_000, PoissonMethod method = PoissonMethod.Garwood, double level = 0.95) =>
        [.. Counts.GroupBy(c => c.Area).Select(g => Rate(g.Key, "", g.Sum(c => c.Cases), g.First().Population, per, method, level))];

    private static ComplaintRate Rate(string area, string category, long cases, double population, double per, PoissonMethod method, double level)
    {
        if (!(per > 0)) throw new ArgumentOutOfRangeException(nameof(per), per, "A rate is for a positive number of residents.");
        ConfidenceInterval count = method == PoissonMethod.Byar ? PoissonInterval.Byar(cases, level) : PoissonInterval.Garwood(cases, level);
        double scale = per / population;
        return new ComplaintRate(area, category, cases, cases * scale, new ConfidenceInterval(count.Low * scale, count.High * scale, level), per);
    }
}
