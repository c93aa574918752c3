using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.StatisticsRoom;

/// <summary>NIST StRD: certified means, deviations, autocorrelations and regressions.</summary>
public partial class NistReference : IReferenceChecks
{
    IEnumerable<ReferenceCheck> IReferenceChecks.Checks()
    {
        JsonElement certified = Reference.Json("nist/certified.json");
        foreach (JsonProperty set in certified.EnumerateObject())
        {
            string name = set.Name;
            if (Kind(set.Value) == "univariate")
                yield return new("nist/" + name + ".dat", "mean, sample deviation, autocorrelation", Limit(name), () => Univariate(name)) { Note = Note(name) };
            else if (Kind(set.Value) == "linear_regression")
                yield return new("nist/" + name + ".dat", "linear regression: coefficients, standard errors, residual deviation, R²", Limit(name), () => Regression(name)) { Note = Note(name) };
        }

        static string Kind(JsonElement e) => e.GetProperty("kind").GetString()!;
    }

    /// <summary>10⁻¹³ unless the figures themselves are not doubles.</summary>
    private static double Limit(string name) => name switch
    {
        "NumAcc3" => 1e-9, // 1000000.2 is rounded to a double at 1e-10 of it, and the deviation is 0.1
        "NumAcc4" => 1e-8, // 10000000.2 likewise at 1e-9
        _ => 1e-13,
    };

    private static string Note(string name) => "relative to the certified value" + (name is "NumAcc3" or "NumAcc4"
        ? "; limited by the data: figures such as 10000000.2 are no doubles, and their rounding is 1e-8 of the deviation 0.1" : "");

    private static double Univariate(string name)
    {
        JsonElement c = Reference.Json("nist/certified.json").GetProperty(name);
        double[] x = [.. Data(name).Select(r => r[0])];
        return new[]
        {
            Relative(Number(c, "mean"), Descriptive.Mean(x)), Relative(Number(c, "sd"), Descriptive.StandardDeviation(x)), Relative(Number(c, "r1"), Descriptive.Autocorrelation(x)),
        }.Max();
    }

    private static double Regression(string name)
    {
        JsonElement c = Reference.Json("nist/certified.json").GetProperty(name);
        double[][] rows = [.. Data(name)];
        double[] y = [.. rows.Select(r => r[0])];
        JsonElement[] parameters = [.. c.GetProperty("parameters").EnumerateObject().Select(p => p.Value)];
        bool intercept = !name.StartsWith("NoInt", StringComparison.Ordinal);
        int predictors = parameters.Length - (intercept ? 1 : 0);
        double[] first = [.. rows.Select(r => r[1])];
        LinearRegression fit = rows[0].Length == 2 && predictors > 1
            ? LinearRegression.Polynomial(first, y, predictors)
            : LinearRegression.Fit(Matrix.FromColumns([.. Enumerable.Range(1, predictors).Select(j => rows.Select(r => r[j]).ToArray())]), y, intercept);
        double worst = Math.Max(Relative(Number(c, "residual_sd"), fit.ResidualDeviation), Relative(Number(c, "r_squared"), fit.RSquared));
        for (int i = 0; i < parameters.Length; i++)
            worst = new[] { worst, Relative(Number(parameters[i], "estimate"), fit.Coefficients[i]), Relative(Number(parameters[i], "sd"), fit.StandardErrors[i]) }.Max();
        return worst;
    }

    private static double Number(JsonElement e, string property) => double.Parse(e.GetProperty(property).GetString()!, CultureInfo.InvariantCulture);

    /// <summary>|x − c|/|c|; absolute where the certified value is 0.</summary>
    private static double Relative(double certified, double x) => Math.Abs(x - certified) / (certified == 0 ? 1 : Math.Abs(certified));

    /// <summary>The rows of the lines that the header names as data, or those after the rule of dashes.</summary>
    private static IEnumerable<double[]> Data(string name)
    {
        string[] lines = Reference.Text("nist/" + name + ".dat").Split('\n');
        Match range = DataLines().Match(string.Join('\n', lines[..12]));
        IEnumerable<string> data = range.Success
            ? lines[(int.Parse(range.Groups[1].Value) - 1)..int.Parse(range.Groups[2].Value)]
            : lines.SkipWhile(l => !l.TrimStart().StartsWith("---", StringComparison.Ordinal)).Skip(1).Where(l => l.Trim().Length > 0);
        return data.Select(l => Array.ConvertAll(l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), s => double.Parse(s, CultureInfo.InvariantCulture)));
    }

    [GeneratedRegex(@"Data\s+\(lines\s+(\d+)\s+to\s+(\d+)\)")]
    private static partial Regex DataLines();
}
