namespace UrbanHealth.Indicators;

/// <summary>Ranks over all blocks of a panel that is evaluated in blocks (跨块排名): it keeps eight bytes an area, year and node, and the areas' codes.</summary>
/// <remarks>Not thread-safe. The ranks are those of one <see cref="EvaluationModel.Evaluate(Panel, int?, CancellationToken)"/> of the whole, with the areas in the order the blocks came in.</remarks>
public sealed class RankCollector
{
    private readonly string[] codes;
    private readonly List<string> areas = [];
    private readonly List<string?> classes = [];
    private readonly SortedDictionary<int, List<double>[]> scores = []; // by year: one list a code

    /// <summary>A collector of the composite, or of given nodes and indicators.</summary>
    /// <param name="model">The yardstick; its plan says which rank equal scores share.</param>
    /// <param name="codes">The codes of dimensions and indicators; the composite when none is given.</param>
    /// <exception cref="ArgumentException">The framework has no such code.</exception>
    public RankCollector(EvaluationModel model, params string[] codes)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(codes);
        Model = model;
        this.codes = codes.Length == 0 ? [model.Framework.Code] : [.. codes];
        foreach (string code in this.codes)
            if (model.Framework.FindDimension(code) is null && model.Framework.FindIndicator(code) is null) throw new ArgumentException($"The framework has no {code}.", nameof(codes));
    }

    /// <summary>The yardstick.</summary>
    public EvaluationModel Model { get; }

    /// <summary>The codes of the areas, in the order of every column.</summary>
    public IReadOnlyList<string> Areas => areas;

    /// <summary>The years, rising.</summary>
    public IReadOnlyList<int> Years => [.. scores.Keys];

    /// <summary>Takes the scores of a block.</summary>
    /// <returns>This collector.</returns>
    /// <exception cref="ArgumentException">The result is of another model.</exception>
    public RankCollector Add(EvaluationResult block)
    {
        ArgumentNullException.ThrowIfNull(block);
        if (!ReferenceEquals(block.Model, Model)) throw new ArgumentException("The result is of another model.", nameof(block));
        for (int y = 0; y < block.Years.Count; y++)
        {
            List<double>[] year = Of(block.Years[y]);
            for (int c = 0; c < codes.Length; c++) year[c].AddRange(block.ScoresAt(codes[c], y).Span);
        }
        foreach (Area area in block.Areas)
        {
            areas.Add(area.Code);
            classes.Add(area.Class);
        }
        foreach (List<double>[] year in scores.Values) Fill(year);
        return this;
    }

    /// <summary>The scores of a node in a year, one an area; NaN is missing.</summary>
    /// <param name="year">The year.</param>
    /// <param name="code">One of the collected codes; the first by default.</param>
    /// <exception cref="KeyNotFoundException">The code was not collected, or there is no such year.</exception>
    public ReadOnlyMemory<double> Scores(int year, string? code = null) => Column(year, code);

    /// <summary>The ranks of a node in a year, one an area, 1 best; NaN is unranked.</summary>
    /// <param name="year">The year.</param>
    /// <param name="code">One of the collected codes; the first by default.</param>
    /// <exception cref="KeyNotFoundException">The code was not collected, or there is no such year.</exception>
    public ReadOnlyMemory<double> Ranks(int year, string? code = null) => Ranking.Of(Column(year, code), Model.Plan.Ties);

    /// <summary>As <see cref="Ranks"/>, among the areas of each class; areas without a class are unranked.</summary>
    /// <param name="year">The year.</param>
    /// <param name="code">One of the collected codes; the first by default.</param>
    /// <exception cref="KeyNotFoundException">The code was not collected, or there is no such year.</exception>
    public ReadOnlyMemory<double> GroupRanks(int year, string? code = null) => ClassRanks.Of(classes, Column(year, code), Model.Plan.Ties);

    private double[] Column(int year, string? code)
    {
        int c = code is null ? 0 : Array.IndexOf(codes, code);
        if (c < 0) throw new KeyNotFoundException($"{code} was not collected.");
        return scores.TryGetValue(year, out List<double>[]? columns) ? [.. columns[c]] : throw new KeyNotFoundException($"No block has the year {year}.");
    }

    private List<double>[] Of(int year)
    {
        if (scores.TryGetValue(year, out List<double>[]? columns)) return columns;
        scores.Add(year, columns = [.. codes.Select(_ => new List<double>())]);
        Fill(columns);
        return columns;
    }

    /// <summary>An area whose block does not have the year is missing in it.</summary>
    private void Fill(List<double>[] columns)
    {
        foreach (List<double> column in columns)
            while (column.Count < areas.Count) column.Add(double.NaN);
    }
}
