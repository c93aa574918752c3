using System.Diagnostics;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators.Tests.Numerics;

/// <summary>The same input gives the same bits with any vectors, threads and blocks: each in a process of its own.</summary>
public class SameBitsEverywhere
{
    private static readonly Lazy<string> Expected = new(() => Hashes(Run([], "1")));

    public static TheoryData<string, string, string> Machines => new()
    {
        { "DOTNET_EnableHWIntrinsic=0", "1", "" },
        { "DOTNET_EnableHWIntrinsic=0", "7", "1000" },
        { "DOTNET_EnableAVX=0", "1", "" },
        { "DOTNET_EnableAVX2=0", "2", "" },
        { "DOTNET_EnableFMA=0", "1", "" },
        { "DOTNET_EnableAVX512=0 DOTNET_EnableAVX512F=0", "1", "1000" },
        { "DOTNET_PreferredVectorBitWidth=128", "1", "" },
        { "DOTNET_PreferredVectorBitWidth=256", "2", "1" },
        { "DOTNET_TieredCompilation=0", "7", "" },
        { "DOTNET_TieredPGO=0", "2", "1000" },
    };

    [Theory]
    [MemberData(nameof(Machines))]
    public void Whatever_the_vectors_threads_and_blocks(string variables, string threads, string block)
    {
        Assert.Equal(Expected.Value, Hashes(Run(variables.Split(' '), threads, block)));
    }

    [Fact]
    public void Switching_hardware_off_does_what_it_says()
    {
        Assert.Contains("width 1\n", Run(["DOTNET_EnableHWIntrinsic=0"], "1"), StringComparison.Ordinal);
        Assert.Contains($"width {Lanes.Widest}\n", Run([], "1"), StringComparison.Ordinal);
    }

    private static string Hashes(string output) => string.Join('\n', output.Split('\n').Where(l => !l.StartsWith("width", StringComparison.Ordinal)));

    private static string Run(string[] variables, params string[] arguments)
    {
        var info = new ProcessStartInfo(Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet", ["exec", typeof(SameBitsEverywhere).Assembly.Location, "bits", .. arguments.Where(a => a.Length > 0)]) { RedirectStandardOutput = true };
        foreach (string v in variables) info.Environment[v.Split('=')[0]] = v.Split('=')[1];
        using Process process = Process.Start(info)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        Assert.Contains("scoring", output, StringComparison.Ordinal);
        return output;
    }
}
