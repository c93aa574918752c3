using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators.Tests.Numerics;

/// <summary>One NaN among many figures.</summary>
public class MissingTests
{
    [Fact]
    public void Any_place_counts()
    {
        for (int length = 0; length < 40; length++)
        {
            double[] x = [.. Enumerable.Range(0, length).Select(i => i % 3 == 0 ? double.PositiveInfinity : -i)];
            Assert.False(Missing.Any(x));
            for (int i = 0; i < length; i++)
            {
                double kept = x[i];
                x[i] = double.NaN;
                Assert.True(Missing.Any(x));
                x[i] = kept;
            }
        }
    }
}
