using UrbanHealth.Indicators.Benchmarks;

// each verb is a static Run in a file of its own; whatever else is asked goes to BenchmarkDotNet
switch (args is [string verb, ..] ? verb : "")
{
    case "peers": return Peers.Run(args[1..]);
    case "growth": return Growth.Run(args[1..]);
    case "bits": return Bits.Run(args[1..]);
    case "surveys": return Surveys.Run(args[1..]);
    case "trends": return TrendReview.Run(args[1..]);
    case "robustness": return RobustPlans.Run();
    default:
        BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Peers).Assembly).Run(args);
        return 0;
}
