using System.Globalization;
using System.Text.RegularExpressions;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>The 2025 check-up of Yichang as its report prints it, read from the reference data into a framework and a panel.</summary>
internal sealed class YichangReport
{
    public const string City = "宜昌市", CityLevel = "城市（城区）";
    public const int Year = 2025;

    private static readonly Regex Piece = new(@"^(?<name>快速路|主干路|300m|500m|超大|特大|大城市)?(?<sign>>=|>)?(?<bound>\d+(\.\d+)?)(\.\.(?<upper>\d+(\.\d+)?))?\s*(?<tail>.*)$");

    private readonly ReferenceTable table = Reference.Csv("yichang/indicators.csv");

    public YichangReport() => Rows = [.. Enumerable.Range(0, table.Rows.Count).Select(i => new Row(table, i))];

    public IReadOnlyList<Row> Rows { get; }

    public IEnumerable<Row> CityRows => Rows.Where(r => r.Level == CityLevel);

    /// <summary>Figures with the printed standards, and counts of problems at the levels below the city.</summary>
    public Assessment JudgeFigures(string? cityClass) => Assessment.Of(PanelOf(IndicatorOf, ObservationsOf), cityClass);

    /// <summary>The printed grades as experts' grades: what is asked is only how they add up to the grade of a dimension.</summary>
    public Assessment GradeDimensions() => Assessment.Of(PanelOf(
        r => new Indicator { Code = r.Code, Name = r.Name, Direction = Direction.LowerIsBetter, Measurement = MeasurementKind.ExpertGrade },
        r => [new Observation(City, Year, r.Code, GradeScale.OfIndicator.Find(r.Grade)?.Level ?? double.NaN) { State = r.Grade.Length == 0 ? ObservationState.NotApplicable : ObservationState.Observed }]));

    private Panel PanelOf(Func<Row, Indicator> indicator, Func<Row, IEnumerable<Observation>> observations)
    {
        var framework = new IndicatorFramework(new Dimension
        {
            Code = "yichang",
            Name = City,
            Dimensions = [.. Rows.GroupBy(r => r.Level).Select((level, i) => new Dimension
            {
                Code = $"L{i}", Name = level.Key + "层面",
                Dimensions = [.. level.GroupBy(r => r.Dimension).Select((d, j) => new Dimension { Code = $"L{i}D{j}", Name = d.Key, Indicators = [.. d.Select(indicator)] })],
            })],
        });
        PanelReading reading = Panel.Of(framework, [City], Rows.SelectMany(observations));
        Assert.True(reading.Report.IsValid, reading.Report.ToString());
        return reading.Panel;
    }

    private static Indicator IndicatorOf(Row row)
    {
        bool lower = row.Level != CityLevel && row.Unit != "%";
        (string? Component, Standard Standard)[] printed = row.Level == CityLevel ? [.. StandardsOf(row.Standard)] : [];
        string[] components = [.. printed.Select(p => p.Component).OfType<string>()];
        return new Indicator
        {
            Code = row.Code,
            Name = row.Name,
            Unit = row.Unit,
            Direction = lower ? Direction.LowerIsBetter : Direction.HigherIsBetter,
            Measurement = lower ? MeasurementKind.ProblemCount : components.Length > 0 ? MeasurementKind.Compound : MeasurementKind.Level,
            Standards = components.Length > 0 ? [] : [.. printed.Select(p => p.Standard)],
            Components = [.. components.Select(c => new IndicatorComponent { Code = row.Code + c, Name = c, Unit = row.Unit, Standards = [.. printed.Where(p => p.Component == c).Select(p => p.Standard)] })],
        };
    }

    private static IEnumerable<Observation> ObservationsOf(Row row)
    {
        if (row.Value == "——") return [new Observation(City, Year, row.Code, double.NaN) { State = ObservationState.NotApplicable }];
        string[] components = [.. StandardsOf(row.Level == CityLevel ? row.Standard : "").Select(p => p.Component).OfType<string>()];
        if (components.Length == 0) return double.TryParse(row.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? [new Observation(City, Year, row.Code, value)] : [];
        return components.Select(c => new Observation(City, Year, row.Code + c, Reference.Number(Regex.Match(row.Value, c + @"\s*([\d.]+)").Groups[1].Value)));
    }

    private static IEnumerable<(string? Component, Standard Standard)> StandardsOf(string text)
    {
        foreach (string part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            Match m = Piece.Match(part);
            Assert.True(m.Success, $"'{part}' is no standard we know");
            double bound = Reference.Number(m.Groups["bound"].Value);
            Standard standard = m.Groups["upper"].Success ? Standard.Within(bound, Reference.Number(m.Groups["upper"].Value))
                : m.Groups["sign"].Value == ">" ? Standard.MoreThan(bound)
                : m.Groups["sign"].Value == ">=" || bound > 0 ? Standard.AtLeast(bound) : Standard.EqualTo(bound);
            string name = m.Groups["name"].Value, tail = m.Groups["tail"].Value.Trim('(', ')');
            if (name is "超大" or "特大" or "大城市") yield return (null, standard with { AreaClass = name });
            else if (name.Length > 0) yield return (name, standard);
            else if (tail.Contains('市') || tail.Contains('/'))
                foreach (string areaClass in tail.Split('/')) yield return (null, areaClass.EndsWith("园林城市", StringComparison.Ordinal) ? standard with { Document = areaClass } : standard with { AreaClass = areaClass });
            else yield return (null, standard);
        }
    }

    internal sealed class Row(ReferenceTable table, int index)
    {
        public string Code => "Y" + Cell("number");

        public int Number => int.Parse(Cell("number"), CultureInfo.InvariantCulture);

        public string Level => Cell("level");

        public string Dimension => Cell("dimension");

        public string Name => Cell("name");

        public string Unit => Cell("unit");

        public string Value => Cell("value2025");

        public string Standard => Cell("standard_or_benchmark");

        public string Grade => Cell("grade2025");

        public string DimensionGrade => Cell("dimension_grade2025");

        public bool IsProblem => Cell("problem") == "yes";

        private string Cell(string column) => table.Rows[index][table.IndexOf(column)].Trim();
    }
}
