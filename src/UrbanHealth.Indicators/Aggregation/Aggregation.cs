using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>A rule that makes one score of several (合成).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ArithmeticAggregation), "arithmetic")]
[JsonDerivedType(typeof(GeometricAggregation), "geometric")]
public abstract record Aggregation
{
    private protected Aggregation() { }

    /// <summary>The composites of all areas.</summary>
    /// <param name="scores">Rows are areas, columns the siblings; NaN is missing.</param>
    /// <param name="weights">One weight a column.</param>
    /// <param name="composites">Takes one composite a row; NaN where undefined.</param>
    public abstract void Aggregate(Matrix scores, ReadOnlySpan<double> weights, Span<double> composites);

    /// <summary>True when an area's composite depends on the other areas it is evaluated with (outranking, ideal points, ranks).</summary>
    [JsonIgnore]
    public virtual bool IsRelative => false;

    /// <summary>The method's name for people (方法名称).</summary>
    public abstract string Describe(Language language);

    /// <summary>The weighted arithmetic mean (加权算术平均).</summary>
    public static RowAggregation Arithmetic() => new ArithmeticAggregation();

    /// <summary>The weighted geometric mean (加权几何平均).</summary>
    public static RowAggregation Geometric() => new GeometricAggregation();
}
