using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>The Kaiser-Meyer-Olkin measure of sampling adequacy (KMO 值), 0…1; below 0.5 a factor analysis is not worth while.</summary>
/// <param name="Overall">Over all columns.</param>
/// <param name="ByColumn">Of each column.</param>
public sealed record SamplingAdequacy(double Overall, IReadOnlyList<double> ByColumn)
{
    /// <summary>Such as <c>KMO 0.71</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"KMO {Overall:0.##}");
}
