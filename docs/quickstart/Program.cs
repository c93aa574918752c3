using System.Globalization;
using System.Text;
using Quickstart;
using UrbanHealth.Indicators;

// 福建城市体检示例：从原始数据到报告。每一步都只用 UrbanHealth.Indicators 的公开接口。
// The Fujian sample from raw figures to a report, through the public API only.
Console.OutputEncoding = Encoding.UTF8;
string Data(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", file));

// 1. 指标体系与数据：全部问题一次报告
IndicatorFramework framework = IndicatorFramework.Parse(Data("fujian.json"));
PanelReading reading = Panel.ReadCsv(Data("fujian-cities.csv"), framework);
Panel panel = reading.Panel;

// 2. 评价：只看标准，不需要权重和得分
Assessment assessment = Assessment.Of(panel);

// 3. 得分：以两年为基准期拟合一次，之后任何年份、任何城市都用同一把尺
EvaluationModel model = new EvaluationPlan(framework).Fit(panel);
EvaluationResult result = model.Evaluate(panel);

// 4. 变化：先问能不能比，再说变好还是变坏
YearOverYear change = YearOverYear.Between(result, 2012, 2018);

// 5. 全省五年：密度由数量相除得出，与目标对照，口径变化处断开
ProvinceFiveYears province = ProvinceFiveYears.Of(Data("fujian-province.json"), Data("fujian-province.csv"));

HtmlReport report = new HtmlReport("福建省城市体检示例报告");
Screen screen = new(reading, assessment, result, change, province);
foreach ((string heading, string text, ReportTable? table, Chart? chart) in screen.Sections())
{
    Console.WriteLine($"\n━━ {heading}");
    if (text.Length > 0) Console.WriteLine(text);
    if (table is not null) Console.WriteLine(table);
    report = report.Heading(heading);
    if (text.Contains("\n ", StringComparison.Ordinal)) report = report.Preformatted(text);
    else if (text.Contains('\n', StringComparison.Ordinal)) report = report.List(text.Split('\n'));
    else if (text.Length > 0) report = report.Paragraph(text);
    if (table is not null) report = report.Table(table);
    if (chart is not null) report = report.Figure(chart);
}
report = report.Paragraph("数据：福建统计年鉴（福建省统计局）；标准：国家园林城市标准（2022）、GB/T 51328-2018。归入维度为本示例的做法。");
File.WriteAllText("report.html", report.ToHtml());
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n报告已写入 {Path.GetFullPath("report.html")}"));
