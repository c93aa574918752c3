using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>Which figure is taken when sources differ (取值规则).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SourcePriorityRule), "priority")]
[JsonDerivedType(typeof(SourceMedianRule), "median")]
[JsonDerivedType(typeof(SourceTrimmedMeanRule), "trimmedMean")]
[JsonDerivedType(typeof(SourceInverseVarianceRule), "inverseVariance")]
public abstract record ReconciliationRule
{
    private protected ReconciliationRule() { }

    /// <summary>The figure of the first listed source that has one (来源优先级).</summary>
    public static ReconciliationRule Priority(params string[] sources) => new SourcePriorityRule { Sources = sources };

    /// <summary>The median of the sources (中位数).</summary>
    public static ReconciliationRule Median() => new SourceMedianRule();

    /// <summary>The mean without a share of the sources at either end (截尾均值).</summary>
    public static ReconciliationRule TrimmedMean(double trim = 0.2) => new SourceTrimmedMeanRule { Trim = trim };

    /// <summary>The mean weighted by 1/σ² (逆方差加权).</summary>
    public static ReconciliationRule InverseVariance() => new SourceInverseVarianceRule();

    /// <summary>The figure, its standard error where the rule knows one, and the source where it is that of one; null when the rule cannot say.</summary>
    /// <param name="values">At least one source, every figure finite.</param>
    public abstract (double Value, double? StandardError, string? Source)? Resolve(IReadOnlyList<SourcedValue> values);
}
