using System.Diagnostics;
using System.Globalization;

namespace UrbanHealth.Indicators.Benchmarks;

/// <summary>numpy in a child process, on one thread, asked case by case.</summary>
internal sealed class Numpy : IDisposable
{
    private readonly Process process;

    private Numpy(Process process) => this.process = process;

    /// <summary>Its version.</summary>
    public string Version { get; private init; } = "";

    /// <summary>Starts it; null where there is no numpy.</summary>
    public static Numpy? Start()
    {
        foreach (string python in (string[])["/usr/bin/python3", "python3"])
        {
            var info = new ProcessStartInfo(python, ["-u", Path.Combine(AppContext.BaseDirectory, "numpy_peer.py")]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
            info.Environment["OPENBLAS_NUM_THREADS"] = "1";
            // let the peer pick the kernel of this processor itself
            info.Environment.Remove("OPENBLAS_CORETYPE");
            info.Environment.Remove("OPENBLAS_L2_SIZE");
            try
            {
                Process process = Process.Start(info)!;
                process.StandardInput.WriteLine("version");
                if (process.StandardOutput.ReadLine() is { } line) return new Numpy(process) { Version = line.Split(' ')[0] };
                process.Dispose();
            }
            catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException)
            {
                // not here
            }
        }
        return null;
    }

    public (double NanosecondsPerCell, double Check) Ask(string question)
    {
        process.StandardInput.WriteLine(question);
        string line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException(process.StandardError.ReadToEnd());
        string[] parts = line.Split(' ');
        return (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
