namespace UrbanHealth.Indicators;

/// <summary>How one score came about (得分溯源): a tree that ends in raw figures.</summary>
/// <remarks>Data for programs; <see cref="ToString(Language)"/> is the same for people.</remarks>
public sealed partial record Explanation
{
    /// <summary>The code of the dimension or indicator.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required BilingualText Name { get; init; }

    /// <summary>The area.</summary>
    public required Area Area { get; init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>The score; NaN when missing.</summary>
    public required double Score { get; init; }

    /// <summary>The rank among all areas; null without a score.</summary>
    public double? Rank { get; init; }

    /// <summary>The grade of the score; null without a score or a grading.</summary>
    public Grade? Grade { get; init; }

    /// <summary>The weight among its siblings, as fitted.</summary>
    public required double Weight { get; init; }

    /// <summary>The weight that counted, after the missing siblings' share went to the present ones; 0 when it is missing itself.</summary>
    public required double CountedWeight { get; init; }

    /// <summary>The weight in the whole, as fitted.</summary>
    public required double EffectiveWeight { get; init; }

    /// <summary>Its share in the score above it, in points; null when the aggregation has no exact split.</summary>
    public double? Contribution { get; init; }

    /// <summary>For a dimension: how its children are put together; null for an indicator.</summary>
    public Aggregation? Aggregation { get; init; }

    /// <summary>For a dimension: the share of its children that have a score; null for an indicator.</summary>
    public double? Coverage { get; init; }

    /// <summary>For a dimension: its children; empty for an indicator.</summary>
    public IReadOnlyList<Explanation> Children { get; init; } = [];

    /// <summary>For an indicator: the figure that was scored, in its own unit; null for a dimension.</summary>
    public double? Value { get; init; }

    /// <summary>For an indicator: the figure after the treatment of outliers, where that changed it; null otherwise.</summary>
    public double? TreatedValue { get; init; }

    /// <summary>For an indicator: its unit.</summary>
    public string? Unit { get; init; }

    /// <summary>For an indicator: what is known of the figure.</summary>
    public ObservationState? State { get; init; }

    /// <summary>For an indicator: what the figure covers and where it comes from; null when not stated.</summary>
    public ObservationScope? Scope { get; init; }

    /// <summary>For an indicator: the figure held against its standard; null for a dimension.</summary>
    public JudgedIndicator? Judged { get; init; }

    /// <summary>For an indicator: the fitted rule that made the score; null when it could not be fitted.</summary>
    public FittedNormalization? Normalization { get; init; }

    /// <summary>What a reader must know of this score: imputed, carried over, weighed up, below the coverage threshold, capped.</summary>
    public IReadOnlyList<BilingualText> Notes { get; init; } = [];

    /// <summary>The trace as indented text in <paramref name="language"/>.</summary>
    public string ToString(Language language) => ExplanationText.Of(this, language);

    /// <summary>The trace in Chinese.</summary>
    public override string ToString() => ToString(Language.Chinese);
}
