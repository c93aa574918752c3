using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace UrbanHealth.Indicators.Benchmarks;

/// <summary>A city's survey at full scale: a million respondents, 60 questions, 8 dimensions, 20 districts; weights, estimates, errors, and memory.</summary>
/// <remarks>The answers are generated from a fixed seed and are nobody's.</remarks>
internal static class Surveys
{
    private const int Questions = 60, Dimensions = 8, Districts = 20;

    public static int Run(string[] args)
    {
        int respondents = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        long before = GC.GetTotalMemory(true);
        (Questionnaire questionnaire, Dictionary<string, byte[]> answers, Dictionary<string, CategoricalColumn> attributes) = Generate(respondents);
        Report("columns", TimeSpan.Zero, before);

        var clock = Stopwatch.StartNew();
        SatisfactionSurvey survey = SatisfactionSurvey.FromColumns(questionnaire, answers, attributes, SurveyDesign.Of(Ones(respondents)));
        Report("survey over the columns, checked", clock.Elapsed, before);

        clock.Restart();
        SatisfactionSurvey raked = survey.RakedTo([.. attributes.Select(a => Margin(a.Key, a.Value))]);
        Report("raked to 5 margins", clock.Elapsed, before);
        Console.WriteLine($"  {raked.Design}, design effect of weights {raked.Design.KishDesignEffect.ToString("F3", CultureInfo.InvariantCulture)}");

        clock.Restart();
        SatisfactionTable table = raked.Satisfaction("区域");
        Report($"{Dimensions} dimensions × {Districts} districts: mean, share, errors, design effects", clock.Elapsed, before);
        Console.WriteLine($"  {table[0]}");

        clock.Restart();
        Report($"60 questions together: {raked.Satisfaction(of: SatisfactionSubject.Questions).Count} rows", clock.Elapsed, before);

        int streamed = Math.Min(respondents, 200_000);
        clock.Restart();
        SurveyReading reading = SatisfactionSurvey.ReadCsv(new ResponseText(questionnaire, answers, attributes, streamed), questionnaire, null, streamed);
        Report($"{streamed} responses streamed from text, {reading.Report.Count} findings", clock.Elapsed, before);
        GC.KeepAlive(raked);
        return 0;
    }

    /// <summary>Skewed attributes and answers that depend on them, the same for the same number of respondents.</summary>
    public static (Questionnaire, Dictionary<string, byte[]>, Dictionary<string, CategoricalColumn>) Generate(int respondents)
    {
        var questionnaire = new Questionnaire("scale", "规模测试",
            Enumerable.Range(0, Questions).Select(q => Question.Likert($"q{q + 1}", $"题目{q + 1}", LikertScores.FromZero(5)).For($"D{q % Dimensions + 1}")),
            ["区域", "年龄", "性别", "学历", "户籍"]);
        int[] levels = [Districts, 6, 2, 5, 2];
        var attributes = new Dictionary<string, CategoricalColumn>();
        for (int a = 0; a < levels.Length; a++)
        {
            var codes = new int[respondents];
            for (int i = 0; i < respondents; i++) codes[i] = (int)(levels[a] * Math.Pow(Uniform(i, a), 1.3));
            attributes[questionnaire.Attributes[a].Code] = CategoricalColumn.FromCodes(codes, [.. Enumerable.Range(0, levels[a]).Select(l => $"{questionnaire.Attributes[a].Code}{l:00}")]);
        }
        var answers = new Dictionary<string, byte[]>();
        for (int q = 0; q < Questions; q++)
        {
            var column = new byte[respondents];
            ReadOnlySpan<int> age = attributes["年龄"].Codes, district = attributes["区域"].Codes;
            for (int i = 0; i < respondents; i++)
            {
                double u = Uniform(i, 10 + q);
                column[i] = u < 0.03 ? (byte)255 : (byte)Math.Clamp((int)(2.2 + 0.15 * age[i] + 0.04 * district[i] + 3 * (u - 0.5)), 0, 4);
            }
            answers[$"q{q + 1}"] = column;
        }
        return (questionnaire, answers, attributes);
    }

    public static double[] Ones(int n)
    {
        var ones = new double[n];
        Array.Fill(ones, 8.0);
        return ones;
    }

    /// <summary>A population that differs from the sample: more of the later levels.</summary>
    public static PopulationMargin Margin(string name, CategoricalColumn column)
    {
        int n = column.Levels.Count;
        return PopulationMargin.Of(name, [.. column.Levels.Select((l, i) => (l, 1 + 0.5 * i / n))]).ScaledTo(8.0 * column.Count);
    }

    private static double Uniform(int row, int stream)
    {
        ulong z = (ulong)row * 0x9E3779B97F4A7C15 + (ulong)stream * 0xD1B54A32D192ED03 + 1;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    private static void Report(string what, TimeSpan time, long before)
    {
        long held = GC.GetTotalMemory(true) - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {time.TotalSeconds:F2} s, held {held / 1048576.0:F0} MB, peak working set {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:F0} MB"));
    }

    /// <summary>The responses as text that is made while it is read, so that it is never held.</summary>
    private sealed class ResponseText(Questionnaire questionnaire, Dictionary<string, byte[]> answers, Dictionary<string, CategoricalColumn> attributes, int rows) : TextReader
    {
        private readonly StringBuilder line = new(string.Join(',', attributes.Keys.Concat(answers.Keys)) + "\n");
        private readonly byte[][] columns = [.. questionnaire.Questions.Select(q => answers[q.Code])];
        private int row, at;

        public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

        public override int Read(Span<char> buffer)
        {
            int written = 0;
            while (written < buffer.Length)
            {
                if (at == line.Length && !Next()) break;
                int n = Math.Min(buffer.Length - written, line.Length - at);
                line.CopyTo(at, buffer[written..], n);
                at += n;
                written += n;
            }
            return written;
        }

        public override int Read()
        {
            Span<char> one = stackalloc char[1];
            return Read(one) == 0 ? -1 : one[0];
        }

        private bool Next()
        {
            if (row == rows) return false;
            line.Clear();
            at = 0;
            foreach (CategoricalColumn c in attributes.Values) line.Append(c[row]).Append(',');
            for (int q = 0; q < columns.Length; q++)
            {
                byte a = columns[q][row];
                if (a < 250) line.Append((char)('1' + a));
                line.Append(q == columns.Length - 1 ? '\n' : ',');
            }
            row++;
            return true;
        }
    }
}
