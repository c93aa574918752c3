using System.Runtime.ExceptionServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>Independent jobs by number, on the threads there are; what fails throws as if it had run alone.</summary>
internal static class ParallelJobs
{
    public static void For<T>(int count, Func<T> scratch, Action<int, T> job, CancellationToken cancellation = default)
    {
        try
        {
            Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation }, scratch, (i, _, own) =>
            {
                job(i, own);
                return own;
            }, _ => { });
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }
}
