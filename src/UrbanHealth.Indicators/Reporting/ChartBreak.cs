namespace UrbanHealth.Indicators;

/// <summary>A break in a series (序列断点): what is left and right of it cannot be compared.</summary>
/// <param name="X">Where it lies; a line is drawn half a step before it.</param>
/// <param name="Reason">Why, in a word or two.</param>
public sealed record ChartBreak(double X, string Reason);
