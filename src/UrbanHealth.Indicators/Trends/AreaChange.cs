namespace UrbanHealth.Indicators;

/// <summary>One area between two years (单个对象的年度对比): its figures, its scores, and why the composite moved.</summary>
public sealed class AreaChange
{
    private readonly YearOverYear whole;
    private readonly int row;

    internal AreaChange(YearOverYear whole, int row) => (this.whole, this.row) = (whole, row);

    /// <summary>The area.</summary>
    public Area Area => whole.Result.Areas[row];

    /// <summary>The composite of all.</summary>
    public NodeChange Composite => this[whole.Result.Framework.Code];

    /// <summary>The score, rank and grade of a dimension or an indicator.</summary>
    /// <exception cref="KeyNotFoundException">The framework has no such code.</exception>
    public NodeChange this[string code] => whole.NodeOf(code, row);

    /// <summary>The dimensions in preorder, the composite first.</summary>
    public IReadOnlyList<NodeChange> Dimensions => [.. whole.Result.Framework.Dimensions.Select(d => this[d.Code])];

    /// <summary>The figures, in the order of the framework.</summary>
    public IReadOnlyList<IndicatorChange> Figures => whole.Figures.Of(Area.Code);

    /// <summary>Why the composite moved.</summary>
    public Attribution Attribution => Attribution.Between(whole.Result[Area.Code, whole.FromYear], whole.Result[Area.Code, whole.ToYear]);

    /// <summary>The composite, and how many figures improved, stayed and worsened.</summary>
    public override string ToString()
    {
        IReadOnlyList<IndicatorChange> figures = Figures;
        return $"{Composite}; {figures.Count(f => f.Comparability == Comparability.Comparable)} of {figures.Count} comparable: {figures.Count(f => f.Label == ChangeLabel.Improved)} improved, {figures.Count(f => f.Label == ChangeLabel.Unchanged)} unchanged, {figures.Count(f => f.Label == ChangeLabel.Worsened)} worsened";
    }
}
