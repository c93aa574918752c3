namespace UrbanHealth.Indicators;

/// <summary>One line of a <see cref="LineChart"/> (折线).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Points">Its points, from left to right.</param>
public sealed record ChartLine(string Name, IReadOnlyList<ChartPoint> Points);
