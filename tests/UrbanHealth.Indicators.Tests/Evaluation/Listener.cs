namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>Progress that is told at once, on the same thread.</summary>
internal sealed class Listener(Action<long> heard) : IProgress<long>
{
    public void Report(long value) => heard(value);
}
