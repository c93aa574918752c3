namespace UrbanHealth.Indicators.Tests.Support;

/// <summary>A fact that needs the reference data and is skipped, saying so, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute() => Skip = Reference.IsPresent ? null : "the reference data are absent (set URBANHEALTH_REFERENCE to their folder)";
}

/// <summary>A theory that needs the reference data and is skipped, saying so, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReferenceTheoryAttribute : TheoryAttribute
{
    public ReferenceTheoryAttribute() => Skip = Reference.IsPresent ? null : "the reference data are absent (set URBANHEALTH_REFERENCE to their folder)";
}
