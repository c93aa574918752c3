using System.Diagnostics;
using System.Globalization;

namespace UrbanHealth.Indicators.Benchmarks;

/// <summary>numpy on one thread, in a fresh process for every case: what its memory allocator learned from one case shows in the time of the next.</summary>
internal sealed class Numpy
{
    private readonly string python;

    private Numpy(string python, string version) => (this.python, Version) = (python, version);

    public string Version { get; }

    /// <summary>Looks for it; null where there is no numpy.</summary>
    public static Numpy? Find()
    {
        foreach (string python in (string[])["/usr/bin/python3", "python3"])
        {
            try
            {
                (string answer, _) = Ask(python, "version");
                if (answer.Length > 0) return new Numpy(python, answer.Split(' ')[0]);
            }
            catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException)
            {
                // not here
            }
        }
        return null;
    }

    /// <summary>The better of two rounds of each, in turn, so that what disturbs the machine for a while spoils neither.</summary>
    public (double Ours, double Peer, double Check) Beside(Func<double> ours, string question)
    {
        double first = ours();
        (double peer, double check) = Ask(question);
        return (Math.Min(first, ours()), Math.Min(peer, Ask(question).NanosecondsPerCell), check);
    }

    private (double NanosecondsPerCell, double Check) Ask(string question)
    {
        (string answer, string errors) = Ask(python, question);
        string[] parts = answer.Split(' ');
        if (parts.Length != 2) throw new InvalidOperationException(errors);
        return (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static (string Answer, string Errors) Ask(string python, string question)
    {
        var info = new ProcessStartInfo(python, ["-u", Path.Combine(AppContext.BaseDirectory, "numpy_peer.py")]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        info.Environment["OPENBLAS_NUM_THREADS"] = "1";
        // let the peer pick the kernel of this processor itself
        info.Environment.Remove("OPENBLAS_CORETYPE");
        info.Environment.Remove("OPENBLAS_L2_SIZE");
        using Process process = Process.Start(info)!;
        process.StandardInput.WriteLine(question);
        process.StandardInput.Close();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string answer = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return (answer, errors.Result);
    }
}
