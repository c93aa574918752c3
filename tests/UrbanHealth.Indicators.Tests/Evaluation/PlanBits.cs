using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>Prints hashes of a model and of its results, made in a culture and with so many threads: a child process of <see cref="SameBitsThroughThePlan"/>.</summary>
internal static class PlanBits
{
    public static int Run(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(args[0]);
        int threads = int.Parse(args[1], CultureInfo.InvariantCulture), block = int.Parse(args[2], CultureInfo.InvariantCulture);
        Console.WriteLine($"culture {CultureInfo.CurrentCulture.Name} {1.5}");
        Console.WriteLine(Of(threads, block));
        return 0;
    }

    public static string Of(int threads, int block)
    {
        Panel panel = ManyAreas.Panel(1100);
        EvaluationModel model = ManyAreas.Plan.Fit(panel.Blocks(block));
        var scores = new StringWriter();
        foreach (EvaluationResult result in EvaluationModel.Parse(model.ToJson()).Evaluate(panel.Blocks(block), threads)) result.WriteCsv(scores, header: false, indicators: true);
        string[] lines = scores.ToString().Split('\n');
        Array.Sort(lines, StringComparer.Ordinal);
        return $"model {Hash(model.ToJson())} scores {Hash(string.Join('\n', lines))}";
    }

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)), 0, 16);
}
