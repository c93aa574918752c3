using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>One area in one year (单个对象的评价结果): a view of the result, as light as a reference.</summary>
public sealed partial class AreaEvaluation
{
    private readonly EvaluationResult result;
    private readonly int area;
    private readonly int year;

    internal AreaEvaluation(EvaluationResult result, int area, int year) => (this.result, this.area, this.year) = (result, area, year);

    internal EvaluationResult Result => result;

    internal int Row => area;

    internal int YearPlace => year;

    /// <summary>The area.</summary>
    public Area Area => result.Areas[area];

    /// <summary>The year.</summary>
    public int Year => result.Years[year];

    /// <summary>The composite score; NaN when too little is known.</summary>
    public double Score => Composite.Score;

    /// <summary>The rank by the composite score, 1 best; null without a score.</summary>
    public double? Rank => Composite.Rank;

    /// <summary>The rank among the areas of its class (分类排名); null without a score or a class.</summary>
    public double? GroupRank => Composite.GroupRank;

    /// <summary>The grade of the composite; null without a score or a grading.</summary>
    public Grade? Grade => Composite.Grade;

    /// <summary>The root of the tree: the composite of all.</summary>
    public NodeEvaluation Composite => this[result.Framework.Code];

    /// <summary>The area's figures judged against their standards.</summary>
    public AreaAssessment Assessment => result.Assessment[Area.Code, Year];

    /// <summary>The bottom-line indicators that are not met (未达标的底线指标); what they do is the plan's <see cref="EvaluationPlan.BottomLine"/>.</summary>
    public IReadOnlyList<JudgedIndicator> UnmetBottomLines => result.BottomLines.Failed(area, year);

    /// <summary>A dimension or an indicator of this area, by code.</summary>
    /// <exception cref="KeyNotFoundException">The framework has no such code.</exception>
    public NodeEvaluation this[string code] => new(result, code, area, year);

    /// <summary>The share of each indicator in the composite, in the framework's order; they sum to it.</summary>
    /// <remarks>The Aumann-Shapley value from zero (for homogeneous means Euler's theorem). Null when a node on the way is put together by a method that has no such split.</remarks>
    public IReadOnlyList<Contribution>? Contributions => Contributing.To(result, result.Framework.Code, area, year);

    /// <summary>How a score came about, from the raw figure up (溯源).</summary>
    /// <param name="code">A dimension or an indicator; the composite by default.</param>
    /// <exception cref="KeyNotFoundException">The framework has no such code.</exception>
    public Explanation Explain(string? code = null) => Explaining.Of(result, code ?? result.Framework.Code, area, year);

    /// <summary>The area's scores, ranks, grades, figures and judgements as JSON; what is missing is null, and the same result always gives the same text.</summary>
    public string ToJson() => EvaluationResultDocument.Write(this);

    /// <summary>Such as <c>芝罘区 2023: 81.20, rank 1, 优</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Area} {Year}: {Score:0.00}, rank {Rank?.ToString("0.#", CultureInfo.InvariantCulture) ?? "—"}{(Grade is null ? "" : $", {Grade}")}");
}
