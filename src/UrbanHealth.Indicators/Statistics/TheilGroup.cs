namespace UrbanHealth.Indicators;

/// <summary>One group of a Theil decomposition (泰尔指数分组).</summary>
/// <param name="Group">The group.</param>
/// <param name="Mean">Its mean.</param>
/// <param name="Index">Its own Theil index.</param>
/// <param name="Share">Its share of the total (T) or of the population (L), by which its index counts.</param>
/// <param name="Contribution">Share times index over the whole index: its part of all inequality.</param>
public sealed record TheilGroup(string Group, double Mean, double Index, double Share, double Contribution);
