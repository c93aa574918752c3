using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators.Tests.Surveys;

/// <summary>Draws of one simulated sample.</summary>
internal sealed class Drawing(int sample)
{
    private readonly Philox random = new(20260101);
    private int next;

    public double Uniform() => random.Uniform(sample, next++);

    /// <summary><paramref name="count"/> of 0 … <paramref name="size"/> − 1, without replacement.</summary>
    public int[] Draw(int size, int count)
    {
        int[] all = [.. Enumerable.Range(0, size)];
        for (int k = 0; k < count; k++)
        {
            int other = k + (int)(Uniform() * (size - k));
            (all[k], all[other]) = (all[other], all[k]);
        }
        return all[..count];
    }
}
