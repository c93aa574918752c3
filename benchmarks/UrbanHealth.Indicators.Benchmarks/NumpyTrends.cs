using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace UrbanHealth.Indicators.Benchmarks;

/// <summary>The statistics of five years in numpy, whole columns at a time, on one thread.</summary>
internal static class NumpyTrends
{
    private const string Script = """
        import sys, time
        import numpy as np
        x = np.fromfile(sys.argv[1]).reshape(5, -1)
        t = np.arange(2019.0, 2024.0)
        i, j = np.triu_indices(5, 1)

        def review():
            d = x[j] - x[i]
            s = np.sign(d).sum(axis=0)
            slopes = np.sort(d / (t[j] - t[i])[:, None], axis=0)
            sen = (slopes[4] + slopes[5]) / 2
            y = np.sort(x, axis=0)
            same = (x[:, None, :] == x[None, :, :]).sum(axis=1)
            variance = (5 * 4 * 15 - ((same - 1) * (2 * same + 5)).sum(axis=0)) / 18
            with np.errstate(all="ignore"):
                z = np.where(s == 0, 0, (s - np.sign(s)) / np.sqrt(variance))
                c = 1.959964 * np.sqrt(variance)
                low = np.rint((10 - c) / 2).astype(int); high = np.rint((10 + c) / 2).astype(int) + 1
                cols = np.arange(x.shape[1])
                lower = np.where(low < 1, -np.inf, slopes[np.clip(low - 1, 0, 9), cols])
                upper = np.where(high > 10, np.inf, slopes[np.clip(high - 1, 0, 9), cols])
                tc = t - t.mean()
                m = x.mean(axis=0)
                b = tc @ (x - m) / (tc @ tc)
                e = x - m - b * tc[:, None]
                se = np.sqrt((e * e).sum(axis=0) / 3 / (tc @ tc))
                cagr = (x[4] / x[0]) ** 0.25 - 1
                r = (x[:, None, :] > x[None, :, :]).sum(axis=1) + (same + 1) / 2 - 3
                rho = tc @ r / np.sqrt((tc @ tc) * (r * r).sum(axis=0))
                vol = np.diff(x, axis=0).std(axis=0, ddof=1)
                change = (x[4] - x[0]) / 4
            return sen, s, variance, z, lower, upper, b, se, cagr, rho, vol, change

        check = review()[0].sum()
        best = 1e99
        for _ in range(7):
            start = time.perf_counter(); review(); best = min(best, time.perf_counter() - start)
        print(repr(best * 1e9 / x.shape[1]), repr(float(check)))
        """;

    public static (double NanosecondsPerSeries, double Check)? Run(double[][][] columns)
    {
        string data = Path.GetTempFileName(), script = Path.GetTempFileName();
        try
        {
            using (FileStream stream = File.OpenWrite(data))
                foreach (double[][] year in columns) foreach (double[] column in year) stream.Write(MemoryMarshal.AsBytes(column.AsSpan()));
            File.WriteAllText(script, Script);
            var info = new ProcessStartInfo("/usr/bin/python3", [script, data]) { RedirectStandardOutput = true, RedirectStandardError = true };
            info.Environment["OPENBLAS_NUM_THREADS"] = "1";
            using Process process = Process.Start(info)!;
            string[] words = process.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            process.WaitForExit();
            return words.Length == 2 ? (double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[1], CultureInfo.InvariantCulture)) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        finally
        {
            File.Delete(data);
            File.Delete(script);
        }
    }
}
