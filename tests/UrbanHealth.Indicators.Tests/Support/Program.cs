using UrbanHealth.Indicators.Benchmarks;

namespace UrbanHealth.Indicators.Tests.Support;

/// <summary>What runs when the test assembly is started as a program: a child process of a test, with other hardware switched on.</summary>
internal static class Program
{
    private static int Main(string[] args) => args is ["bits", ..] ? Bits.Run(args[1..]) : 0;
}
