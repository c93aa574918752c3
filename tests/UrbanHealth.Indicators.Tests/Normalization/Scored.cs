namespace UrbanHealth.Indicators.Tests.NormalizationRoom;

/// <summary>Fits on figures and scores the same figures.</summary>
internal static class Scored
{
    public static double[] By(Normalization normalization, double[] values, Preference preference = default)
    {
        var scores = new double[values.Length];
        normalization.Fit(values, preference).Apply(values, scores);
        return scores;
    }
}
