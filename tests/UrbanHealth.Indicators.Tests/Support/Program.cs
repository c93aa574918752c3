using UrbanHealth.Indicators.Benchmarks;
using UrbanHealth.Indicators.Tests.Evaluation;

namespace UrbanHealth.Indicators.Tests.Support;

/// <summary>What runs when the test assembly is started as a program: a child process of a test, with other hardware switched on.</summary>
internal static class Program
{
    private static int Main(string[] args) => args switch
    {
        ["bits", ..] => Bits.Run(args[1..]),
        ["plan-bits", ..] => PlanBits.Run(args[1..]),
        _ => 0,
    };
}
