namespace UrbanHealth.Indicators;

/// <summary>One thing that is measured (指标): its identity, unit, direction and yardsticks.</summary>
/// <remarks>Identity is <see cref="Code"/> and <see cref="Version"/>: a changed definition keeps the code and takes a new version.</remarks>
public sealed record Indicator
{
    /// <summary>A stable code, unique in the framework.</summary>
    public required string Code { get; init; }

    /// <summary>The name in Chinese.</summary>
    public required string Name { get; init; }

    /// <summary>The name in English.</summary>
    public string? EnglishName { get; init; }

    /// <summary>The unit of measure, such as % or 公里/平方公里; empty for a pure number.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Which values are better.</summary>
    public Direction Direction { get; init; }

    /// <summary>Guidance or bottom line; guidance by default.</summary>
    public IndicatorKind Kind { get; init; }

    /// <summary>Who set it; national by default.</summary>
    public IndicatorOrigin Origin { get; init; }

    /// <summary>The version of the definition (口径版本); "1" by default.</summary>
    public string Version { get; init; } = "1";

    /// <summary>The definition in words.</summary>
    public string? Definition { get; init; }

    /// <summary>What kind of figure it is; a level by default.</summary>
    public MeasurementKind Measurement { get; init; }

    /// <summary>The parts of a compound indicator; empty otherwise.</summary>
    public IReadOnlyList<IndicatorComponent> Components { get; init => field = ValueList<IndicatorComponent>.Of(value); } = ValueList<IndicatorComponent>.Of([]);

    /// <summary>How it rolls up from parts to a whole; null when it does not.</summary>
    public RollUp? RollUp { get; init; }

    /// <summary>The smallest value that is possible at all, such as 0 for a rate; null for no bound.</summary>
    public double? PossibleMinimum { get; init; }

    /// <summary>The largest value that is possible at all, such as 100 for a rate; null for no bound.</summary>
    public double? PossibleMaximum { get; init; }

    /// <summary>The weight among its siblings; null when none is given.</summary>
    public double? Weight { get; init; }

    /// <summary>The department that answers for it (责任部门).</summary>
    public string? Department { get; init; }

    /// <summary>False for an indicator that is recorded and not judged (不评价); true by default.</summary>
    public bool IsEvaluated { get; init; } = true;

    /// <summary>What is good enough, by class of city and year; empty when there is no standard.</summary>
    public IReadOnlyList<Standard> Standards { get; init => field = ValueList<Standard>.Of(value); } = ValueList<Standard>.Of([]);

    /// <summary>Bands to grades, by class of city; empty when no grade is given.</summary>
    public IReadOnlyList<Bands> Bands { get; init => field = ValueList<Bands>.Of(value); } = ValueList<Bands>.Of([]);

    /// <summary>Its own yardstick for scoring; wins over the plan's normalisation.</summary>
    public Benchmark? Benchmark { get; init; }
}
