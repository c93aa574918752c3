using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

/// <summary>Reads responses from comma-separated text: a row a respondent, a column a question or an attribute.</summary>
internal static class SurveyFile
{
    public static SurveyReading Read(TextReader source, Questionnaire questionnaire, PopulationMargin? strata, int expected)
    {
        var builder = new SurveyBuilder(questionnaire, strata, expected);
        var records = new CsvReader(source);
        if (!records.Read()) return builder.Build();

        SurveyColumns names = questionnaire.Columns;
        int width = records.Count;
        int[] answers = Filled(questionnaire.Questions.Count), attributes = Filled(questionnaire.Attributes.Count);
        int[] others = Filled(names.All.Length);
        for (int f = 0; f < width; f++)
        {
            string name = records[f].Trim().ToString();
            int question = questionnaire.FindQuestion(name), attribute = questionnaire.FindAttribute(name), other = Array.IndexOf(names.All, name);
            ref int place = ref question >= 0 ? ref answers[question] : ref attribute >= 0 ? ref attributes[attribute] : ref others[Math.Max(0, other)];
            if (question < 0 && attribute < 0 && other < 0) builder.Note("surveys.unknown-column", records.Line, name, $"问卷中没有“{name}”，该列未读", $"'{name}' is not in the questionnaire; the column is not read", Severity.Warning);
            else if (place >= 0) builder.Note("surveys.column-twice", records.Line, name, $"列“{name}”出现两次，只读第一列", $"the column '{name}' stands twice; the first is read");
            else place = f;
        }
        for (int q = 0; q < answers.Length; q++) if (answers[q] < 0) Absent(questionnaire.Questions[q].Code);
        for (int a = 0; a < attributes.Length; a++) if (attributes[a] < 0) Absent(questionnaire.Attributes[a].Code);

        while (records.Read())
        {
            int line = (int)records.Line;
            if (records.Problem != CsvProblem.None || records.Count != width)
            {
                builder.Note("surveys.malformed-row", line, null, $"本行有 {records.Count} 列，应为 {width} 列（或引号不成对），未采用", $"the row has {records.Count} fields of {width}, or an open quote; it is not used");
                continue;
            }
            if (!builder.Begin(line, Other(0), Other(1), Other(2), Other(3), Other(4), Other(5), Other(6), Other(7))) continue;
            for (int q = 0; q < answers.Length; q++) builder.Answer(q, line, answers[q] < 0 ? [] : records[answers[q]].Trim());
            for (int a = 0; a < attributes.Length; a++) builder.Attribute(a, line, attributes[a] < 0 ? [] : records[attributes[a]].Trim());
        }
        return builder.Build();

        string? Other(int k) => others[k] < 0 ? null : records[others[k]].Trim().ToString();

        void Absent(string code) => builder.Note("surveys.column-absent", 1, code, $"数据没有列“{code}”", $"the data have no column '{code}'");

        static int[] Filled(int n) { var a = new int[n]; Array.Fill(a, -1); return a; }
    }
}
