using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Takes responses one after another into columns (答卷录入), so that no response is held twice.</summary>
/// <remarks>Not for several threads at once. Every mistake is noted with its line; see <see cref="SurveyReading"/> for what becomes of it.</remarks>
public sealed class SurveyBuilder
{
    private readonly Questionnaire questionnaire;
    private readonly PopulationMargin? strata;
    private readonly GrowingColumn<byte>[] options;
    private readonly GrowingColumn<ulong>?[] sets;
    private readonly GrowingColumn<int>[] attributes;
    private readonly LevelTable[] attributeLevels;
    private readonly LevelTable stratumLevels, clusterLevels = new([]), secondLevels = new([]);
    private readonly GrowingColumn<double> weights, populations, seconds, secondPopulations;
    private readonly GrowingColumn<int> stratumCodes, clusterCodes, secondCodes, lines;
    private readonly HashSet<string> respondents = new(StringComparer.Ordinal);
    private readonly List<ValidationIssue> found = [];
    private bool hasWeights, hasStrata, hasClusters, hasPopulations, hasSeconds, hasSecondStage, hasSecondPopulations;
    private int given;

    /// <summary>A builder.</summary>
    /// <param name="questionnaire">What was asked.</param>
    /// <param name="strata">The strata of the sample with their population, when it is stratified: an unknown stratum is then an error, and without weights each respondent stands for N/n of its stratum.</param>
    /// <param name="expected">About how many responses come.</param>
    public SurveyBuilder(Questionnaire questionnaire, PopulationMargin? strata = null, int expected = 1024)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        (this.questionnaire, this.strata) = (questionnaire, strata);
        options = [.. questionnaire.Questions.Select(_ => new GrowingColumn<byte>(expected))];
        sets = [.. questionnaire.Questions.Select(q => q.Kind == QuestionKind.MultipleChoice ? new GrowingColumn<ulong>(expected) : null)];
        attributes = [.. questionnaire.Attributes.Select(_ => new GrowingColumn<int>(expected))];
        attributeLevels = [.. questionnaire.Attributes.Select(a => new LevelTable(a.Levels))];
        stratumLevels = new LevelTable(strata is null ? [] : [.. strata.Cells.Select(c => c.Level)]);
        (weights, populations, seconds, secondPopulations) = (new(expected), new(expected), new(expected), new(expected));
        (stratumCodes, clusterCodes, secondCodes, lines) = (new(expected), new(expected), new(expected), new(expected));
    }

    /// <summary>The responses taken so far.</summary>
    public int Count => lines.Count;

    /// <summary>Takes one response; its place in the report is its number, from 1.</summary>
    public void Add(SurveyResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        int line = ++given;
        foreach (string code in response.Answers.Keys) if (questionnaire.FindQuestion(code) < 0) Note("surveys.unknown-column", line, code, $"问卷没有题目“{code}”", $"the questionnaire has no question '{code}'");
        foreach (string code in response.Attributes.Keys) if (questionnaire.FindAttribute(code) < 0) Note("surveys.unknown-column", line, code, $"问卷没有属性“{code}”", $"the questionnaire has no attribute '{code}'");
        if (!Begin(line, response.Respondent, Text(response.Weight), response.Stratum, response.Cluster, Text(response.PopulationUnits), Text(response.Seconds), response.SecondStage, Text(response.SecondStageUnits))) return;
        for (int q = 0; q < options.Length; q++) Answer(q, line, response.Answers.GetValueOrDefault(questionnaire.Questions[q].Code, ""));
        for (int a = 0; a < attributes.Length; a++) Attribute(a, line, response.Attributes.GetValueOrDefault(questionnaire.Attributes[a].Code, ""));

        static string? Text(double? x) => x?.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>The survey of what was taken; the builder is used up.</summary>
    public SurveyReading Build()
    {
        int n = Count;
        if (n == 0)
        {
            found.Add(new ValidationIssue("surveys.no-respondents", Severity.Error, Place.Whole, new BilingualText("没有可用的答卷", "there are no responses to use")));
            return new SurveyReading(null!, new ValidationReport(found));
        }
        if ((hasSecondStage || hasSecondPopulations) && !hasClusters || hasSecondPopulations && !hasPopulations)
        {
            SurveyColumns names = questionnaire.Columns;
            found.Add(new ValidationIssue("surveys.second-stage-incomplete", Severity.Error, new Place { Column = hasSecondStage ? names.SecondStage : names.SecondStageUnits }, new BilingualText(
                $"两阶段抽样需要“{names.Cluster}”列；给出二级总体数时还需要“{names.PopulationUnits}”列",
                $"a second stage needs the column '{names.Cluster}', and its numbers of population units need the column '{names.PopulationUnits}'")));
            return new SurveyReading(null!, new ValidationReport(found));
        }
        int[] rows = lines.Close();
        CategoricalColumn? stratum = hasStrata ? stratumLevels.Column(stratumCodes.Close()) : null;
        var columns = new SampleColumns
        {
            Strata = stratum,
            Clusters = hasClusters ? clusterLevels.Column(clusterCodes.Close()) : null,
            PopulationUnits = hasPopulations ? populations.Close() : null,
            SecondStage = hasSecondStage ? secondLevels.Column(secondCodes.Close()) : null,
            SecondStageUnits = hasSecondPopulations ? secondPopulations.Close() : null,
        };
        double[] design = hasWeights ? weights.Close() : DesignWeights(n, stratum);
        if (!hasPopulations && !hasClusters && strata is not null && stratum is not null) columns = columns with { PopulationUnits = Populations(stratum) };
        ValidationReport report = SurveyDesign.Check(design, columns);
        foreach (ValidationIssue issue in report)
            found.Add(issue.Place.Line is { } row ? issue with { Place = issue.Place with { Line = rows[row - 1] } } : issue);
        if (!report.IsValid) return new SurveyReading(null!, new ValidationReport(found));

        if (hasWeights && stratum is not null) WarnOfWeights(design, stratum);

        var answers = new SurveyAnswers
        {
            Options = [.. options.Select(o => o.Close())],
            Sets = [.. sets.Select(s => s?.Close())],
            Attributes = [.. attributes.Select((a, i) => attributeLevels[i].Column(a.Close()))],
            Seconds = hasSeconds ? seconds.Close() : null,
            Lines = rows,
        };
        return new SurveyReading(new SatisfactionSurvey(questionnaire, answers, SurveyDesign.Of(design, columns)), new ValidationReport(found));
    }

    /// <summary>Begins a response; false, with the reason noted, when it cannot be used. Null is a column that is not there.</summary>
    internal bool Begin(int line, string? respondent, string? weight, string? stratum, string? cluster, string? population, string? time, string? second, string? secondPopulation)
    {
        SurveyColumns names = questionnaire.Columns;
        bool usable = true;
        if (respondent is { Length: > 0 } && !respondents.Add(respondent))
            usable = Note("surveys.respondent-twice", line, names.Respondent, $"受访者“{respondent}”重复出现，本行未采用", $"the respondent '{respondent}' occurs twice; this row is not used");
        double w = 1, p = double.PositiveInfinity, s = double.NaN, p2 = double.PositiveInfinity;
        if (weight is not null && !(Number(weight, out w) && w > 0))
            usable = Note("surveys.weight-not-positive", line, names.Weight, $"权重“{weight}”不是正数，本行未采用", $"the weight '{weight}' is not a positive number; this row is not used");
        int h = 0, c = 0, c2 = 0;
        if (stratum is not null && (h = stratumLevels.CodeOf(stratum)) < 0)
            usable = h == -1 ? Note("surveys.stratum-missing", line, names.Stratum, "缺少层，本行未采用", "the stratum is missing; this row is not used")
                : Note("surveys.unknown-stratum", line, names.Stratum, $"抽样设计没有层“{stratum}”，本行未采用", $"the sample has no stratum '{stratum}'; this row is not used");
        if (cluster is not null && (c = clusterLevels.CodeOf(cluster)) < 0)
            usable = Note("surveys.cluster-missing", line, names.Cluster, "缺少抽样单元，本行未采用", "the cluster is missing; this row is not used");
        if (population is not null && !(Number(population, out p) && p > 0))
            usable = Note("surveys.population-not-positive", line, names.PopulationUnits, $"总体单元数“{population}”不是正数，本行未采用", $"the number of population units '{population}' is not positive; this row is not used");
        if (second is not null && (c2 = secondLevels.CodeOf(second)) < 0)
            usable = Note("surveys.cluster-missing", line, names.SecondStage, "缺少二级抽样单元，本行未采用", "the unit of the second stage is missing; this row is not used");
        if (secondPopulation is not null && !(Number(secondPopulation, out p2) && p2 > 0))
            usable = Note("surveys.population-not-positive", line, names.SecondStageUnits, $"二级总体单元数“{secondPopulation}”不是正数，本行未采用", $"the number of second-stage units '{secondPopulation}' is not positive; this row is not used");
        if (time is { Length: > 0 } && !Number(time, out s))
        {
            s = double.NaN;
            Note("surveys.seconds-not-a-number", line, names.Seconds, $"用时“{time}”不是数字", $"the time '{time}' is not a number");
        }
        if (usable && Count > 0)
        {
            usable = Same(hasWeights, weight, names.Weight) & Same(hasStrata, stratum, names.Stratum) & Same(hasClusters, cluster, names.Cluster) & Same(hasPopulations, population, names.PopulationUnits)
                & Same(hasSecondStage, second, names.SecondStage) & Same(hasSecondPopulations, secondPopulation, names.SecondStageUnits);
            bool Same(bool before, string? now, string column) => before == (now is not null)
                || Note("surveys.column-in-part", line, column, $"部分答卷有“{column}”而部分没有，本行未采用", $"some responses have a '{column}' and some have none; this one is not used");
        }
        if (!usable) return false;
        (hasWeights, hasStrata, hasClusters, hasPopulations, hasSeconds) = (hasWeights || weight is not null, hasStrata || stratum is not null, hasClusters || cluster is not null, hasPopulations || population is not null, hasSeconds || time is not null);
        (hasSecondStage, hasSecondPopulations) = (hasSecondStage || second is not null, hasSecondPopulations || secondPopulation is not null);
        weights.Add(w);
        stratumCodes.Add(h);
        clusterCodes.Add(c);
        secondCodes.Add(c2);
        secondPopulations.Add(p2);
        populations.Add(p);
        seconds.Add(s);
        lines.Add(line);
        return true;
    }

    internal void Answer(int question, int line, ReadOnlySpan<char> text)
    {
        Question asked = questionnaire.Questions[question];
        byte answer = text.IsEmpty ? SurveyAnswers.Missing : Special(text);
        if (sets[question] is { } set)
        {
            ulong chosen = 0;
            if (answer == 0) chosen = Choices(asked, line, text, ref answer);
            set.Add(chosen);
        }
        else if (answer == 0)
        {
            int place = IndexOf(asked, text);
            if (place >= 0) answer = (byte)place;
            else
            {
                answer = SurveyAnswers.Missing;
                Outside(asked, line, text);
            }
        }
        options[question].Add(answer);
    }

    internal void Attribute(int attribute, int line, ReadOnlySpan<char> text)
    {
        int code = attributeLevels[attribute].CodeOf(text);
        if (code == -2)
        {
            string name = questionnaire.Attributes[attribute].Code;
            Note("surveys.unknown-level", line, name, $"属性“{name}”没有取值“{text}”", $"the attribute '{name}' has no level '{text}'");
            code = -1;
        }
        attributes[attribute].Add(code);
    }

    internal bool Note(string code, long? line, string? column, string chinese, string english, Severity severity = Severity.Error)
    {
        found.Add(new ValidationIssue(code, severity, new Place { Line = line, Column = column }, new BilingualText(chinese, english)));
        return false;
    }

    private ulong Choices(Question asked, int line, ReadOnlySpan<char> text, ref byte answer)
    {
        ulong chosen = 0;
        while (!text.IsEmpty)
        {
            int end = text.IndexOf(questionnaire.Columns.AnswerSeparator);
            ReadOnlySpan<char> one = (end < 0 ? text : text[..end]).Trim();
            text = end < 0 ? [] : text[(end + 1)..];
            if (one.IsEmpty) continue;
            int place = IndexOf(asked, one);
            if (place >= 0) chosen |= 1UL << place;
            else
            {
                Outside(asked, line, one);
                answer = SurveyAnswers.Missing; // a set with an unknown member is not known
            }
        }
        return answer == 0 ? chosen : 0;
    }

    private void Outside(Question asked, int line, ReadOnlySpan<char> text) => Note("surveys.answer-outside-scale", line, asked.Code,
        $"“{text}”不是题目“{asked.Code}”的选项，按缺失处理", $"'{text}' is no answer of the question '{asked.Code}'; it counts as missing");

    private static int IndexOf(Question asked, ReadOnlySpan<char> text)
    {
        IReadOnlyList<AnswerOption> all = asked.Options;
        for (int o = 0; o < all.Count; o++) if (text.SequenceEqual(all[o].Code)) return o;
        return -1;
    }

    private byte Special(ReadOnlySpan<char> text)
    {
        foreach (string code in questionnaire.RefusedCodes) if (text.SequenceEqual(code)) return SurveyAnswers.Refused;
        foreach (string code in questionnaire.NotApplicableCodes) if (text.SequenceEqual(code)) return SurveyAnswers.NotApplicable;
        return 0;
    }

    private double[] DesignWeights(int n, CategoricalColumn? stratum)
    {
        var made = new double[n];
        Array.Fill(made, 1);
        if (strata is null || stratum is null) return made;
        double[] population = Populations(stratum);
        var counts = new int[stratum.Levels.Count];
        foreach (int h in stratum.Codes) counts[h]++;
        for (int i = 0; i < n; i++) made[i] = population[i] / counts[stratum.Codes[i]];
        return made;
    }

    /// <summary>Weights that were delivered win over N/n; where they make another population of a stratum, that is said.</summary>
    private void WarnOfWeights(double[] design, CategoricalColumn stratum)
    {
        if (strata is null) return;
        var sums = new double[stratum.Levels.Count];
        for (int i = 0; i < design.Length; i++) sums[stratum.Codes[i]] += design[i];
        for (int h = 0; h < sums.Length; h++)
        {
            double stated = strata.Cells[h].Population;
            if (sums[h] == 0 || Math.Abs(sums[h] - stated) <= 0.01 * stated) continue;
            string sum = sums[h].ToString("G6", CultureInfo.InvariantCulture), all = stated.ToString("G6", CultureInfo.InvariantCulture);
            Note("surveys.weights-off-stratum", null, questionnaire.Columns.Weight, $"层“{stratum.Levels[h]}”的权重合计 {sum}，与总体 {all} 相差超过 1%；以权重为准", $"the weights of the stratum '{stratum.Levels[h]}' sum to {sum} and its population is {all}, more than 1 % apart; the weights stand", Severity.Warning);
        }
    }

    private double[] Populations(CategoricalColumn stratum)
    {
        var made = new double[stratum.Count];
        for (int i = 0; i < made.Length; i++) made[i] = strata!.Cells[stratum.Codes[i]].Population;
        return made;
    }

    private static bool Number(string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
