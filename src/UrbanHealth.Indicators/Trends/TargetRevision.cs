namespace UrbanHealth.Indicators;

/// <summary>A target as it stood until it was revised (目标修正).</summary>
/// <param name="DecidedIn">The year of the decision; from it on the new target holds.</param>
/// <param name="FormerTarget">The target until then.</param>
/// <param name="FormerTargetYear">Its year until then.</param>
/// <param name="Reason">Why it was revised; null when not stated.</param>
public sealed record TargetRevision(int DecidedIn, double FormerTarget, int FormerTargetYear, string? Reason);
