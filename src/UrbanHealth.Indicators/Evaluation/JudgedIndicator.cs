namespace UrbanHealth.Indicators;

/// <summary>One indicator of an area in a year, judged (指标评价): figure, standard, judgement and grade, without any weight or score.</summary>
public sealed record JudgedIndicator
{
    /// <summary>What was judged.</summary>
    public required Indicator Indicator { get; init; }

    /// <summary>The figure; NaN when there is none, as for a compound indicator that has only its components.</summary>
    public required double Value { get; init; }

    /// <summary>What is known of the figure.</summary>
    public required ObservationState State { get; init; }

    /// <summary>What the figure covers and where it comes from; null when not stated.</summary>
    public ObservationScope? Scope { get; init; }

    /// <summary>The standard it was held against; null when none holds for the area and year, and for a compound indicator.</summary>
    public Standard? Standard { get; init; }

    /// <summary>What it was found to be.</summary>
    public required Judgement Judgement { get; init; }

    /// <summary>Its grade by its bands, or as experts gave it; the worst of its components for a compound indicator. Null where none can be given.</summary>
    public Grade? Grade { get; init; }

    /// <summary>How far the figure is inside the standard, in its unit, negative outside; null without a standard or a figure.</summary>
    public double? Margin { get; init; }

    /// <summary>Whether it is a problem: a problem count above 0, a standard not met, or the worst grade of the scale.</summary>
    public bool IsProblem { get; init; }

    /// <summary>The components of a compound indicator, each judged; empty otherwise.</summary>
    public IReadOnlyList<JudgedComponent> Components { get; init => field = ValueList<JudgedComponent>.Of(value); } = ValueList<JudgedComponent>.Of([]);

    /// <summary>The component that decided: not met before met, then the worst grade, then the first; null where none was judged or graded.</summary>
    public JudgedComponent? Worst { get; init; }

    /// <summary>What a reader of the judgement should know: carried over, covering only a part, without a standard for the class of city …</summary>
    public IReadOnlyList<BilingualText> Notes { get; init => field = ValueList<BilingualText>.Of(value); } = ValueList<BilingualText>.Of([]);

    /// <summary>One line: name, figure, standard, judgement, grade.</summary>
    public override string ToString() => AssessmentText.Line(Indicator.Name, AssessmentText.Figure(this), AssessmentText.StandardOf(this), Judgement, Grade);
}
