namespace UrbanHealth.Indicators;

/// <summary>A dimension or an indicator of one area in one year (节点评价结果).</summary>
public sealed class NodeEvaluation
{
    private readonly EvaluationResult result;
    private readonly int area;
    private readonly int year;

    internal NodeEvaluation(EvaluationResult result, string code, int area, int year)
    {
        this.result = result;
        this.area = area;
        this.year = year;
        Code = code;
        Score = result.ScoreAt(code, area, year);
    }

    /// <summary>The code of the dimension or indicator.</summary>
    public string Code { get; }

    /// <summary>The score; NaN when missing.</summary>
    public double Score { get; }

    /// <summary>The weight among its siblings, as fitted; 1 for the root.</summary>
    public double Weight => result.Model.WeightOf(Code);

    /// <summary>The weight in the whole, as fitted.</summary>
    public double EffectiveWeight => result.Model.EffectiveWeightOf(Code);

    /// <summary>The rank among all areas, 1 best; null without a score.</summary>
    public double? Rank => Ranked(result.Ranks(Code, result.Years[year]));

    /// <summary>The rank among the areas of the same class; null without a score or a class.</summary>
    public double? GroupRank => result.Areas[area].Class is null ? null : Ranked(result.GroupRanks(Code, result.Years[year]));

    /// <summary>The grade: a dimension's by its score and the plan's grading, an indicator's by its own bands; null where none can be given.</summary>
    public Grade? Grade => result.GradeAt(Code, area, year);

    /// <summary>The share of this dimension's or indicator's children that have a score, 0…1; for an indicator 0 or 1.</summary>
    public double Coverage
    {
        get
        {
            ScoreTree.Node? node = result.NodeOf(Code);
            if (node is null) return double.IsNaN(Score) ? 0 : 1;
            int present = node.Children.Count(c => !double.IsNaN(result.ScoreAt(c.Code, area, year)));
            return node.Children.Length == 0 ? 0 : (double)present / node.Children.Length;
        }
    }

    private double? Ranked(ReadOnlyMemory<double> ranks) => double.IsNaN(ranks.Span[area]) ? null : ranks.Span[area];

    /// <summary>Such as <c>安全韧性 78.1, rank 3</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Code} {Score:0.00}, rank {Rank}");
}
