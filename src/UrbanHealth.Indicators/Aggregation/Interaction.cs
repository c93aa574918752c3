namespace UrbanHealth.Indicators;

/// <summary>How two siblings interact in a two-additive capacity (交互作用): the interaction index I of Murofushi &amp; Soneda (1993).</summary>
/// <param name="First">The column of one, from 0.</param>
/// <param name="Second">The column of the other, from 0.</param>
/// <param name="Index">Positive when both are needed (互补), negative when one makes up for the other (互替); −1…1.</param>
public readonly record struct Interaction(int First, int Second, double Index);
