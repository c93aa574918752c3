namespace UrbanHealth.Indicators;

/// <summary>One component of a compound indicator, judged (分项评价).</summary>
public sealed record JudgedComponent
{
    /// <summary>What was judged.</summary>
    public required IndicatorComponent Component { get; init; }

    /// <summary>The figure; NaN when there is none.</summary>
    public required double Value { get; init; }

    /// <summary>What is known of the figure.</summary>
    public required ObservationState State { get; init; }

    /// <summary>What the figure covers and where it comes from; null when not stated.</summary>
    public ObservationScope? Scope { get; init; }

    /// <summary>The standard it was held against; null when none holds for the area and year.</summary>
    public Standard? Standard { get; init; }

    /// <summary>What it was found to be.</summary>
    public required Judgement Judgement { get; init; }

    /// <summary>Its grade by its bands; null without bands or without a figure.</summary>
    public Grade? Grade { get; init; }

    /// <summary>How far the figure is inside the standard, in its unit, negative outside; null without a standard or a figure.</summary>
    public double? Margin { get; init; }

    /// <summary>What a reader of the judgement should know.</summary>
    public IReadOnlyList<BilingualText> Notes { get; init => field = ValueList<BilingualText>.Of(value); } = ValueList<BilingualText>.Of([]);

    /// <summary>One line: name, figure, standard, judgement, grade.</summary>
    public override string ToString() => AssessmentText.Line(Component.Name, AssessmentText.Figure(Value, Component.Unit, State), Standard?.ToString(), Judgement, Grade);
}
