using System.Diagnostics;

namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>Fitting and evaluating give the same bits in any culture, with any vectors, threads and blocks: each in a process of its own.</summary>
public class SameBitsThroughThePlan
{
    private static readonly Lazy<string> Expected = new(() => PlanBits.Of(1, 1100));

    public static TheoryData<string, string, string, string> Machines => new()
    {
        { "zh-CN", "", "1", "1100" },
        { "tr-TR", "", "2", "1000" },
        { "en-US", "", "7", "64" },
        { "tr-TR", "DOTNET_EnableHWIntrinsic=0", "1", "1000" },
        { "zh-CN", "DOTNET_EnableAVX2=0", "2", "1100" },
        { "en-US", "DOTNET_EnableAVX512F=0 DOTNET_EnableAVX512=0", "7", "1000" },
        { "zh-CN", "DOTNET_EnableFMA=0", "1", "1100" },
    };

    [Theory]
    [MemberData(nameof(Machines))]
    public void Whatever_the_culture_vectors_threads_and_blocks(string culture, string variables, string threads, string block)
    {
        var info = new ProcessStartInfo(Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet",
            ["exec", typeof(SameBitsThroughThePlan).Assembly.Location, "plan-bits", culture, threads, block])
        { RedirectStandardOutput = true };
        foreach (string v in variables.Split(' ', StringSplitOptions.RemoveEmptyEntries)) info.Environment[v.Split('=')[0]] = v.Split('=')[1];
        using Process process = Process.Start(info)!;
        string[] lines = process.StandardOutput.ReadToEnd().TrimEnd().Split('\n');
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        Assert.StartsWith($"culture {culture} {(culture == "tr-TR" ? "1,5" : "1.5")}", lines[0], StringComparison.Ordinal);
        Assert.Equal(Expected.Value, lines[1].TrimEnd());
    }
}
