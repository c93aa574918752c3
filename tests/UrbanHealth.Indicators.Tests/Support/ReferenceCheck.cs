namespace UrbanHealth.Indicators.Tests.Support;

/// <summary>One reference file reproduced by one method: <see cref="Deviation"/> computes the largest deviation found.</summary>
/// <remarks>The deviation is relative to max(1, |expected|) unless <see cref="Note"/> says otherwise.</remarks>
internal sealed record ReferenceCheck(string File, string Method, double Tolerance, Func<double> Deviation)
{
    /// <summary>What a reader of the table should know, such as that the source is rounded.</summary>
    public string Note { get; init; } = "";

    public override string ToString() => $"{File} by {Method}";
}

/// <summary>A class whose checks are run and listed in docs/methods/reference.md; found by reflection, with a public parameterless constructor.</summary>
internal interface IReferenceChecks
{
    IEnumerable<ReferenceCheck> Checks();

    /// <summary>Files that this room looked at and does not cover, each with the reason.</summary>
    IEnumerable<(string File, string Reason)> NotCovered() => [];
}
